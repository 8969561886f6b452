import { z } from 'zod';

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
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
