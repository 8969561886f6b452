import type { Kysely } from 'kysely';
import type { InteractionStore } from '../../ports/stores.ts';
import type { Tables } from './tables.ts';

/** How finely the moment of handling is kept: too coarsely to tell one member's act from the next. */
const stepMs = 5 * 60_000;

/**
 * Handled interactions: the first insert of an id wins, on any engine and in any process.
 *
 * @param onErasure - called when ids were deleted
 */
export function interactionStore(db: Kysely<Tables>, onErasure: () => void): InteractionStore {
  return {
    async claim(id, nowMs) {
      const result = await db
        .insertInto('handled_interactions')
        .values({ id, handled_at: Math.floor(nowMs / stepMs) * stepMs })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return Number(result.numInsertedOrUpdatedRows) > 0;
    },

    async deleteBefore(beforeMs) {
      const result = await db
        .deleteFrom('handled_interactions')
        .where('handled_at', '<', beforeMs)
        .executeTakeFirstOrThrow();
      if (result.numDeletedRows > 0n) onErasure();
      return Number(result.numDeletedRows);
    },
  };
}
