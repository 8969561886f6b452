import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PartialDate, precisionOf } from '../../../src/core/partial-date.ts';

describe('a partial date', () => {
  it.each([
    { date: '2016', precision: 'year' },
    { date: '2016-09', precision: 'month' },
    { date: '2016-09-07', precision: 'day' },
    { date: '2024-02-29', precision: 'day' },
    { date: '2000-02-29', precision: 'day' },
  ])('$date is as exact as a $precision', ({ date, precision }) => {
    expect(precisionOf(PartialDate.parse(date))).toBe(precision);
  });

  it.each([
    { date: '2023-02-29', why: '2023 is no leap year' },
    { date: '1900-02-29', why: '1900 is none either, being a century' },
    { date: '2016-04-31', why: 'April has 30 days' },
    { date: '2016-13', why: 'there is no thirteenth month' },
    { date: '2016-00', why: 'there is no month before the first' },
    { date: '2016-09-00', why: 'there is no day before the first' },
    { date: '2016-9-7', why: 'month and day have two digits' },
    { date: '16', why: 'a year has four digits' },
    { date: '07/09/2016', why: 'nobody can tell the day from the month' },
    { date: ' 2016', why: 'a date has no space around it' },
    { date: '2016-09-07T00:00:00Z', why: 'a date is no moment' },
    { date: '٢٠١٦', why: 'only the ten usual digits are read' },
    { date: '', why: 'an unknown date is null' },
  ])('is not "$date": $why', ({ date }) => {
    expect(PartialDate.safeParse(date).success).toBe(false);
  });

  it('is every day of the calendar, written out', () => {
    const moments = fc.date({
      min: new Date('1000-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });

    fc.assert(
      fc.property(moments, (moment) => {
        const day = moment.toISOString().slice(0, 10);

        expect(PartialDate.safeParse(day).success).toBe(true);
      }),
    );
  });
});
