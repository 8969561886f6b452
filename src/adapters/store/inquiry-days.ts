import { type Kysely, sql } from 'kysely';
import type { GuildId } from '../../core/ids.ts';
import type { ClaimFeedback, InquiryDay } from '../../core/inquiry.ts';
import { claimFeedbackFromRow, inquiryDayFromRow } from './inquiry-rows.ts';
import { type InquiryColumns, type InquiryDayKey, none, type Tables } from './tables.ts';

const keyColumns = ['guild_id', 'day', 'command', 'outcome', 'dossier_id', 'claim_id'] as const;

function keyOf(row: InquiryDayKey): InquiryDayKey {
  const { guild_id, day, command, outcome, dossier_id, claim_id } = row;
  return { guild_id, day, command, outcome, dossier_id, claim_id };
}

/** Whether the asker of `row` has another inquiry counted in the same total. */
async function asksAgain(db: Kysely<Tables>, row: InquiryColumns): Promise<boolean> {
  const key = keyOf(row);
  let query = db
    .selectFrom('inquiries')
    .select('id')
    .where('asker', '=', row.asker)
    .where('id', '<>', row.id);
  for (const column of keyColumns) query = query.where(column, '=', key[column]);
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}

/** Counts an inquiry in its day's total, and its asker if it is the asker's only one there. */
export async function countIn(db: Kysely<Tables>, row: InquiryColumns): Promise<void> {
  const askers = (await asksAgain(db, row)) ? 0 : 1;
  await db
    .insertInto('inquiry_days')
    .values({ ...keyOf(row), inquiries: 1, askers })
    .onConflict((conflict) =>
      conflict.columns(keyColumns).doUpdateSet((total) => ({
        inquiries: total('inquiry_days.inquiries', '+', total.ref('excluded.inquiries')),
        askers: total('inquiry_days.askers', '+', total.ref('excluded.askers')),
      })),
    )
    .execute();
}

/** Takes an inquiry out of its day's total, and its asker if it was the asker's only one there. Never goes below zero. */
export async function countOut(db: Kysely<Tables>, row: InquiryColumns): Promise<void> {
  const askers = (await asksAgain(db, row)) ? 0 : 1;
  const key = keyOf(row);
  let query = db.updateTable('inquiry_days').set({
    inquiries: sql<number>`case when inquiries > 1 then inquiries - 1 else 0 end`,
    askers: sql<number>`case when askers > ${askers} then askers - ${askers} else 0 end`,
  });
  for (const column of keyColumns) query = query.where(column, '=', key[column]);
  await query.execute();
}

/** A server's totals of the days from `fromDay` to `toDay`, both included. */
export async function totalsOf(
  db: Kysely<Tables>,
  guildId: GuildId,
  fromDay: string,
  toDay: string,
): Promise<readonly InquiryDay[]> {
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
}

/** The answers to "was this it?" in a server, by claim, from `fromDay` to `toDay`, both included. */
export async function feedbackOf(
  db: Kysely<Tables>,
  guildId: GuildId,
  fromDay: string,
  toDay: string,
): Promise<readonly ClaimFeedback[]> {
  const rows = await db
    .selectFrom('inquiries')
    .select('claim_id')
    .select(sql<number>`sum(case when feedback = 'yes' then 1 else 0 end)`.as('yes'))
    .select(sql<number>`sum(case when feedback = 'no' then 1 else 0 end)`.as('no'))
    .where('guild_id', '=', guildId)
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay)
    .where('feedback', 'is not', null)
    .where('claim_id', '<>', none)
    .groupBy('claim_id')
    .orderBy('claim_id')
    .execute();
  return rows.map(claimFeedbackFromRow);
}
