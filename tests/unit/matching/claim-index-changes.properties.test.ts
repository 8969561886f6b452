import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildClaimIndex, type IndexedClaim } from '../../../src/core/matching/claim-index.ts';
import '../../property-seed.ts';
import { change, claims, claimsAfter, expectSame, mostClaims, query, someWords } from './changing-claims.ts';

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
