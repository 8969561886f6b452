import type { Kysely } from 'kysely';
import type { GuildId, InquiryId } from '../../core/ids.ts';
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
): Pick<InquiryStore, 'detach' | 'deleteBefore' | 'forgetTextsBefore' | 'forgetTextsOf' | 'forgetTexts'> {
  const erased = (rows: bigint): number => {
    if (rows > 0n) onErasure();
    return Number(rows);
  };

  return {
    async detach(guildId, id) {
      erased(await detach(db, guildId, id));
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

/** Takes the code of an inquiry's asker from all that has it, and its text from all of these that have the same. */
async function detach(db: Kysely<Tables>, guildId: GuildId, id: InquiryId): Promise<bigint> {
  const found = await db
    .selectFrom('inquiries')
    .select(['day', 'asker', 'text'])
    .where('id', '=', id)
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
  if (found === undefined) return 0n;
  const { day, asker, text } = found;
  const ofAsker = { guild_id: guildId, day, asker };
  if (text !== null)
    await db
      .updateTable('inquiries')
      .set({ text: null })
      .where((is) => is.and({ ...ofAsker, text }))
      .execute();
  const result = await db
    .updateTable('inquiries')
    .set({ asker: tombstoneOfRow })
    .where((is) => is.and(ofAsker))
    .executeTakeFirstOrThrow();
  return result.numUpdatedRows;
}
