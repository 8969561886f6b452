import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languageOf } from '../../../src/core/matching/languages.ts';
import { readWords } from '../../../src/core/matching/read-words.ts';
import { spellingOf, stemOfSpelling, wordOfSpelling } from '../../../src/core/matching/spellings.ts';

const scripts = fc.constantFrom(
  'abcdeéäßłñçãşıœ',
  'абвгёїђ',
  'ابتةىأپچ',
  'कखनण्िा़ँं',
  'กขคาิ',
  '漢字かな',
  '한국어',
  "0123٤५’'-. ",
);
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(scripts.chain((letters) => fc.string({ unit: fc.constantFrom(...Array.from(letters)) })))
    .map((parts) => parts.join(' ')),
);

const read = (text: string) => readWords(text).map(({ word, stem, language }) => [word, stem, language.code]);

test('any text is read, twice the same, and no word or stem is empty', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const words = read(text);

      expect(read(text)).toEqual(words);
      expect(words.flat()).not.toContain('');
    }),
  );
});

test('composed and decomposed text has the same words', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(read(text.normalize('NFD'))).toEqual(read(text.normalize('NFC')));
    }),
  );
});

test('a spelling keeps word and stem', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const { word, stem, language } of readWords(text)) {
        expect(wordOfSpelling(spellingOf(word, language))).toBe(word);
        expect(stemOfSpelling(spellingOf(word, language))).toBe(stem);
      }
    }),
  );
});

test('the spelling of an English word is the word', () => {
  expect(spellingOf('militia', languageOf('en'))).toBe('militia');
});
