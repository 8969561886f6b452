import type { Kysely } from 'kysely';
import { type DayRange, daysAfter, daysIn, inPiecesOf } from '../../core/digest-period.ts';
import type { ClaimId, GuildId } from '../../core/ids.ts';
import type { InquiryTotal } from '../../core/inquiry.ts';
import { sumByMonth } from '../../core/month-range.ts';
import { inquiryTotalFromRow } from './inquiry-rows.ts';
import type { Tables, TotalColumns, TotalSubject } from './tables.ts';

/** How many days one statement reads: those of a large server hold thousands of totals each. */
const daysAtOnce = 7;

const subject = ['claim_id', 'dossier_id', 'command', 'outcome'] as const;

type SumRow = TotalSubject & TotalColumns;

/** Where totals are kept, and the column of their day or month. */
const spanColumns = { inquiry_days: 'day', inquiry_months: 'month' } as const;
type Table = keyof typeof spanColumns;

/** Days (`YYYY-MM-DD`) or months (`YYYY-MM`), both ends included. */
type Part = { readonly table: Table; readonly from: string; readonly to: string };

/** A part of a range, and whether it is added to make the range up, or taken away again. */
type Term = { readonly part: Part; readonly times: 1 | -1 };

/** A server's totals of a range of days; see `InquiryStore.totals` and `totalsOfClaims`. */
export async function totalsOf(
  db: Kysely<Tables>,
  guildId: GuildId,
  range: DayRange,
  claimIds: readonly ClaimId[] | null = null,
): Promise<readonly InquiryTotal[]> {
  if (claimIds?.length === 0) return [];
  const sums = new Map<string, SumRow>();
  for (const { part, times } of termsOf(range))
    for (const row of await summed(db, guildId, part, claimIds)) addTo(sums, row, times);
  return [...sums.values()].filter(({ inquiries }) => inquiries > 0).map(inquiryTotalFromRow);
}

/** A server's totals of a range in so few and small parts that none takes long to read. */
export function termsOf(range: DayRange): readonly Term[] {
  const { months, plus, minus } = sumByMonth(range);
  const daily = (times: 1 | -1) => (days: DayRange) =>
    inPiecesOf(daysAtOnce, days).map((piece): Term => ({ part: { table: 'inquiry_days', ...piece }, times }));
  return [
    ...(months === null ? [] : [{ part: { table: 'inquiry_months', ...months }, times: 1 } as const]),
    ...plus.flatMap(daily(1)),
    ...minus.flatMap(daily(-1)),
  ];
}

/** The totals of a part in which something was asked. */
export function totalsIn(db: Kysely<Tables>, guildId: GuildId, part: Part) {
  const { table, from, to } = part;
  const chosen = db.selectFrom(table).where('guild_id', '=', guildId).where('inquiries', '>', 0);
  const span = spanColumns[table];
  if (table === 'inquiry_months') return chosen.where(span, '>=', from).where(span, '<=', to);
  // Each day by its name, so that the claims within it are found by theirs.
  return chosen.where(span, 'in', daysOf(part));
}

function daysOf(range: DayRange): readonly string[] {
  return Array.from({ length: daysIn(range) }, (_, offset) => daysAfter(range.from, offset));
}

/** The sums of some totals, each subject once. */
function summed(
  db: Kysely<Tables>,
  guildId: GuildId,
  part: Part,
  claimIds: readonly ClaimId[] | null,
): Promise<readonly SumRow[]> {
  const chosen = totalsIn(db, guildId, part);
  return (claimIds === null ? chosen : chosen.where('claim_id', 'in', claimIds))
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
