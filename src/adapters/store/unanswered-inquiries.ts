import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type GuildId, InquiryId } from '../../core/ids.ts';
import type { InquiryOutcome } from '../../core/inquiry.ts';
import type { UnansweredQuestion } from '../../ports/stores.ts';
import type { Tables } from './tables.ts';
import { isTombstone } from './tombstone.ts';

const withoutAnswer: readonly InquiryOutcome[] = ['unanswered', 'ambiguous', 'none-of-these'];

const asker = z.string().transform((code) => (isTombstone(code) ? null : code));
const Row = z.object({ id: InquiryId, text: z.string(), day: z.string(), asker });
const Total = z.object({ total: z.coerce.number() });

/** The kept texts of a server's unanswered questions; see `InquiryStore.unanswered`. */
export async function unansweredIn(
  db: Kysely<Tables>,
  guildId: GuildId,
  fromDay: string,
  toDay: string,
  limit: number,
): Promise<{ readonly questions: readonly UnansweredQuestion[]; readonly total: number }> {
  const chosen = db
    .selectFrom('inquiries')
    .where('guild_id', '=', guildId)
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay)
    .where('text', 'is not', null)
    .where('outcome', 'in', withoutAnswer);
  const count = await chosen.select(({ fn }) => fn.countAll().as('total')).executeTakeFirst();
  const rows = await chosen
    .select(['id', 'text', 'day', 'asker'])
    .orderBy('day', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return { questions: rows.map((row) => Row.parse(row)), total: Total.parse(count).total };
}
