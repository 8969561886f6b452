import { describe, expect, it } from 'vitest';
import { caseTimes } from '../../../src/core/case-times.ts';

describe('how long cases took', () => {
  const took = (...times: readonly number[]) =>
    caseTimes(times.map((ms) => ({ openedAt: 1_000, takenAt: null, resolvedAt: 1_000 + ms }))).resolution;

  it.each([
    { times: [], is: null, why: 'no case' },
    { times: [7], is: { cases: 1, medianMs: 7, p90Ms: 7 }, why: 'one' },
    { times: [9, 1], is: { cases: 2, medianMs: 1, p90Ms: 9 }, why: 'two: the lower is the median' },
    { times: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], is: { cases: 10, medianMs: 5, p90Ms: 9 }, why: 'ten' },
    { times: [100, 2, 3], is: { cases: 3, medianMs: 3, p90Ms: 100 }, why: 'three, with one that took long' },
  ])('is by nearest rank of $why', ({ times, is }) => {
    expect(took(...times)).toEqual(is);
  });

  it('is counted from the first report, and from the taking for those that were taken', () => {
    const times = caseTimes([
      { openedAt: 0, takenAt: 60, resolvedAt: 100 },
      { openedAt: 0, takenAt: null, resolvedAt: 10 },
    ]);

    expect(times).toEqual({
      resolution: { cases: 2, medianMs: 10, p90Ms: 100 },
      handling: { cases: 1, medianMs: 40, p90Ms: 40 },
    });
  });

  it('says nothing of handling where nobody took a case', () => {
    expect(caseTimes([{ openedAt: 0, takenAt: null, resolvedAt: 10 }]).handling).toBeNull();
  });
});
