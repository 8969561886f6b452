import type { Kysely } from 'kysely';
import type { InquiryStore } from '../../ports/stores.ts';
import { countIn, countOut } from './inquiry-days.ts';
import { inquiryDayFromRow, inquiryFromRow, inquiryToRow } from './inquiry-rows.ts';
import { none, type Tables } from './tables.ts';

/**
 * Inquiries and their daily totals. Totals outlive the inquiries they count: they name nobody.
 *
 * @param onErasure - called when inquiries or texts were deleted
 */
export function inquiryStore(db: Kysely<Tables>, onErasure: () => void): InquiryStore {
  const erased = (rows: bigint): number => {
    if (rows > 0n) onErasure();
    return Number(rows);
  };

  return {
    async add(inquiry) {
      const row = inquiryToRow(inquiry);
      await db.insertInto('inquiries').values(row).execute();
      await countIn(db, row);
    },

    async find(guildId, id) {
      const row = await db
        .selectFrom('inquiries')
        .selectAll()
        .where('id', '=', id)
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      return row === undefined ? null : inquiryFromRow(row);
    },

    async complete(guildId, id, { outcome, dossierId, claimId }) {
      const before = await db
        .selectFrom('inquiries')
        .selectAll()
        .where('id', '=', id)
        .where('guild_id', '=', guildId)
        .where('outcome', '=', 'ambiguous')
        .executeTakeFirst();
      if (before === undefined) return false;

      const answered = { outcome, dossier_id: dossierId ?? none, claim_id: claimId ?? none };
      const change = outcome === 'picked' ? { ...answered, text: null } : answered;
      const { numUpdatedRows } = await db
        .updateTable('inquiries')
        .set(change)
        .where('id', '=', id)
        .where('outcome', '=', 'ambiguous')
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) return false;
      if (outcome === 'picked' && before.text !== null) onErasure();
      await countOut(db, before);
      await countIn(db, { ...before, ...change });
      return true;
    },

    async giveFeedback(guildId, id, feedback) {
      const { numUpdatedRows } = await db
        .updateTable('inquiries')
        .set({ feedback })
        .where('id', '=', id)
        .where('guild_id', '=', guildId)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async days(guildId, fromDay, toDay) {
      const rows = await db
        .selectFrom('inquiry_days')
        .selectAll()
        .where('guild_id', '=', guildId)
        .where('day', '>=', fromDay)
        .where('day', '<=', toDay)
        .where('inquiries', '>', 0)
        .orderBy('day')
        .orderBy('command')
        .orderBy('outcome')
        .orderBy('dossier_id')
        .orderBy('claim_id')
        .execute();
      return rows.map(inquiryDayFromRow);
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
  };
}
