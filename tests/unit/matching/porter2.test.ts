import snowball from 'snowball-stemmers';
import { expect, test } from 'vitest';
import { englishCommonWords } from '../../../src/core/matching/english/common-words.ts';
import { porter2 } from '../../../src/core/matching/english/porter2.ts';
import { englishRelatives } from '../../../src/core/matching/english/relatives.ts';
import { englishStopWords } from '../../../src/core/matching/english/stop-words.ts';
import { wordFamilies } from '../../../src/core/matching/english/word-families.ts';

const ENDINGS = [
  '',
  's',
  'es',
  'ed',
  'ing',
  'ly',
  'ies',
  'ization',
  'ational',
  'fulness',
  'iveness',
  'er',
  'e',
  'y',
  'ious',
];

const words = Array.from(
  new Set([
    ...englishStopWords,
    ...englishCommonWords.flatMap((group) => group.words),
    ...englishRelatives.flatMap((group) => group.words),
    ...wordFamilies.flat(),
    ...'skis dying early news generously communism arsenal proceeds sayings toy yes youth boy hopping hoping'.split(
      ' ',
    ),
  ]),
).flatMap((word) => ENDINGS.map((ending) => word + ending));

test('every word has the stem that the Snowball package gives it', () => {
  const stemmer = snowball.newStemmer('english');

  expect(words.filter((word) => porter2(word) !== stemmer.stem(word))).toEqual([]);
});

test('what is no English word stays as it is', () => {
  expect(['2021', 'müsli', 'ß', '', 'b2b'].map(porter2)).toEqual(['2021', 'müsli', 'ß', '', 'b2b']);
});
