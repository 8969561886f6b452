import { z } from 'zod';
import { type DayRange, daysAfter } from './digest-period.ts';

/** When scheduled digests come: every day, or every week on one day, at a local time. */
export const DigestSchedule = z.object({
  every: z.enum(['day', 'week']),
  /** The day of a weekly digest as ISO 8601 counts: 1 is Monday, 7 is Sunday. Without meaning for a daily one. */
  weekday: z.int().min(1).max(7),
  /** Local time, `HH:MM` from 00:00 to 23:59. */
  at: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  /** IANA time zone, such as `Europe/Berlin`. */
  zone: z.string().refine(isTimeZone),
});
export type DigestSchedule = z.infer<typeof DigestSchedule>;

/** Whether there is such a time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    // A formatter knows zones, too, but takes fifty times as long, and settings are read with every command.
    return new Temporal.ZonedDateTime(0n, zone).timeZoneId !== '';
  } catch {
    return false;
  }
}

/**
 * The first moment after `afterMs` (both in milliseconds since 1970) at which a digest is due. A local time that does not
 * exist on a day is as much later as the clocks were put forward (02:30 becomes 03:30); of one that exists twice the
 * first counts. Either way each day has one digest, but for a day that the zone leaves out altogether.
 */
export function nextDue(schedule: DigestSchedule, afterMs: number): number {
  let date = localDate(schedule, afterMs).subtract(aDay);
  while (!hasDigest(schedule, date) || momentOn(schedule, date) <= afterMs) date = date.add(aDay);
  return momentOn(schedule, date);
}

/** The last moment up to `atOrBeforeMs` at which a digest was due. */
export function previousDue(schedule: DigestSchedule, atOrBeforeMs: number): number {
  return momentOn(schedule, dateOfLast(schedule, atOrBeforeMs));
}

/** What a scheduled digest covers, and a name that no other digest of its server has. */
export type ScheduledPeriod = DayRange & { readonly key: string };

/**
 * The period of the digest that is due at `dueMs`: the whole days in UTC since the one before was due, up to the last
 * that is over. Successive periods leave no day out and share none; where the clocks are changed around midnight in UTC,
 * two daily digests can be due on one day of UTC, and the second then covers the same day as the first.
 *
 * @returns `key` is made of the local date, so that a digest whose time is moved does not come twice on one day
 */
export function scheduledPeriod(schedule: DigestSchedule, dueMs: number): ScheduledPeriod {
  const to = daysAfter(utcDay(dueMs), -1);
  const since = utcDay(previousDue(schedule, dueMs - 1));
  return {
    from: since < to ? since : to,
    to,
    key: `${schedule.every} ${dateOfLast(schedule, dueMs).toString()}`,
  };
}

const aDay = { days: 1 } as const;

function localDate({ zone }: DigestSchedule, ms: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(zone).toPlainDate();
}

function hasDigest({ every, weekday }: DigestSchedule, date: Temporal.PlainDate): boolean {
  return every === 'day' || date.dayOfWeek === weekday;
}

function momentOn({ at, zone }: DigestSchedule, date: Temporal.PlainDate): number {
  const local = date.toPlainDateTime(Temporal.PlainTime.from(at));
  return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** The date that the last digest due by then was meant for: where clocks skip a midnight it comes on the day after. */
function dateOfLast(schedule: DigestSchedule, atOrBeforeMs: number): Temporal.PlainDate {
  let date = localDate(schedule, atOrBeforeMs).add(aDay);
  while (!hasDigest(schedule, date) || momentOn(schedule, date) > atOrBeforeMs) date = date.subtract(aDay);
  return date;
}

function utcDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
