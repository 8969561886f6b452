import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  forwarded,
  mistype,
  mistyped,
  randomFor,
  rewordings,
  typos,
} from '../../../bench/matching/rewordings.ts';
import { oneSlipApart } from '../../../src/core/matching/slips.ts';

const all = [...rewordings, ...rewordings.map(mistyped), typos];

describe('rewordings', () => {
  test('are of eight kinds', () => {
    expect(new Set(rewordings.map(({ name }) => name)).size).toBe(8);
  });

  test('of any text are the same at every run', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.constantFrom(...all), (text, kind) => {
        expect(kind.reword(text, randomFor(text))).toBe(kind.reword(text, randomFor(text)));
      }),
    );
  });

  test.each([
    { kind: 'telegraphic', text: 'the', reworded: '' },
    {
      kind: 'numbers otherwise',
      text: '12 of 3,000 paid $5',
      reworded: 'twelve of three thousand paid five dollars',
    },
    { kind: 'slang', text: 'Your Government', reworded: 'ur govt' },
    { kind: 'no case, no marks', text: 'It’s 1,250 “Dogs”!', reworded: 'its 1,250 dogs' },
  ])('$kind: $text', ({ kind, text, reworded }) => {
    const rewording = rewordings.find(({ name }) => name === kind);

    expect(rewording?.reword(text, randomFor(text))).toBe(reworded);
  });
});

test('a mistyped word is at most one slip away', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{2,12}$/), fc.nat(), (word, seed) => {
      const wrong = mistype(word, randomFor(word, seed));
      expect(wrong === word || oneSlipApart(word, wrong)).toBe(true);
    }),
  );
});

test('a forwarded message holds the text whole', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      expect(forwarded(text, ['Something else.', 'And more.'], randomFor(text))).toContain(text);
    }),
  );
});
