import type { DigestSchedule } from './digest-schedule.ts';

/** A day on which the clocks of a place change at the time of its digest. */
export type ClockChange = {
  /** `skipped`: the time does not exist on that day; `twice`: it comes twice. */
  readonly kind: 'skipped' | 'twice';
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** The local time, `HH:MM`, at which the digest comes then. */
  readonly at: string;
};

/** How far ahead is looked, in days: clocks that change do so every year. */
const aheadDays = 366;

/** The next day within a year on which the time of a scheduled digest does not exist, or comes twice. */
export function nextClockChange(
  { every, weekday, at, zone }: DigestSchedule,
  nowMs: number,
): ClockChange | null {
  const time = Temporal.PlainTime.from(at);
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDate();
  for (let ahead = 0; ahead < aheadDays; ahead += 1) {
    const day = today.add({ days: ahead });
    if (every === 'week' && day.dayOfWeek !== weekday) continue;
    const local = day.toPlainDateTime(time);
    const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
    const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
    if (earlier.epochMilliseconds === later.epochMilliseconds) continue;
    const kind = earlier.toPlainDateTime().equals(local) ? 'twice' : 'skipped';
    const comes = kind === 'twice' ? earlier : later;
    return { kind, day: day.toString(), at: comes.toPlainTime().toString({ smallestUnit: 'minute' }) };
  }
  return null;
}
