import { z } from 'zod';
import { FootnoteError } from './errors.ts';

/** How long a digest may look back, by name. */
export const digestLengths = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type DigestLength = (typeof digestLengths)[number];

/** In days: always the same, so that a period and the one before are equally long. */
const daysOf: Readonly<Record<DigestLength, number>> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };

/** The most days one digest covers. */
export const maxDigestDays = 366;

/** Whole days in UTC, `YYYY-MM-DD`, both included. */
export type DayRange = { readonly from: string; readonly to: string };

/** The days of a digest, and as many days before them. */
export type DigestPeriod = DayRange & { readonly before: DayRange };

/** What was asked for; what is null is left to the others. */
export type WantedPeriod = {
  /** Counts only where one end is not given. */
  readonly length: DigestLength | null;
  /** The first and last day: a date or a moment in ISO 8601. */
  readonly since: string | null;
  readonly until: string | null;
};

/**
 * The days that were asked for: from `since` to `until`; with one of them as many days as `length` says; with `since`
 * alone up to today; with neither the days up to today. A week where nothing says how long. It ends today at the latest:
 * days to come would be compared with days that were.
 *
 * @param today - the day that is not over yet
 * @throws FootnoteError `digest.date-malformed`, `digest.dates-reversed`, `digest.not-begun` where all days are to come,
 *   or `digest.too-long` past `maxDigestDays`
 */
export function digestPeriod({ length, since, until }: WantedPeriod, today: string): DigestPeriod {
  const first = since === null ? null : dayIn(since);
  const last = until === null ? null : dayIn(until);
  const days = daysOf[length ?? 'week'];
  if (first === null) {
    const to = earlier(last ?? today, today);
    return withBefore(daysAfter(to, 1 - days), to);
  }
  if (last !== null && first > last)
    throw new FootnoteError('digest.dates-reversed', { since: first, until: last });
  if (first > today) throw new FootnoteError('digest.not-begun', { day: first, today });
  return withBefore(first, earlier(last ?? (length === null ? today : daysAfter(first, days - 1)), today));
}

function earlier(day: string, other: string): string {
  return day < other ? day : other;
}

function withBefore(from: string, to: string): DigestPeriod {
  const days = daysIn({ from, to });
  if (days > maxDigestDays) throw new FootnoteError('digest.too-long', { days, max: maxDigestDays });
  return { from, to, before: { from: daysAfter(from, -days), to: daysAfter(from, -1) } };
}

const dayMs = 86_400_000;

/** Dates as people type them; nothing on Discord is older than 2015, and years have four digits. */
const Day = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true }).transform(utcDay)]);

function utcDay(moment: string): string {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(moment) ? moment : `${moment}Z`;
  return new Date(zoned).toISOString().slice(0, 10);
}

function dayIn(text: string): string {
  const { data: day } = Day.safeParse(text.trim());
  if (day === undefined || day < '2015' || day > '9000')
    throw new FootnoteError('digest.date-malformed', { date: text.slice(0, 40) });
  return day;
}

/** How many days there are, both ends included. */
export function daysIn({ from, to }: DayRange): number {
  return (startOfDay(to) - startOfDay(from)) / dayMs + 1;
}

/**
 * How finely asks over these days are told: by day up to a quarter, of which a picture as wide as a phone can still show each,
 * else by month.
 */
export function bucketOf(range: DayRange): 'day' | 'month' {
  return daysIn(range) <= 92 ? 'day' : 'month';
}

/** The day that many days after `day`; before it where `days` is negative. */
export function daysAfter(day: string, days: number): string {
  return new Date(startOfDay(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The moment a day begins, in milliseconds since 1970. */
function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The days of a range in pieces of so many, the last with what is left. */
export function inPiecesOf(days: number, { from, to }: DayRange): readonly DayRange[] {
  const last = daysAfter(from, days - 1);
  return last >= to
    ? [{ from, to }]
    : [{ from, to: last }, ...inPiecesOf(days, { from: daysAfter(last, 1), to })];
}

/** The span of time of these days: `fromMs` belongs to it, `untilMs` does not. */
export function spanOf({ from, to }: DayRange): { readonly fromMs: number; readonly untilMs: number } {
  return { fromMs: startOfDay(from), untilMs: startOfDay(to) + dayMs };
}
