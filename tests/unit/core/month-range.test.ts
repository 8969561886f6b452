import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, type DayRange, daysAfter, daysIn, inPiecesOf } from '../../../src/core/digest-period.ts';
import { daysOfMonth, splitByMonth, sumByMonth } from '../../../src/core/month-range.ts';

const range = fc
  .tuple(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 0, max: 800 }))
  .map(([start, length]): DayRange => {
    const from = daysAfter('2022-12-30', start);
    return { from, to: daysAfter(from, length) };
  });

function daysOf({ from, to }: DayRange): readonly string[] {
  return Array.from({ length: daysIn({ from, to }) }, (_, offset) => daysAfter(from, offset));
}

function daysOfMonths(months: { readonly from: string; readonly to: string } | null): readonly string[] {
  if (months === null) return [];
  return daysOf({ from: daysOfMonth(months.from).from, to: daysOfMonth(months.to).to });
}

describe('months of a range of days', () => {
  it('are the whole ones; with what is left at the ends they are each day once', () => {
    fc.assert(
      fc.property(range, (over) => {
        const { months, days } = splitByMonth(over);

        const all = [...daysOfMonths(months), ...days.flatMap(daysOf)];
        expect(all.toSorted()).toEqual(daysOf(over));
        for (const { from, to } of days) expect(from.slice(0, 7)).toBe(to.slice(0, 7));
      }),
    );
  });

  it('make up the days with few others added or taken away', () => {
    fc.assert(
      fc.property(range, (over) => {
        const { months, plus, minus } = sumByMonth(over);

        const taken = new Set(minus.flatMap(daysOf));
        const whole = daysOfMonths(months);
        const all = [...whole.filter((day) => !taken.has(day)), ...plus.flatMap(daysOf)];
        expect(all.toSorted()).toEqual(daysOf(over));
        expect(whole).toEqual(expect.arrayContaining([...taken]));
        expect(plus.flatMap(daysOf).length + taken.size).toBeLessThanOrEqual(2 * 15);
      }),
    );
  });
});

describe('days', () => {
  it('are told one by one for a quarter, and by month beyond', () => {
    expect(bucketOf({ from: '2026-03-01', to: '2026-05-31' })).toBe('day');
    expect(bucketOf({ from: '2026-03-01', to: '2026-06-01' })).toBe('month');
  });

  it('are cut into pieces that are each day once', () => {
    fc.assert(
      fc.property(range, fc.integer({ min: 1, max: 40 }), (over, size) => {
        const pieces = inPiecesOf(size, over);

        expect(pieces.flatMap(daysOf)).toEqual(daysOf(over));
        expect(Math.max(...pieces.map(daysIn))).toBeLessThanOrEqual(size);
      }),
    );
  });
});
