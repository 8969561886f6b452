import { describe, expect, test } from 'vitest';
import { addBestScores, addScores, buildPostings, holds } from '../../../src/core/matching/postings.ts';

/** Three claims of one field over two words, which are terms 0 and 1: [0], [0, 1, 1], [1]. */
const stream = {
  words: Uint32Array.of(0, 0, 1, 1, 1),
  starts: Uint32Array.of(0, 1, 4, 5),
  claims: 3,
  fields: 1,
};
const terms = { starts: Uint32Array.of(0, 1, 2), terms: Uint32Array.of(0, 1), count: 2 };

describe('buildPostings', () => {
  test('a term has an entry for each claim that holds it, ascending', () => {
    const postings = buildPostings(stream, terms, [1], 3);

    expect(Array.from(postings.starts)).toEqual([0, 2, 4]);
    expect(Array.from(postings.claims)).toEqual([0, 1, 1, 2]);
    expect(Array.from(postings.holders)).toEqual([2, 2]);
  });

  test('a term that too many claims hold has no entries, yet its holders are known', () => {
    const postings = buildPostings(stream, terms, [1], 1);

    expect(postings.claims).toHaveLength(0);
    expect(Array.from(postings.holders)).toEqual([2, 2]);
  });

  test('holds finds exactly the claims with an entry', () => {
    const postings = buildPostings(stream, terms, [1], 3);

    expect([0, 1, 2].map((claim) => holds(postings, 0, claim))).toEqual([true, true, false]);
    expect([0, 1, 2].map((claim) => holds(postings, 1, claim))).toEqual([false, true, true]);
  });
});

describe('scores', () => {
  test('a claim of few words gains more from one of them than a claim of many', () => {
    const postings = buildPostings(stream, terms, [1], 3);
    const scores = new Float32Array(3);

    addScores(postings, 0, 2, scores);

    expect(scores[0]).toBeGreaterThan(scores[1] ?? 0);
    expect(scores[2]).toBe(0);
  });

  test('words that stand in for one another count once, by the best of them', () => {
    const postings = buildPostings(stream, terms, [1], 3);
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
