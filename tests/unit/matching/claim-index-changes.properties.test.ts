import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildClaimIndex,
  type ClaimIndex,
  type IndexedClaim,
  indexFromSnapshot,
} from '../../../src/core/matching/claim-index.ts';
import '../../property-seed.ts';

const someWords = [
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
const claim: fc.Arbitrary<IndexedClaim> = fc.record({
  id: fc.constantFrom(...Array.from({ length: 14 }, (_, at) => `d/c${at}`)),
  quote: text,
  gist: text,
  title: fc.constantFrom('The dam', 'Popular Mobilisation Units', 'Bridge'),
  context: text,
});
const claims = fc.uniqueArray(claim, { selector: ({ id }) => id, maxLength: 14 });
const mostClaims = fc.uniqueArray(claim, { selector: ({ id }) => id, minLength: 9, maxLength: 14 });
/** Few at a time, so that the average lengths mostly stay as they are. */
const change = fc.record({
  put: fc.uniqueArray(claim, { selector: ({ id }) => id, maxLength: 2 }),
  removed: fc.subarray(['d/c0', 'd/c1', 'd/c2', 'd/c3', 'd/none']),
});
const query = fc.oneof(
  text,
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('mil', 'gov', 'i'),
);

/** Everything two indexes can be asked. */
function expectSame(one: ClaimIndex, other: ClaimIndex, texts: readonly string[]): void {
  expect(one.size).toBe(other.size);
  for (const asked of texts) {
    expect(one.rank(asked, 20)).toEqual(other.rank(asked, 20));
    expect(one.lookUp(asked, 5)).toEqual(other.lookUp(asked, 5));
    // Without a word the first claims come as they were given, which is another order here.
    if (/[a-z]/i.test(asked)) expect(one.suggest(asked, 3)).toEqual(other.suggest(asked, 3));
  }
}

/** The claims after changes, as a store would hold them. */
function claimsAfter(
  before: readonly IndexedClaim[],
  { put, removed }: { readonly put: readonly IndexedClaim[]; readonly removed: readonly string[] },
): readonly IndexedClaim[] {
  const left = new Map(before.map((each) => [each.id, each]));
  for (const id of removed) left.delete(id);
  for (const each of put) left.set(each.id, each);
  return Array.from(left.values());
}

describe('an index that was changed', () => {
  test('gives what one built at once gives, through any changes', () => {
    fc.assert(
      fc.property(
        fc.oneof(claims, mostClaims),
        fc.array(change, { maxLength: 4 }),
        fc.array(query, { minLength: 1, maxLength: 4 }),
        (first, changes, texts) => {
          const index = buildClaimIndex(first);
          let now: readonly IndexedClaim[] = first;
          for (const each of changes) {
            index.update(each);
            now = claimsAfter(now, each);
            expectSame(index, buildClaimIndex(now), texts);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('bears no trace of claims that were added and removed again', () => {
    fc.assert(
      fc.property(claims, claims, fc.array(query, { minLength: 1, maxLength: 4 }), (stay, guests, texts) => {
        const index = buildClaimIndex(stay);
        const added = guests.map((guest) => ({ ...guest, id: `guest/${guest.id}` }));

        index.update({ put: added });
        index.update({ removed: added.map(({ id }) => id) });

        expectSame(index, buildClaimIndex(stay), texts);
      }),
      { numRuns: 40 },
    );
  });

  test('ranks the same in whatever order its claims came, one by one', () => {
    const twoOrders = claims.chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length }),
      ),
    );
    fc.assert(
      fc.property(twoOrders, fc.array(query, { minLength: 1, maxLength: 4 }), ([some, shuffled], texts) => {
        const [one, other] = [some, shuffled].map((order) => {
          const index = buildClaimIndex([]);
          for (const each of order) index.update({ put: [each] });
          return index;
        });
        if (one !== undefined && other !== undefined) expectSame(one, other, texts);
      }),
      { numRuns: 20 },
    );
  });

  test('suggests nothing that begins with a word no claim has any more', () => {
    const index = buildClaimIndex([
      { id: 'a', quote: 'They were inspected.', gist: '', title: 'One' },
      { id: 'b', quote: 'Inspections are due.', gist: '', title: 'Two' },
    ]);

    index.update({ removed: ['b'] });

    expect(index.suggest('inspectio', 5)).toEqual(
      buildClaimIndex([{ id: 'a', quote: 'They were inspected.', gist: '', title: 'One' }]).suggest(
        'inspectio',
        5,
      ),
    );
  });

  test('a claim replaced keeps its place among those given first, a new one comes last', () => {
    const of = (id: string, quote: string) => ({ id, quote, gist: '', title: id });
    const index = buildClaimIndex([of('c', 'one'), of('a', 'two'), of('b', 'three')]);

    index.update({ put: [of('0', 'four'), of('a', 'five')], removed: ['b'] });

    expect(index.suggest('', 9).map(({ id }) => id)).toEqual(['c', 'a', '0']);
    index.snapshot();
    expect(index.suggest('', 9).map(({ id }) => id)).toEqual(['c', 'a', '0']);
  });

  test('in a collection large enough that common n-grams are left out ranks as one built at once', () => {
    const many = Array.from({ length: 1_100 }, (_, at): IndexedClaim => {
      const words = Array.from(
        { length: 12 },
        (__, place) => someWords[(at * (place + 3) + place ** 2) % someWords.length],
      );
      return { id: `m/${at}`, quote: `${words.join(' ')} number${at}`, gist: '', title: `Post ${at % 300}` };
    });
    const texts = [
      'inspected dams and villagers',
      'number77 governments',
      'salary of the militias 2014',
      'numb',
    ];
    const index = buildClaimIndex(many);
    let now: readonly IndexedClaim[] = many;
    const changes = [
      { put: many.slice(0, 40).map((each) => ({ ...each, quote: `${each.quote} inspected` })), removed: [] },
      { put: [], removed: many.slice(50, 120).map(({ id }) => id) },
      { put: [], removed: many.slice(120, 160).map(({ id }) => id) },
      { put: many.slice(60, 160), removed: [] },
      { put: many.slice(0, 700).map((each) => ({ ...each, id: `n${each.id}` })), removed: [] },
    ];

    for (const each of changes) {
      index.update(each);
      now = claimsAfter(now, each);
      expectSame(index, buildClaimIndex(now), texts);
    }
  });
});

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
