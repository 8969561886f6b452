import type { Kysely } from 'kysely';
import type { InquiryStore } from '../../ports/stores.ts';
import { portionsOf } from './portions.ts';
import type { Tables } from './tables.ts';
import { tombstoneOfRow } from './tombstone.ts';

/**
 * The forgetting of inquiries and their texts.
 *
 * @param onErasure - called when inquiries or texts were deleted
 */
export function inquiryErasure(
  db: Kysely<Tables>,
  onErasure: () => void,
): Pick<
  InquiryStore,
  'detach' | 'detachFromClaim' | 'deleteBefore' | 'forgetTextsBefore' | 'forgetTextsOf' | 'forgetTexts'
> {
  const erased = (rows: bigint): number => {
    if (rows > 0n) onErasure();
    return Number(rows);
  };

  return {
    async detach(guildId, id) {
      const result = await db
        .updateTable('inquiries')
        .set({ text: null, asker: tombstoneOfRow })
        .where('id', '=', id)
        .where('guild_id', '=', guildId)
        .executeTakeFirstOrThrow();
      erased(result.numUpdatedRows);
    },

    async detachFromClaim(guildId, { day, asker, claimId }) {
      const result = await db
        .updateTable('inquiries')
        .set({ text: null, asker: tombstoneOfRow })
        .where('guild_id', '=', guildId)
        .where('day', '=', day)
        .where('asker', '=', asker)
        .where('claim_id', '=', claimId)
        .executeTakeFirstOrThrow();
      erased(result.numUpdatedRows);
    },

    async deleteBefore(beforeDay, limit) {
      const chosen = db.selectFrom('inquiries').select('id').where('day', '<', beforeDay).limit(limit);
      const result = await db.deleteFrom('inquiries').where('id', 'in', chosen).executeTakeFirstOrThrow();
      return erased(result.numDeletedRows);
    },

    async forgetTextsBefore(beforeDay, limit) {
      const chosen = db
        .selectFrom('inquiries')
        .select('id')
        .where('day', '<', beforeDay)
        .where('text', 'is not', null)
        .limit(limit);
      const result = await db
        .updateTable('inquiries')
        .set({ text: null })
        .where('id', 'in', chosen)
        .executeTakeFirstOrThrow();
      return erased(result.numUpdatedRows);
    },

    async forgetTextsOf(guildId, ids) {
      let forgotten = 0n;
      for (const portion of portionsOf(ids)) {
        const result = await db
          .updateTable('inquiries')
          .set({ text: null })
          .where('id', 'in', portion)
          .where('guild_id', '=', guildId)
          .where('text', 'is not', null)
          .executeTakeFirstOrThrow();
        forgotten += result.numUpdatedRows;
      }
      return erased(forgotten);
    },

    async forgetTexts(guildId) {
      const result = await db
        .updateTable('inquiries')
        .set({ text: null })
        .where('guild_id', '=', guildId)
        .where('text', 'is not', null)
        .executeTakeFirstOrThrow();
      return erased(result.numUpdatedRows);
    },
  };
}
