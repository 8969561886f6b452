import type { Kysely } from 'kysely';
import type { OptOutStore } from '../../ports/member-stores.ts';
import type { Tables } from './tables.ts';

/**
 * Members who want none of their messages processed.
 *
 * @param onErasure - called when an opt-out was withdrawn
 */
export function optOutStore(db: Kysely<Tables>, onErasure: () => void): OptOutStore {
  return {
    async has(memberId) {
      const row = await db
        .selectFrom('opt_outs')
        .select('member_id')
        .where('member_id', '=', memberId)
        .executeTakeFirst();
      return row !== undefined;
    },

    async add(memberId, nowMs) {
      const result = await db
        .insertInto('opt_outs')
        .values({ member_id: memberId, since: nowMs })
        .onConflict((conflict) => conflict.column('member_id').doNothing())
        .executeTakeFirstOrThrow();
      return Number(result.numInsertedOrUpdatedRows) > 0;
    },

    async remove(memberId) {
      const result = await db
        .deleteFrom('opt_outs')
        .where('member_id', '=', memberId)
        .executeTakeFirstOrThrow();
      if (result.numDeletedRows > 0n) onErasure();
      return result.numDeletedRows > 0n;
    },
  };
}
