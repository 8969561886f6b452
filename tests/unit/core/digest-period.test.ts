import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysIn,
  digestLengths,
  digestPeriod,
  maxDigestDays,
  spanOf,
  type WantedPeriod,
} from '../../../src/core/digest-period.ts';
import { FootnoteError } from '../../../src/core/errors.ts';

const today = '2026-03-10';
const nothing: WantedPeriod = { length: null, since: null, until: null };

function codeOf(wanted: Partial<WantedPeriod>): string {
  try {
    digestPeriod({ ...nothing, ...wanted }, today);
  } catch (error) {
    if (error instanceof FootnoteError) return error.code;
    throw error;
  }
  throw new RangeError('the period can be had');
}

describe('the period of a digest', () => {
  it.each([
    { wanted: {}, from: '2026-03-04', to: today, why: 'a week up to today' },
    { wanted: { length: 'day' }, from: today, to: today, why: 'today' },
    { wanted: { length: 'year' }, from: '2025-03-11', to: today, why: 'a year up to today' },
    { wanted: { since: '2026-03-01' }, from: '2026-03-01', to: today, why: 'since a day' },
    { wanted: { until: '2026-03-02' }, from: '2026-02-24', to: '2026-03-02', why: 'a week up to a day' },
    {
      wanted: { length: 'month', since: '2024-02-01' },
      from: '2024-02-01',
      to: '2024-03-01',
      why: 'as long as said, over a leap day',
    },
    {
      wanted: { length: 'day', since: '2026-01-01', until: '2026-01-31' },
      from: '2026-01-01',
      to: '2026-01-31',
      why: 'both ends before the length',
    },
    {
      wanted: { since: ' 2026-03-01T23:30:00-02:00 ', until: '2026-03-05T10:00' },
      from: '2026-03-02',
      to: '2026-03-05',
      why: 'moments, as days in UTC',
    },
    { wanted: { until: '2026-04-01' }, from: '2026-03-04', to: today, why: 'over today, whatever its end' },
    {
      wanted: { length: 'week', since: '2026-03-08' },
      from: '2026-03-08',
      to: today,
      why: 'without the days to come, so that it compares with as many',
    },
  ] as const)('is $why', ({ wanted, from, to }) => {
    expect(digestPeriod({ ...nothing, ...wanted }, today)).toMatchObject({ from, to });
  });

  it('has as many days right before it', () => {
    const day = fc
      .date({ min: new Date('2016-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const wanted = fc.record({ length: fc.constantFrom(null, ...digestLengths), until: fc.option(day) });

    fc.assert(
      fc.property(wanted, (given) => {
        const period = digestPeriod({ ...nothing, ...given }, today);

        expect(daysIn(period.before)).toBe(daysIn(period));
        expect(spanOf(period.before).untilMs).toBe(spanOf(period).fromMs);
        expect(daysIn(period)).toBeLessThanOrEqual(maxDigestDays);
      }),
    );
  });

  it.each([
    '',
    'yesterday',
    '2026-13-01',
    '2026-02-30',
    '02.03.2026',
    '2014-12-31',
    '1969-01-01',
    '20260302',
  ])('is not made of the date %j', (since) => {
    expect(codeOf({ since })).toBe('digest.date-malformed');
  });

  it.each([
    { wanted: { since: '2026-03-02', until: '2026-03-01' }, code: 'digest.dates-reversed' },
    { wanted: { since: '2026-03-11' }, code: 'digest.not-begun' },
    { wanted: { since: '2026-03-11', until: '2026-03-20' }, code: 'digest.not-begun' },
    { wanted: { since: '2025-01-01', until: '2026-01-02' }, code: 'digest.too-long' },
  ])('is refused with $code', ({ wanted, code }) => {
    expect(codeOf(wanted)).toBe(code);
  });

  it('may be a leap year long', () => {
    const { from, to } = digestPeriod({ ...nothing, since: '2024-01-01', until: '2024-12-31' }, today);

    expect(daysIn({ from, to })).toBe(maxDigestDays);
  });
});
