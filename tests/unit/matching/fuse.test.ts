import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closenessOf, meanSimilarity } from '../../../src/core/matching/closeness.ts';
import { ANSWERED_FROM } from '../../../src/core/matching/confidence.ts';
import { type CloseClaim, chosenNumbers, fuse } from '../../../src/core/matching/fuse.ts';
import type { Lookup, LookupOutcome, Match } from '../../../src/core/matching/match.ts';

const match = (id: string, confidence: number): Match => ({ id, score: confidence, confidence, words: [id] });
const byWords = (outcome: LookupOutcome, ...matches: readonly Match[]): Lookup => ({ outcome, matches });
/** Claims that all stand out as far as need be. */
const close = (...pairs: readonly (readonly [string, number])[]): CloseClaim[] =>
  pairs.map(([id, closeness]) => ({ id, closeness, accident: 0 }));
const nothing = byWords('unanswered');
const fused = (words: Lookup, near: readonly CloseClaim[]) => fuse(words, words.matches, near, 5);
const idsOf = ({ matches }: Lookup) => matches.map(({ id }) => id);

describe('words and meaning together', () => {
  it.each([
    { why: 'far ahead and very close', near: close(['a', 0.8], ['b', 0.5]), outcome: 'answered', ids: ['a'] },
    {
      why: 'very close, as is another',
      near: close(['a', 0.9], ['b', 0.85]),
      outcome: 'ambiguous',
      ids: ['a', 'b'],
    },
    {
      why: 'ahead, but not very close',
      near: close(['a', 0.7], ['b', 0.1]),
      outcome: 'ambiguous',
      ids: ['a'],
    },
    { why: 'not close', near: close(['a', 0.39], ['b', 0.1]), outcome: 'unanswered', ids: [] },
  ])('where words find nothing, a claim that is $why is $outcome', ({ near, outcome, ids }) => {
    const result = fused(nothing, near);

    expect(result.outcome).toBe(outcome);
    expect(idsOf(result)).toEqual(ids);
  });

  it('an answer by words stays as it is, whatever is close', () => {
    const words = byWords('answered', match('a', 0.9));

    expect(fused(words, close(['b', 0.95], ['a', 0.2]))).toBe(words);
  });

  it('words that nearly answer do so when meaning clearly points to the same claim', () => {
    const words = byWords('ambiguous', match('a', 0.65), match('b', 0.3));

    expect(fused(words, close(['a', 0.6], ['b', 0.3])).outcome).toBe('answered');
    expect(fused(words, close(['a', 0.6], ['b', 0.5])).outcome).toBe('ambiguous');
    expect(fused(words, close(['b', 0.6], ['a', 0.3])).outcome).toBe('ambiguous');
    expect(fused(byWords('ambiguous', match('a', 0.5)), close(['a', 0.6])).outcome).toBe('ambiguous');
  });

  it('meaning alone does not answer where words point to another claim, however unsure', () => {
    const near = close(['b', 0.9], ['a', 0.2]);

    expect(fused(byWords('ambiguous', match('a', 0.6)), near).outcome).toBe('ambiguous');
    expect(fused(byWords('ambiguous', match('a', 0.1)), near).outcome).toBe('ambiguous');
    expect(fused(byWords('unanswered', match('a', 0.1)), near).outcome).toBe('answered');
  });

  it('claims that say the same word for word stay a choice', () => {
    const words = byWords('ambiguous', match('a', 0.9), match('b', 0.9));

    const result = fused(words, close(['a', 0.95], ['c', 0.2]));

    expect(result.outcome).toBe('ambiguous');
    expect(idsOf(result)).toEqual(['a', 'b']);
  });

  it('of claims that words find alike the closer one comes first', () => {
    const words = byWords('ambiguous', match('a', 0.7), match('b', 0.7));

    expect(idsOf(fused(words, close(['b', 0.6], ['a', 0.2])))).toEqual(['b', 'a']);
  });

  it('some claim is always the closest: one that does not stand out counts for nothing, however close', () => {
    const words = byWords('ambiguous', match('a', 0.6));
    const near = [{ id: 'b', closeness: 0.9, accident: 0.3 }];

    expect(fused(words, near)).toBe(words);
    expect(fused(nothing, near)).toBe(nothing);
  });

  it('answers without words only where a claim stands out as is seldom seen', () => {
    const near = (accident: number) => [{ id: 'a', closeness: 0.9, accident }];

    expect(fused(nothing, near(0.01)).outcome).toBe('answered');
    expect(fused(nothing, near(0.02)).outcome).toBe('ambiguous');
  });

  it('of what words offer those claims come first that meaning points to, and what only meaning knows last', () => {
    const words = byWords('ambiguous', match('a', 0.6), match('b', 0.3), match('c', 0.2));

    const result = fused(words, close(['d', 0.6], ['c', 0.55]));

    expect(idsOf(result)).toEqual(['c', 'a', 'b', 'd']);
    expect(result.matches.map(({ confidence }) => confidence)).toEqual([0.6, 0.6, 0.45, 0.45]);
  });

  it('without anything close it is what words found', () => {
    const words = byWords('ambiguous', match('a', 0.6));

    expect(fused(words, [])).toBe(words);
  });

  it('answers only with a lead, keeps to the limit, and is never surer than it says', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1 });
    const some = fc.tuple(ids, fc.array(chance, { minLength: 7, maxLength: 7 }));
    fc.assert(
      fc.property(
        some,
        some,
        fc.integer({ min: 0, max: 9 }),
        ([claims, chances], [near, closenesses], limit) => {
          const matches = claims
            .map((id, at) => match(id, Math.min(chances[at] ?? 0, 0.79)))
            .toSorted((a, b) => b.confidence - a.confidence);
          const closest = close(...near.map((id, at) => [id, closenesses[at] ?? 0] as const)).toSorted(
            (a, b) => b.closeness - a.closeness,
          );

          const { outcome, matches: found } = fuse(
            byWords('ambiguous', ...matches.slice(0, Math.min(limit, 5))),
            matches,
            closest,
            limit,
          );

          expect(found.length).toBeLessThanOrEqual(Math.min(limit, 5));
          expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
          const lead = (closest[0]?.closeness ?? 0) - (closest[1]?.closeness ?? 0);
          if (outcome === 'answered') {
            expect(lead).toBeGreaterThanOrEqual(chosenNumbers.clearLead);
            expect(closest[0]?.closeness).toBeGreaterThanOrEqual(chosenNumbers.listedFrom);
            if (limit > 0) expect(found[0]).toMatchObject({ id: closest[0]?.id });
          }
          const sure = found.filter(({ confidence }) => confidence >= ANSWERED_FROM).length;
          expect(sure).toBe(outcome === 'answered' && limit > 0 ? 1 : 0);
        },
      ),
    );
  });
});

describe('closeness', () => {
  it('is the same for a model that puts everything near as for one that does not', () => {
    expect(closenessOf(0.1, 0.1)).toBe(0);
    expect(closenessOf(0.75, 0.75)).toBe(0);
    expect(closenessOf(0.775, 0.1)).toBeCloseTo(chosenNumbers.aloneFrom);
    expect(closenessOf(0.9375, 0.75)).toBeCloseTo(chosenNumbers.aloneFrom);
    expect(closenessOf(1, 0.3)).toBe(1);
    expect(closenessOf(-1, 0)).toBe(0);
    expect(closenessOf(1, 1)).toBe(0);
  });

  it('is unknown where vectors cannot be compared', () => {
    expect(meanSimilarity(Float32Array.of(1, 0), [Float32Array.of(1)])).toBeNull();
    expect(meanSimilarity(Float32Array.of(1, 0), [])).toBeNull();
    expect(meanSimilarity(Float32Array.of(1, 0), [Float32Array.of(1, 0), Float32Array.of(0, 1)])).toBe(0.5);
  });
});
