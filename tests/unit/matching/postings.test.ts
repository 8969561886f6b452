import { describe, expect, test } from 'vitest';
import { buildPostings } from '../../../src/core/matching/build-postings.ts';
import { addBestScores, addScores, holds } from '../../../src/core/matching/postings.ts';

/** Three claims of one field over two words, which are terms 0 and 1: [0], [0, 1, 1], [1]. */
const stream = {
  words: Uint32Array.of(0, 0, 1, 1, 1),
  starts: Uint32Array.of(0, 1, 4, 5),
  claims: 3,
  fields: 1,
};
const terms = { starts: Uint32Array.of(0, 1, 2), terms: Uint32Array.of(0, 1) };
const weighing = { fieldWeights: [1], averages: [2] };
const claims = [0, 1, 2];

describe('buildPostings', () => {
  test('each term is held by exactly the claims that have it', () => {
    const postings = buildPostings(stream, terms, 2, weighing);

    expect(claims.map((claim) => holds(postings, 0, claim))).toEqual([true, true, false]);
    expect(claims.map((claim) => holds(postings, 1, claim))).toEqual([false, true, true]);
    expect(Array.from(postings.holders)).toEqual([2, 2]);
  });

  test('a term that too many claims hold has no entries, yet its holders are known', () => {
    const postings = buildPostings(stream, terms, 2, weighing, 1);

    expect(postings.packed).toHaveLength(0);
    expect(Array.from(postings.holders)).toEqual([2, 2]);
    expect(claims.some((claim) => holds(postings, 0, claim))).toBe(false);
  });

  test('a term that is kept though too common has entries that count nothing', () => {
    const postings = buildPostings(stream, terms, 2, weighing, 1, 2);
    const scores = new Float32Array(3);

    addScores(postings, 0, 1, scores);

    expect(postings.packed.length).toBeGreaterThan(0);
    expect(Array.from(scores)).toEqual([0, 0, 0]);
    expect(holds(postings, 0, 0)).toBe(false);
  });
});

describe('scores', () => {
  test('a claim of few words gains more from one of them than a claim of many', () => {
    const postings = buildPostings(stream, terms, 2, weighing);
    const scores = new Float32Array(3);

    addScores(postings, 0, 2, scores);

    expect(scores[0]).toBeGreaterThan(scores[1] ?? 0);
    expect(scores[2]).toBe(0);
  });

  test('words that stand in for one another count once, by the best of them', () => {
    const postings = buildPostings(stream, terms, 2, weighing);
    const scores = new Float32Array(3);
    const alone = new Float32Array(3);
    const best = new Float32Array(3);

    addBestScores(
      postings,
      [
        { term: 0, weight: 0.1 },
        { term: 1, weight: 1 },
      ],
      scores,
      best,
    );
    addScores(postings, 1, 1, alone);

    expect(scores[1]).toBeCloseTo(alone[1] ?? 0);
    expect(scores[2]).toBeCloseTo(alone[2] ?? 0);
    expect(scores[0]).toBeGreaterThan(0);
    expect(Array.from(best)).toEqual([0, 0, 0]);
  });
});
