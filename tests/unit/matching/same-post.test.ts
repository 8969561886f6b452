import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSamePost, postPrintOf } from '../../../src/core/matching/same-post.ts';

const post =
  'The harbour board sold the old pier to a company of the mayor’s cousin. Nobody on the board voted against it, and the price was half of what the surveyor had written down in spring.';

function same(one: string, other: string): boolean {
  return isSamePost(postPrintOf(one), postPrintOf(other));
}

describe('copies of a post', () => {
  it.each([
    { what: 'itself', copy: post },
    { what: 'in capitals, without punctuation', copy: post.toUpperCase().replace(/[^\p{L}\s’]/gu, '') },
    { what: 'with a line before and a link after', copy: `Forwarded!!\n${post}\nhttps://example.org/x` },
    { what: 'with one word changed', copy: post.replace('half', 'a third') },
  ])('are known: $what', ({ copy }) => {
    expect(same(post, copy)).toBe(true);
    expect(same(copy, post)).toBe(true);
  });

  it.each([
    {
      what: 'another post on the subject',
      text: 'The harbour board should never have sold the old pier, says the mayor, whose cousin runs a company that builds houses all over the island, and who has not voted in spring.',
    },
    { what: 'its first sentence', text: post.split('. ')[0] ?? '' },
    {
      what: 'a text that holds it among much else',
      text: `${post} ${Array.from({ length: 30 }, (_, number) => `Then came item ${number} of the agenda.`).join(' ')}`,
    },
    { what: 'nothing', text: '' },
  ])('are not taken for one: $what', ({ text }) => {
    expect(same(post, text)).toBe(false);
  });

  it('are word for word where they are short', () => {
    expect(same('The pier was sold.', 'THE PIER WAS SOLD!')).toBe(true);
    expect(same('The pier was sold.', 'The pier was not sold.')).toBe(false);
    expect(same('', '')).toBe(false);
  });

  it('are told alike from both sides, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(same(one, other)).toBe(same(other, one));
      }),
    );
  });
});
