import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceFrom } from '../../../bench/draws.ts';
import { COMPARED_WITH, RARELY, standingOut } from '../../../src/core/matching/standing-out.ts';

/** Cosines that fall by what claims fall by when nothing is meant: a j-th of the first distance after the j-th. */
const strangers = Array.from({ length: COMPARED_WITH }, (_, at) => 0.5 - 0.05 * Math.log(at + 1));

describe('claims that stand out', () => {
  it.each([
    { why: 'none is farther ahead than is usual', similarities: strangers, count: 0 },
    { why: 'one is far ahead', similarities: [0.8, ...strangers], count: 1 },
    { why: 'two are', similarities: [0.85, 0.8, ...strangers], count: 2 },
    { why: 'two with the same cosine are', similarities: [0.8, 0.8, ...strangers], count: 2 },
    { why: 'one is somewhat ahead', similarities: [0.56, ...strangers], count: 0 },
    { why: 'six are, more than a list holds', similarities: [...Array(6).fill(0.8), ...strangers], count: 0 },
    { why: 'all are alike', similarities: Array(21).fill(0.9), count: 0 },
    {
      why: 'the others are alike, so that nothing tells how they lie',
      similarities: [0.9, ...Array(20).fill(0.1)],
      count: 0,
    },
    { why: 'there are none', similarities: [], count: 0 },
    { why: 'there are too few to tell', similarities: [0.5, 0.4, 0.3], count: 3 },
  ])('are $count where $why', ({ similarities, count }) => {
    expect(standingOut(similarities).count).toBe(count);
  });

  it('are the same for a model that puts everything near, and for one that puts everything apart', () => {
    const hundredths = fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 21 });
    const stretch = fc.double({ min: 0.2, max: 2, noNaN: true });
    const shift = fc.double({ min: -1, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(hundredths, stretch, shift, (places, by, from) => {
        const similarities = places.map((place) => place / 100).toSorted((a, b) => b - a);

        const moved = standingOut(similarities.map((one) => from + by * one));

        const still = standingOut(similarities);
        expect(moved.accident).toBeCloseTo(still.accident, 6);
        if (Math.abs(still.accident - RARELY) > 1e-6) expect(moved.count).toBe(still.count);
      }),
    );
  });

  it.each([
    { why: 'exponential', draw: (chance: () => number) => -Math.log(1 - chance()) },
    {
      why: 'bell-shaped',
      draw: (chance: () => number) => Array.from({ length: 4 }, chance).reduce((a, b) => a + b),
    },
    { why: 'flat', draw: (chance: () => number) => chance() },
  ])('are one alone in one of twenty texts at most when cosines are drawn at random, $why', ({ draw }) => {
    const chance = chanceFrom(7);
    const texts = 1_000;

    const alone = Array.from({ length: texts }, () => {
      const cosines = Array.from({ length: 400 }, () => draw(chance)).sort((a, b) => b - a);
      return standingOut(cosines.slice(0, COMPARED_WITH + 1)).count;
    }).filter((count) => count === 1).length;

    // Three standard errors of a share of one in twenty.
    expect(alone / texts).toBeLessThan(RARELY + 3 * Math.sqrt((RARELY * (1 - RARELY)) / texts));
  });
});
