import type { Kysely } from 'kysely';
import type { GuildId, InquiryId } from '../../core/ids.ts';
import type { Completion, InquiryStore } from '../../ports/stores.ts';
import { askedByManyIn } from './asked-by-many.ts';
import { mostAskedIn } from './inquiry-claims.ts';
import { countAnswer, countIn, countOut } from './inquiry-days.ts';
import { inquiryErasure } from './inquiry-erasure.ts';
import { inquiryFromRow, inquiryToRow } from './inquiry-rows.ts';
import { totalsOf } from './inquiry-totals.ts';
import { asksOf, waysOf } from './inquiry-ways.ts';
import { none, type Tables } from './tables.ts';
import { unansweredIn } from './unanswered-inquiries.ts';

/**
 * Inquiries and their totals by day and month. Totals outlive the inquiries they count: they name nobody.
 *
 * @param onErasure - called when inquiries or texts were deleted
 */
export function inquiryStore(db: Kysely<Tables>, onErasure: () => void): InquiryStore {
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

    complete: (guildId, id, completion) => complete(db, guildId, id, completion, onErasure),

    async giveFeedback(guildId, id, feedback) {
      const ofServer = { id, guild_id: guildId };
      const before = await db
        .selectFrom('inquiries')
        .selectAll()
        .where((is) => is.and(ofServer))
        .executeTakeFirst();
      if (before === undefined) return false;
      await db
        .updateTable('inquiries')
        .set({ feedback })
        .where((is) => is.and(ofServer))
        .execute();
      await countAnswer(db, before, feedback);
      return true;
    },

    totals: (guildId, range) => totalsOf(db, guildId, range),
    totalsOfClaims: (guildId, range, claimIds) => totalsOf(db, guildId, range, claimIds),
    ways: (guildId, range) => waysOf(db, guildId, range),
    mostAsked: (guildId, range, limit) => mostAskedIn(db, guildId, range, limit),
    asks: (guildId, range, by) => asksOf(db, guildId, range, by),

    unanswered: (guildId, fromDay, toDay, limit) => unansweredIn(db, guildId, fromDay, toDay, limit),

    askedByMany: (guildId, range, claimIds, askers) =>
      askedByManyIn(db, guildId, range, { claimIds, askers }),

    ...inquiryErasure(db, onErasure),
  };
}

async function complete(
  db: Kysely<Tables>,
  guildId: GuildId,
  id: InquiryId,
  { outcome, dossierId, claimId, asker }: Completion,
  onErasure: () => void,
): Promise<boolean> {
  const before = await db
    .selectFrom('inquiries')
    .selectAll()
    .where('id', '=', id)
    .where('guild_id', '=', guildId)
    .where('outcome', '=', 'ambiguous')
    .executeTakeFirst();
  if (before === undefined) return false;

  const answered = {
    outcome,
    dossier_id: dossierId ?? none,
    claim_id: claimId ?? none,
    asker: asker ?? before.asker,
  };
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
}
