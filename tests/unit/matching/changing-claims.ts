import fc from 'fast-check';
import { expect } from 'vitest';
import type { ClaimIndex, IndexedClaim } from '../../../src/core/matching/claim-index.ts';

export const someWords = [
  ...[
    'militia',
    'militias',
    'inspect',
    'inspected',
    'inspection',
    'dam',
    'dams',
    'river',
    'rivers',
    'pay',
    'paid',
  ],
  ...[
    'salary',
    'Nujaba',
    'Popular Mobilisation Units (PMU)',
    'PMU',
    '1,000',
    '2014',
    'münchen',
    'вода',
    'ماء',
  ],
  ...['กินอาหาร', 'the', 'of', 'not', 'government', 'governments', 'warned', 'village', 'villagers', 'bridge'],
];
const text = fc
  .array(fc.constantFrom(...someWords), { minLength: 4, maxLength: 8 })
  .map((words) => words.join(' '));
export const claim: fc.Arbitrary<IndexedClaim> = fc.record({
  id: fc.constantFrom(...Array.from({ length: 14 }, (_, at) => `d/c${at}`)),
  quote: text,
  gist: text,
  title: fc.constantFrom('The dam', 'Popular Mobilisation Units', 'Bridge'),
  context: text,
});
export const claims = fc.uniqueArray(claim, { selector: ({ id }) => id, maxLength: 14 });
export const mostClaims = fc.uniqueArray(claim, { selector: ({ id }) => id, minLength: 9, maxLength: 14 });
/** Few at a time, so that the average lengths mostly stay as they are. */
export const change = fc.record({
  put: fc.uniqueArray(claim, { selector: ({ id }) => id, maxLength: 2 }),
  removed: fc.subarray(['d/c0', 'd/c1', 'd/c2', 'd/c3', 'd/none']),
});
export const query = fc.oneof(
  text,
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('mil', 'gov', 'i'),
);

/** Everything two indexes can be asked. */
export function expectSame(one: ClaimIndex, other: ClaimIndex, texts: readonly string[]): void {
  expect(one.size).toBe(other.size);
  for (const asked of texts) {
    expect(one.rank(asked, 20)).toEqual(other.rank(asked, 20));
    expect(one.lookUp(asked, 5)).toEqual(other.lookUp(asked, 5));
    // Without a word the first claims come as they were given, which is another order here.
    if (/[a-z]/i.test(asked)) expect(one.suggest(asked, 3)).toEqual(other.suggest(asked, 3));
  }
}

/** The claims after changes, as a store would hold them. */
export function claimsAfter(
  before: readonly IndexedClaim[],
  { put, removed }: { readonly put: readonly IndexedClaim[]; readonly removed: readonly string[] },
): readonly IndexedClaim[] {
  const left = new Map(before.map((each) => [each.id, each]));
  for (const id of removed) left.delete(id);
  for (const each of put) left.set(each.id, each);
  return Array.from(left.values());
}
