import { type Kysely, sql } from 'kysely';
import { type DayRange, inPiecesOf } from '../../core/digest-period.ts';
import type { GuildId } from '../../core/ids.ts';
import type { AsksOn, InquiryTotal } from '../../core/inquiry.ts';
import { daysOfMonth, splitByMonth, sumByMonth } from '../../core/month-range.ts';
import { asksFromRow, inquiryTotalFromRow } from './inquiry-rows.ts';
import type { Tables, TotalColumns, TotalSubject } from './tables.ts';

/** How many days one statement sums: sorting the totals of a large server's days is what takes time. */
const daysAtOnce = 7;

const subject = ['command', 'outcome', 'dossier_id', 'claim_id'] as const;

type SumRow = TotalSubject & TotalColumns;

/** Where totals are kept, and the column of their day or month. */
const spanColumns = { inquiry_days: 'day', inquiry_months: 'month' } as const;
type Table = keyof typeof spanColumns;

/** Days (`YYYY-MM-DD`) or months (`YYYY-MM`), both ends included. */
type Part = { readonly table: Table; readonly from: string; readonly to: string };

/** A server's totals of a range of days; see `InquiryStore.totals`. */
export async function totalsOf(
  db: Kysely<Tables>,
  guildId: GuildId,
  range: DayRange,
): Promise<readonly InquiryTotal[]> {
  const terms = termsOf(range);
  const [only] = terms;
  if (only !== undefined && terms.length === 1)
    return (await summed(db, guildId, only.part)).map(inquiryTotalFromRow);
  const sums = new Map<string, SumRow>();
  for (const { part, times } of terms)
    for (const row of await summed(db, guildId, part)) addTo(sums, row, times);
  return [...sums.values()].filter(({ inquiries }) => inquiries > 0).map(inquiryTotalFromRow);
}

/** How many inquiries each day or month of a range had; see `InquiryStore.asks`. */
export async function asksOf(
  db: Kysely<Tables>,
  guildId: GuildId,
  range: DayRange,
  by: 'day' | 'month',
): Promise<readonly AsksOn[]> {
  if (by === 'day') return counted(db, guildId, { table: 'inquiry_days', ...range });
  const found: AsksOn[] = [];
  for (const part of partsOf(range)) {
    const counts = await counted(db, guildId, part);
    if (part.table === 'inquiry_months') found.push(...counts);
    else if (counts.length > 0)
      found.push({ from: part.from, to: part.to, asks: counts.reduce((sum, { asks }) => sum + asks, 0) });
  }
  return found.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

function partsOf(range: DayRange): readonly Part[] {
  const { months, days } = splitByMonth(range);
  const whole: readonly Part[] = months === null ? [] : [{ table: 'inquiry_months', ...months }];
  return [...whole, ...days.map((part): Part => ({ table: 'inquiry_days', ...part }))];
}

/** What is added to make up a range, and what is taken away again. */
function termsOf(range: DayRange): readonly { readonly part: Part; readonly times: 1 | -1 }[] {
  const { months, plus, minus } = sumByMonth(range);
  const daily = (times: 1 | -1) => (days: DayRange) =>
    inPiecesOf(daysAtOnce, days).map((piece) => ({
      part: { table: 'inquiry_days', ...piece } as const,
      times,
    }));
  return [
    ...(months === null ? [] : [{ part: { table: 'inquiry_months', ...months }, times: 1 } as const]),
    ...plus.flatMap(daily(1)),
    ...minus.flatMap(daily(-1)),
  ];
}

function totalsIn(db: Kysely<Tables>, guildId: GuildId, { table, from, to }: Part) {
  return db
    .selectFrom(table)
    .where('guild_id', '=', guildId)
    .where(spanColumns[table], '>=', from)
    .where(spanColumns[table], '<=', to)
    .where('inquiries', '>', 0);
}

/** The sums of some totals, each subject once. */
function summed(db: Kysely<Tables>, guildId: GuildId, part: Part): Promise<readonly SumRow[]> {
  return totalsIn(db, guildId, part)
    .select(subject)
    .select(({ fn }) => [
      fn.sum<number>('inquiries').as('inquiries'),
      fn.sum<number>('askers').as('askers'),
      fn.sum<number>('feedback_yes').as('feedback_yes'),
      fn.sum<number>('feedback_no').as('feedback_no'),
    ])
    .groupBy(subject)
    .execute();
}

/** How many inquiries each day or month had, in order. */
async function counted(db: Kysely<Tables>, guildId: GuildId, part: Part): Promise<readonly AsksOn[]> {
  const span = spanColumns[part.table];
  const rows = await totalsIn(db, guildId, part)
    .select(({ fn }) => [sql.ref(span).as('span'), fn.sum('inquiries').as('asks')])
    .groupBy(span)
    .orderBy(span)
    .execute();
  const isMonth = part.table === 'inquiry_months';
  return rows
    .map(asksFromRow)
    .map(({ span: on, asks }) => ({ ...(isMonth ? daysOfMonth(on) : { from: on, to: on }), asks }));
}

/** Adds a sum to those of its subject; engines may give big numbers as text, which `times` makes numbers. */
function addTo(sums: Map<string, SumRow>, row: SumRow, times: 1 | -1): void {
  const { command, outcome, dossier_id, claim_id } = row;
  const key = `${command} ${outcome} ${dossier_id} ${claim_id}`;
  const sum = sums.get(key) ?? {
    ...{ command, outcome, dossier_id, claim_id },
    ...{ inquiries: 0, askers: 0, feedback_yes: 0, feedback_no: 0 },
  };
  sum.inquiries += times * row.inquiries;
  sum.askers += times * row.askers;
  sum.feedback_yes += times * row.feedback_yes;
  sum.feedback_no += times * row.feedback_no;
  sums.set(key, sum);
}
