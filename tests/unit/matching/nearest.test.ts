import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centreOf } from '../../../src/core/matching/closeness.ts';
import { nearest } from '../../../src/core/matching/nearest.ts';
import { packVectors } from '../../../src/core/matching/packed-vectors.ts';

/** Repeatable numbers between −1 and 1. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

function unit(numbers: Float32Array): Float32Array {
  const length = Math.hypot(...numbers);
  return numbers.map((number) => number / length);
}

function exactly(vectors: readonly Named[], wanted: Float32Array): readonly string[] {
  const dot = (vector: Float32Array) =>
    vector.reduce((sum, number, at) => sum + number * (wanted[at] ?? 0), 0);
  return vectors
    .map(({ id, vector }) => ({ id, similarity: dot(vector) }))
    .toSorted((a, b) => b.similarity - a.similarity)
    .map(({ id }) => id);
}

type Named = { readonly id: string; readonly vector: Float32Array };

/** Vectors that lie in a cone as narrow as that of real models, in groups of ten that are about the same; and a few about nothing. */
function manyVectors(count: number, dimensions: number) {
  const next = numbersFrom(7);
  const common = Float32Array.from({ length: dimensions }, () => 10 * next());
  let group = common;
  const vectors = Array.from({ length: count }, (_, at) => {
    if (at % 10 === 0) group = common.map((number) => number + next());
    return { id: `c${at}`, vector: unit(group.map((number) => number + 0.7 * next())) };
  });
  const neutral = Array.from({ length: 14 }, () => unit(common.map((number) => number + next())));
  return { vectors, neutral };
}

const nowhere = new Float32Array();

describe('the nearest vectors', () => {
  it('are those that exact numbers give, up to what a byte can hold', () => {
    const vector = fc
      .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 })
      .filter((numbers) => Math.hypot(...numbers) > 0.1)
      .map((numbers) => unit(Float32Array.from(numbers)));
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 20 }), vector, (vectors, wanted) => {
        const named = vectors.map((one, at) => ({ id: String(at), vector: one }));

        const found = nearest([packVectors(named, nowhere)], wanted, 20, nowhere);

        expect(found).toHaveLength(vectors.length);
        for (const { id, similarity } of found) {
          const exact = (vectors[Number(id)] ?? wanted).reduce(
            (sum, n, at) => sum + n * (wanted[at] ?? 0),
            0,
          );
          expect(Math.abs(similarity - exact)).toBeLessThan(0.03);
        }
      }),
    );
  });

  it('are found among many thousand by their sides first: always the first, and nearly always the same five of many alike', () => {
    const { vectors, neutral } = manyVectors(6_000, 384);
    const centre = centreOf(neutral);
    const packs = [vectors.slice(0, 2_000), vectors.slice(2_000)].map((some) => packVectors(some, centre));
    const next = numbersFrom(11);
    const questions = vectors.filter((_, at) => at % 300 === 0);
    let same = 0;

    for (const { vector } of questions) {
      const wanted = unit(vector.map((number) => number + 0.003 * next()));
      const exact = exactly(vectors, wanted).slice(0, 5);
      const found = nearest(packs, wanted, 5, centre).map(({ id }) => id);
      expect(found[0]).toBe(exact[0]);
      same += found.filter((id) => exact.includes(id)).length;
    }

    expect(same / (5 * questions.length)).toBeGreaterThan(0.9);
  });

  it('leave out vectors of another length, and none are no trouble', () => {
    const one = packVectors([{ id: 'a', vector: Float32Array.of(1, 0) }], nowhere);
    const mixed = packVectors(
      [
        { id: 'b', vector: Float32Array.of(0, 1, 0) },
        { id: 'c', vector: Float32Array.of(1) },
      ],
      nowhere,
    );

    expect(nearest([one, mixed], Float32Array.of(1, 0), 5, nowhere)).toMatchObject([{ id: 'a' }]);
    expect(mixed.ids).toEqual(['b']);
    expect(nearest([packVectors([], nowhere)], Float32Array.of(1), 5, nowhere)).toEqual([]);
    expect(nearest([], Float32Array.of(1), 5, nowhere)).toEqual([]);
    expect(nearest([one], Float32Array.of(1, 0), 0, nowhere)).toEqual([]);
  });
});
