import { expect, test } from 'vitest';
import { english } from '../../../src/core/matching/english/english.ts';
import { FIELD_WEIGHTS, fieldsOf } from '../../../src/core/matching/fields.ts';
import { german } from '../../../src/core/matching/languages/german.ts';
import { buildLexicon } from '../../../src/core/matching/lexicon.ts';
import { stemReader } from '../../../src/core/matching/read-stems.ts';
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
  expect(stems[0]).toBe(stems[2]);
  expect(new Set(stems).size).toBe(2);
});
