import { z } from 'zod';

const shape = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

function isCalendarDate(text: string): boolean {
  if (text.length < 10) return true;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A date as far as it is known: a year, a month or a day, written `2016`, `2016-09` or `2016-09-07`. */
export const PartialDate = z
  .string()
  .regex(shape, 'write a date as YYYY, YYYY-MM or YYYY-MM-DD')
  .refine(isCalendarDate, 'this day is not in the calendar')
  .brand<'PartialDate'>();
export type PartialDate = z.infer<typeof PartialDate>;

/** How exact a partial date is. */
export type DatePrecision = 'year' | 'month' | 'day';

/** Whether `date` names a year, a month or a day. */
export function precisionOf(date: PartialDate): DatePrecision {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
}
