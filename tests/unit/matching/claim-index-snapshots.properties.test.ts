import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildClaimIndex,
  type IndexedClaim,
  indexFromSnapshot,
} from '../../../src/core/matching/claim-index.ts';
import '../../property-seed.ts';
import { change, claims, claimsAfter, expectSame, mostClaims, query } from './changing-claims.ts';

describe('a snapshot', () => {
  test('gives the index back, also after changes, and it can be changed on', () => {
    fc.assert(
      fc.property(
        fc.oneof(claims, mostClaims),
        change,
        change,
        fc.array(query, { minLength: 1, maxLength: 4 }),
        (first, one, other, texts) => {
          const index = buildClaimIndex(first);
          index.update(one);
          const now = claimsAfter(first, one);
          const back = indexFromSnapshot(index.snapshot(), now);
          expect(back).not.toBeNull();
          if (back === null) return;
          expectSame(back, buildClaimIndex(now), texts);
          expectSame(index, back, texts);

          back.update(other);
          expectSame(back, buildClaimIndex(claimsAfter(now, other)), texts);
        },
      ),
      { numRuns: 40 },
    );
  });

  const some: readonly IndexedClaim[] = [
    { id: 'a', quote: 'The dam was inspected.', gist: 'Says so.', title: 'Dam' },
    { id: 'b', quote: 'Nobody was warned.', gist: '', title: 'Dam', context: 'Sirens.' },
  ];
  const bytes = buildClaimIndex(some).snapshot();

  test('is read from bytes that lie anywhere, and leaves them as they are', () => {
    const shifted = new Uint8Array(bytes.length + 3).subarray(3);
    shifted.set(bytes);

    const index = indexFromSnapshot(shifted, some.toReversed());
    index?.update({ removed: ['a'] });

    expect(index?.size).toBe(1);
    expect(shifted).toEqual(bytes);
  });

  test('with any byte changed is none', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ by;

        expect(indexFromSnapshot(damaged, some)).toBeNull();
      }),
    );
  });

  test('cut off, added to, or of something else is none', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.uint8Array({ minLength: 1 }), (length, other) => {
        expect(indexFromSnapshot(bytes.subarray(0, length), some)).toBeNull();
        expect(indexFromSnapshot(Uint8Array.of(...bytes, ...other), some)).toBeNull();
        expect(indexFromSnapshot(other, some)).toBeNull();
      }),
    );
  });

  test.each([
    { other: some.slice(1), why: 'one is gone' },
    { other: some.map((each) => ({ ...each, context: 'Another note.' })), why: 'a note is another' },
    { other: some.map((each) => ({ ...each, id: `${each.id}2` })), why: 'ids are others' },
    { other: some.map((each) => ({ ...each, quote: '', gist: each.quote })), why: 'texts have moved' },
  ])('of other claims is none: $why', ({ other }) => {
    expect(indexFromSnapshot(bytes, other)).toBeNull();
  });
});
