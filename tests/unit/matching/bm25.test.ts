import { describe, expect, test } from 'vitest';
import {
  inverseFrequency,
  MAX_IMPACT,
  normalisedFrequency,
  saturate,
  smoothedInverseFrequency,
} from '../../../src/core/matching/bm25.ts';

describe('BM25', () => {
  test('one occurrence in a field of average length weighs 1', () => {
    expect(saturate(normalisedFrequency(1, 20, 20))).toBeCloseTo(1);
  });

  test('an occurrence in a short field weighs more than one in a long field', () => {
    expect(normalisedFrequency(1, 3, 20)).toBeGreaterThan(normalisedFrequency(1, 60, 20));
  });

  test('further occurrences weigh less each time and never pass the limit', () => {
    expect(saturate(2) - saturate(1)).toBeGreaterThan(saturate(3) - saturate(2));
    expect(saturate(1e9)).toBeLessThanOrEqual(MAX_IMPACT);
  });

  test('a rare term tells more than a common one, and one that all hold tells something still', () => {
    expect(inverseFrequency(1, 1000)).toBeGreaterThan(inverseFrequency(500, 1000));
    expect(inverseFrequency(1000, 1000)).toBeGreaterThan(0);
  });

  test('in few claims a word common in English tells less than a rare one that as many hold', () => {
    expect(smoothedInverseFrequency(1, 17, 0.025, 30)).toBeLessThan(
      smoothedInverseFrequency(1, 17, 0.0005, 30),
    );
  });

  test('in many claims the prior no longer shows', () => {
    expect(smoothedInverseFrequency(50, 14_000, 0.025, 30)).toBeCloseTo(inverseFrequency(50, 14_000), 1);
  });
});
