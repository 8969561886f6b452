import { expect, test } from 'vitest';
import { smoothedInverseFrequency } from '../../../src/core/matching/bm25.ts';
import { english } from '../../../src/core/matching/english/english.ts';
import { FIELD_WEIGHTS, fieldsOf } from '../../../src/core/matching/fields.ts';
import { german } from '../../../src/core/matching/languages/german.ts';
import { buildLexicon } from '../../../src/core/matching/lexicon.ts';
import { PRIOR_FOR_TELLING } from '../../../src/core/matching/query.ts';
import { stemReader } from '../../../src/core/matching/read-stems.ts';
import { readWords } from '../../../src/core/matching/read-words.ts';
import { sampleClaims } from './sample-dossier.ts';

const claims = sampleClaims();
const lexicon = buildLexicon(fieldsOf(claims), FIELD_WEIGHTS);

/** Copies what is valid until the next text only. */
function reading() {
  const read = stemReader(lexicon);
  return (text: string, language = english) => {
    const { stems, tellings } = read(text, language);
    return { stems: [...stems], tellings: [...tellings] };
  };
}

test('a text read again, after more words than are remembered, says the same', () => {
  const read = reading();
  const before = claims.map(({ quote }) => read(quote));

  for (let at = 0; at < 5_000; at += 1) read(`w${at}a w${at}b w${at}c w${at}d`);

  expect(claims.map(({ quote }) => read(quote))).toEqual(before);
});

test('a piece of several words is read in full each time', () => {
  const read = reading();

  const first = read('army 1⁄2x3½militia');

  expect(first.stems.length).toBeGreaterThan(1);
  expect(read('army 1⁄2x3½militia')).toEqual(first);
});

test('the same letters have the stems of the language that they are read in', () => {
  const read = reading();
  const inEnglish = read('Die Wagen');

  const inGerman = read('Die Wagen', german);

  expect(inEnglish.stems).toHaveLength(2);
  expect(inGerman.stems).toHaveLength(1);
});

test('words that no claim holds are told apart, below 0', () => {
  const { stems } = reading()('zyzzyva quetzalcoatlus zyzzyvas');

  expect(stems.every((stem) => stem < 0)).toBe(true);
  expect(new Set(stems).size).toBe(2);
});

test('a stem said twice comes once, where it is first said', () => {
  const read = reading();

  expect(read('militia army militias armies').stems).toEqual(read('militia army').stems);
});

test('what is read of a text is what its words come to one by one', () => {
  const read = reading();
  const oneByOne = (text: string) => {
    const seen = new Map<number, number>();
    for (const { stem } of readWords(text)) {
      const term = lexicon.stems.find(stem);
      if (term === undefined) continue;
      const holders = lexicon.stemPostings.holders[term] ?? 0;
      const telling = smoothedInverseFrequency(
        holders,
        lexicon.claims,
        english.shareOf(stem),
        PRIOR_FOR_TELLING,
      );
      if (!seen.has(term)) seen.set(term, telling);
    }
    return seen;
  };

  for (const { quote, gist } of claims)
    for (const text of [quote, gist, `${quote.toUpperCase()} ${gist}`]) {
      const { stems, tellings } = read(text);
      expect(new Map(stems.map((stem, at) => [stem, tellings[at] ?? 0]))).toEqual(oneByOne(text));
    }
});
