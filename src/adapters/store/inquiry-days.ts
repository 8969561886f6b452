import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Feedback } from '../../core/inquiry.ts';
import { monthOf } from '../../core/month-range.ts';
import { totalCountsFromRow } from './inquiry-rows.ts';
import type { InquiryColumns, InquiryDayKey, Tables, TotalColumns } from './tables.ts';

const subjectColumns = ['command', 'outcome', 'dossier_id', 'claim_id'] as const;
const keyColumns = ['guild_id', 'day', ...subjectColumns] as const;
const countColumns = ['inquiries', 'askers', 'feedback_yes', 'feedback_no'] as const;

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

/** Counts an inquiry in the totals of its day and month, and its asker if it is the asker's only one in the day's. */
export async function countIn(db: Kysely<Tables>, row: InquiryColumns): Promise<void> {
  await add(db, row, await countsOf(db, row));
}

/** Takes an inquiry out of the totals, as `countIn` put it in. No total goes below zero. */
export async function countOut(db: Kysely<Tables>, row: InquiryColumns): Promise<void> {
  await take(db, row, await countsOf(db, row));
}

/** Counts another answer to "was this it?" in place of the one that stands in `row`. */
export async function countAnswer(db: Kysely<Tables>, row: InquiryColumns, answer: Feedback): Promise<void> {
  if (row.feedback === answer) return;
  if (row.feedback !== null) await take(db, row, { ...nothing, ...answersOf(row.feedback) });
  await add(db, row, { ...nothing, ...answersOf(answer) });
}

const nothing: TotalColumns = { inquiries: 0, askers: 0, feedback_yes: 0, feedback_no: 0 };

async function countsOf(db: Kysely<Tables>, row: InquiryColumns): Promise<TotalColumns> {
  return { inquiries: 1, askers: (await asksAgain(db, row)) ? 0 : 1, ...answersOf(row.feedback) };
}

function answersOf(feedback: string | null): Pick<TotalColumns, 'feedback_yes' | 'feedback_no'> {
  return { feedback_yes: feedback === 'yes' ? 1 : 0, feedback_no: feedback === 'no' ? 1 : 0 };
}

/** Changes the totals of a day, its month and its ways by the same, so that the latter are sums of the former. */
async function add(db: Kysely<Tables>, row: InquiryColumns, counts: TotalColumns): Promise<void> {
  const { day, ...key } = keyOf(row);
  await db
    .insertInto('inquiry_days')
    .values({ ...key, day, ...counts })
    .onConflict((conflict) => conflict.columns(keyColumns).doUpdateSet(grown('inquiry_days', countColumns)))
    .execute();
  await db
    .insertInto('inquiry_months')
    .values({ ...key, month: monthOf(day), ...counts })
    .onConflict((conflict) =>
      conflict
        .columns(['guild_id', ...subjectColumns, 'month'])
        .doUpdateSet(grown('inquiry_months', countColumns)),
    )
    .execute();
  const { guild_id, command, outcome } = key;
  const { inquiries, feedback_yes, feedback_no } = counts;
  await db
    .insertInto('inquiry_ways')
    .values({ guild_id, day, command, outcome, inquiries, feedback_yes, feedback_no })
    .onConflict((conflict) =>
      conflict
        .columns(['guild_id', 'day', 'command', 'outcome'])
        .doUpdateSet(grown('inquiry_ways', ['inquiries', 'feedback_yes', 'feedback_no'])),
    )
    .execute();
}

async function take(db: Kysely<Tables>, row: InquiryColumns, counts: TotalColumns): Promise<void> {
  const key = keyOf(row);
  let query = db.selectFrom('inquiry_days').select(countColumns);
  for (const column of keyColumns) query = query.where(column, '=', key[column]);
  const found = await query.executeTakeFirst();
  if (found === undefined) return;
  const present = totalCountsFromRow(found);
  await add(db, row, {
    inquiries: -Math.min(counts.inquiries, present.inquiries),
    askers: -Math.min(counts.askers, present.askers),
    feedback_yes: -Math.min(counts.feedback_yes, present.feedback_yes),
    feedback_no: -Math.min(counts.feedback_no, present.feedback_no),
  });
}

/** These counts of a total that is there, each with what was to be inserted added to it. */
function grown<Column extends keyof TotalColumns>(
  table: 'inquiry_days' | 'inquiry_months' | 'inquiry_ways',
  columns: readonly Column[],
): Partial<Record<Column, RawBuilder<number>>> {
  const sums: Partial<Record<Column, RawBuilder<number>>> = {};
  for (const column of columns)
    sums[column] = sql<number>`${sql.ref(`${table}.${column}`)} + ${sql.ref(`excluded.${column}`)}`;
  return sums;
}
