import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../src/core/in-pieces.ts';
import { starsOf } from '../../../src/core/matching/stars.ts';

/** Neighbours on both sides from pairs. */
function near(
  count: number,
  ...pairs: readonly (readonly [one: number, other: number, similarity: number])[]
) {
  return Array.from({ length: count }, (_, number) =>
    pairs.flatMap(([one, other, similarity]) => {
      if (one === number) return [{ other, similarity }];
      return other === number ? [{ other: one, similarity }] : [];
    }),
  );
}

const centresOf = (...given: Parameters<typeof starsOf>) => atOnce(starsOf(...given));

describe('starsOf', () => {
  test('the one with most around it is the centre', () => {
    expect(centresOf(near(4, [0, 1, 0.9], [1, 2, 0.9], [1, 3, 0.6]), [1, 1, 1, 1])).toEqual([1, 1, 1, 1]);
  });

  test('what counts more weighs more; of equal ones the first is the centre', () => {
    expect(centresOf(near(2, [0, 1, 0.8]), [1, 5])).toEqual([1, 1]);
    expect(centresOf(near(2, [0, 1, 0.8]), [1, 1])).toEqual([0, 0]);
  });

  test('each goes to the centre it is most like', () => {
    const centres = centresOf(near(5, [0, 1, 0.6], [0, 2, 0.6], [0, 3, 0.5], [3, 4, 0.9]), [1, 1, 1, 1, 1]);

    expect(centres).toEqual([0, 0, 0, 4, 4]);
  });

  test('one without neighbours is its own', () => {
    expect(centresOf(near(2), [1, 1])).toEqual([0, 1]);
  });
});
