import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildClaimIndex, type LookupOutcome } from '../../../src/core/matching/claim-index.ts';
import { sampleClaims } from './sample-dossier.ts';

const claims = sampleClaims();
const index = buildClaimIndex(claims);
const outcomes: readonly LookupOutcome[] = ['answered', 'ambiguous', 'unanswered'];
const quotes = claims.map(({ quote }) => quote);

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.constantFrom(...quotes.flatMap((quote) => quote.split(' '))), { maxLength: 30 })
    .map((w) => w.join(' ')),
  fc
    .array(
      fc.constantFrom('\u200b', '\u202e', '\ud800', '\udc00', 'ا', 'ש', '中', 'ท', '<@1>', '**', 'army'),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join('')),
);

describe('any Unicode string', () => {
  test('is looked up without an error, with at most the matches asked for, best first, confidence a chance', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 25 }), (text, limit) => {
        expect(outcomes).toContain(index.lookUp(text, limit).outcome);
        for (const matches of [index.lookUp(text, limit).matches, index.suggest(text, limit)]) {
          expect(matches.length).toBeLessThanOrEqual(limit);
          expect(matches.map(({ score }) => score)).toEqual(
            matches.map(({ score }) => score).toSorted((a, b) => b - a),
          );
          for (const { confidence, words } of matches) {
            expect(confidence).toBeGreaterThanOrEqual(0);
            expect(confidence).toBeLessThanOrEqual(1);
            for (const word of words) expect(text).toContain(word);
          }
        }
      }),
    );
  });

  test('gives the same answer when asked again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(index.lookUp(text, 5)).toEqual(index.lookUp(text, 5));
      }),
      { numRuns: 50 },
    );
  });

  test('gives, when fewer claims are asked for, the first of those given when more are, as sure as they are then', () => {
    const manyClaims = [...claims, ...claims.map((claim) => ({ ...claim, id: `${claim.id}-again` }))];
    const many = buildClaimIndex(manyClaims);
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 20 }), (text, limit) => {
        expect(many.rank(text, limit)).toEqual(many.rank(text, 20).slice(0, limit));
        expect(many.lookUp(text, limit).outcome).toBe(many.lookUp(text, 20).outcome);
      }),
    );
  });

  test('gives the same ranking whatever the order the claims were given in', () => {
    const shuffled = fc.shuffledSubarray([...claims], { minLength: claims.length, maxLength: claims.length });
    fc.assert(
      fc.property(shuffled, anyText, (order, text) => {
        const other = buildClaimIndex(order);

        expect(other.lookUp(text, 10)).toEqual(index.lookUp(text, 10));
      }),
      { numRuns: 25 },
    );
  });

  test.each([
    { text: 'w'.repeat(6_000), why: 'one endless word' },
    { text: 'army '.repeat(1_200), why: 'one word again and again' },
    {
      text: Array.from({ length: 900 }, (_, at) => `w${at}x`).join(' '),
      why: 'nine hundred different words',
    },
    { text: quotes.join(' ').repeat(3).slice(0, 6_000), why: 'all claims at once' },
    { text: 'กินอาหารเป็นด่าง'.repeat(400).slice(0, 6_000), why: 'no spaces at all' },
    { text: '.'.repeat(6_000), why: 'no words at all' },
    { text: 'a.'.repeat(3_000), why: 'an endless acronym' },
    { text: '1,'.repeat(3_000), why: 'an endless number' },
    { text: `<${'@'.repeat(5_999)}`, why: 'a mention that never ends' },
    { text: 'e\u0301'.repeat(3_000), why: 'accents only' },
  ])('of 6,000 characters is answered: $why', ({ text }) => {
    // How long that takes: bench/matching/odd-texts.ts.
    const { outcome, matches } = index.lookUp(text, 5);

    expect(outcomes).toContain(outcome);
    expect(matches.length).toBeLessThanOrEqual(5);
    expect(index.suggest(text, 5).length).toBeLessThanOrEqual(5);
  });
});
