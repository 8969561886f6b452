import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildClaimIndex } from '../../../src/core/matching/claim-index.ts';
import { oneSlipApart } from '../../../src/core/matching/slips.ts';

describe('one slip of the fingers', () => {
  test.each([
    ['hospital', 'hospitl', 'a letter is missing'],
    ['hospital', 'hosppital', 'a letter is doubled'],
    ['hospital', 'hoapital', 'the key beside it'],
    ['hospital', 'hopsital', 'two are swapped'],
    ['hospital', 'ospital', 'the first is missing'],
    ['hospital', 'hospitals', 'one more at the end'],
  ])('%s and %s: %s', (one, other) => {
    expect(oneSlipApart(one, other)).toBe(true);
    expect(oneSlipApart(other, one)).toBe(true);
  });

  test.each([
    ['hospital', 'hspitl', 'two are missing'],
    ['hospital', 'hosipatl', 'two swaps'],
    ['form', 'farms', 'another letter and one more'],
  ])('%s and %s are further apart: %s', (one, other) => {
    expect(oneSlipApart(one, other)).toBe(false);
    expect(oneSlipApart(other, one)).toBe(false);
  });

  test('any text with one character taken out is one slip from it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), (text, number) => {
        const at = number % text.length;
        expect(oneSlipApart(text, text.slice(0, at) + text.slice(at + 1))).toBe(true);
      }),
    );
  });
});

const claims = [
  { id: 'a', quote: 'The ambassador was poisoned with polonium.', gist: '', title: '' },
  { id: 'b', quote: 'Bananas are radioactive.', gist: '', title: '' },
  { id: 'c', quote: 'Black lives matter protesters closed the motorway.', gist: '', title: '' },
  { id: 'd', quote: 'Joe Biden bought a beach house.', gist: '', title: '' },
  { id: 'e', quote: 'The download speed was doubled.', gist: '', title: '' },
];

describe('words of a query are read as the claims spell them', () => {
  const index = buildClaimIndex(claims);

  test.each([
    { ask: 'polonuim', want: 'a', why: 'a slip' },
    { ask: 'bnaanas', want: 'b', why: 'a slip near the beginning' },
    { ask: '#BlackLivesMatter', want: 'c', why: 'a hashtag with capitals' },
    { ask: '#blacklivesmatter', want: 'c', why: 'a hashtag without' },
    { ask: '@JoeBiden', want: 'd', why: 'the name of an account' },
    { ask: 'down load', want: 'e', why: 'one word in two' },
    { ask: 'boughtabeachhouse', want: 'd', why: 'spaces lost' },
  ])('"$ask" finds $want: $why', ({ ask, want }) => {
    expect(index.rank(ask, 1)[0]?.id).toBe(want);
  });

  test('what no claim says is found nowhere', () => {
    expect(index.rank('zyxwvut', 5)).toEqual([]);
    expect(index.rank('pic.twitter.com/bananas', 5)).toEqual([]);
  });

  test('a word that claims hold stays as it is, however near another is', () => {
    const near = buildClaimIndex([...claims, { id: 'f', quote: 'Bandanas are back.', gist: '', title: '' }]);

    expect(near.rank('bandanas', 1)[0]?.id).toBe('f');
    expect(near.rank('bananas', 1)[0]?.id).toBe('b');
  });

  test('an index brought up to date reads a query as one built anew', () => {
    const changed = buildClaimIndex(claims.slice(1));
    const [first] = claims;
    if (first !== undefined) changed.update({ put: [first], removed: ['b'] });
    const anew = buildClaimIndex(claims.filter(({ id }) => id !== 'b'));

    for (const ask of ['polonuim', 'bnaanas', 'ambasador poisned', 'ambassadorpoisoned', 'down load']) {
      expect(changed.rank(ask, 5)).toEqual(anew.rank(ask, 5));
    }
  });
});
