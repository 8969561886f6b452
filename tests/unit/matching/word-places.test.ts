import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageCodes, languageOf } from '../../../src/core/matching/languages.ts';
import { packWords } from '../../../src/core/matching/packed-words.ts';
import { wordFinder } from '../../../src/core/matching/word-places.ts';

const plain = { suffix: '', longestAcronym: 0 };
const german = { suffix: '\u0001de', longestAcronym: 0 };
const word = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0189'),
  minLength: 1,
  maxLength: 12,
});

describe('a packed word', () => {
  test('is found wherever and in whatever capitals it stands, and no other is', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word), fc.array(word), fc.string(), (words, others, before) => {
        const spelled = words.map((own, at) => (at % 3 === 0 ? `${own}${german.suffix}` : own)).toSorted();
        const find = wordFinder(packWords(spelled));

        for (const own of [...words, ...others]) {
          const text = `${before}${own.toUpperCase()}, `;
          const [start, end] = [before.length, before.length + own.length];
          expect(find(text, start, end, plain)).toBe(spelled.indexOf(own));
          expect(find(text, start, end, german)).toBe(spelled.indexOf(`${own}${german.suffix}`));
        }
      }),
    );
  });

  test.each([
    { text: "army's", why: 'an apostrophe' },
    { text: 'armée', why: 'another letter than of ASCII' },
    { text: 'army'.repeat(17), why: 'too many letters' },
  ])('is not looked for with $why', ({ text }) => {
    expect(wordFinder(packWords([text.toLowerCase()]))(text, 0, text.length, plain)).toBe(-1);
  });

  test('is not found in what may be an acronym', () => {
    const find = wordFinder(packWords(['border', 'us']));

    expect(find('us', 0, 2, { suffix: '', longestAcronym: 4 })).toBe(1);
    expect(find('US', 0, 2, { suffix: '', longestAcronym: 4 })).toBe(-1);
    expect(find('Border', 0, 6, { suffix: '', longestAcronym: 4 })).toBe(0);
  });

  test('is not found where there are none', () => {
    expect(wordFinder(packWords([]))('army', 0, 4, plain)).toBe(-1);
  });
});

test.each(languageCodes)('a word of ASCII letters that is no acronym stays as it is in %s', (code) => {
  const { fold, longestAcronym } = languageOf(code);
  fc.assert(
    fc.property(word, fc.boolean(), (small, isLarge) => {
      const typed = isLarge && small.length > longestAcronym ? small.toUpperCase() : small;

      expect(fold(small, typed)).toBe(small);
    }),
  );
});
