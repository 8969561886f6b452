import type { Kysely } from 'kysely';
import type { InquiryStore } from '../../ports/stores.ts';
import type { Tables } from './tables.ts';

/**
 * The forgetting of inquiries and their texts, in portions.
 *
 * @param onErasure - called when inquiries or texts were deleted
 */
export function inquiryErasure(
  db: Kysely<Tables>,
  onErasure: () => void,
): Pick<InquiryStore, 'deleteBefore' | 'forgetTextsBefore'> {
  const erased = (rows: bigint): number => {
    if (rows > 0n) onErasure();
    return Number(rows);
  };

  return {
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
