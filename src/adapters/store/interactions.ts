import type { Kysely } from 'kysely';
import type { InteractionStore } from '../../ports/stores.ts';
import type { Tables } from './tables.ts';

/** Handled interactions: the first insert of an id wins, on any engine and in any process. */
export function interactionStore(db: Kysely<Tables>): InteractionStore {
  return {
    async claim(id, nowMs) {
      const result = await db
        .insertInto('handled_interactions')
        .values({ id, handled_at: nowMs })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return Number(result.numInsertedOrUpdatedRows) > 0;
    },

    async deleteBefore(beforeMs) {
      const result = await db
        .deleteFrom('handled_interactions')
        .where('handled_at', '<', beforeMs)
        .executeTakeFirstOrThrow();
      return Number(result.numDeletedRows);
    },
  };
}
