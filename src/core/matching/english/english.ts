import type { Language, Relative } from '../language.ts';
import { remembering } from '../remembering.ts';
import { englishCommonWords } from './common-words.ts';
import { irregularForms } from './irregular-forms.ts';
import { englishNegatedVerbs, englishNegations } from './negations.ts';
import { englishNumberWords } from './number-words.ts';
import { placeNames } from './places.ts';
import { porter2 } from './porter2.ts';
import { englishRelatives } from './relatives.ts';
import { englishStopWords } from './stop-words.ts';
import { wordFamilies } from './word-families.ts';

/** A capital or a people's name stands for the country nearly always, so it counts for most of a match. */
const PLACE_WEIGHT = 0.7;

/** Invade and invasion say nearly the same; now and then they do not (organ, organisation). */
const FAMILY_WEIGHT = 0.8;

/** About one short text in two thousand: a word that is on no list of common ones. */
const UNLISTED_SHARE = 0.0005;

const ACRONYMS: ReadonlyMap<string, string> = new Map([
  ['US', 'usa'],
  ['U.S.', 'usa'],
  ['U.S', 'usa'],
  ['USA', 'usa'],
  ['IT', 'it'],
]);

const LONGEST_ACRONYM = 4;

const BRITISH_ENDING = /is(e|es|ed|er|ers|ing|ation|ations|ational)$/;

const REMEMBERED_STEMS = 2_000;
const stemOf = remembering(REMEMBERED_STEMS, (word) => porter2(irregularForms.get(word) ?? american(word)));

const relatives = relativesByStem();
const shares = sharesByStem();

/** English: the Porter2 stemmer, and the word lists beside this file. */
export const english: Language = {
  code: 'en',
  stopWords: englishStopWords,

  fold(word, typed) {
    const acronym = typed.length > LONGEST_ACRONYM ? undefined : ACRONYMS.get(typed);
    if (acronym !== undefined) return acronym;
    if (!word.includes("'")) return word;
    return word.replace(/'s?$/, '').replaceAll("'", '');
  },

  longestAcronym: LONGEST_ACRONYM,

  isStopWord(word) {
    return englishStopWords.has(word);
  },

  stem(word) {
    return stemOf(word);
  },

  isNegation(word, first) {
    return englishNegations.has(word) || (!first && englishNegatedVerbs.has(word));
  },

  numberOf(word) {
    return englishNumberWords.get(word);
  },

  relativesOf(stem) {
    return relatives.get(stem) ?? [];
  },

  shareOf(stem) {
    return shares.get(stem) ?? UNLISTED_SHARE;
  },

  commonStems: shares,
};

/** The American spelling of -ise and -isation, so that both spellings have one stem. Other words in -ise follow, unseen. */
function american(word: string): string {
  return word.length < 7 ? word : word.replace(BRITISH_ENDING, 'iz$1');
}

function relativesByStem(): ReadonlyMap<string, readonly Relative[]> {
  const weights = new Map<string, Map<string, number>>();
  const places = placeNames.map((words) => ({ words, weight: PLACE_WEIGHT }));
  const families = wordFamilies.map((words) => ({ words, weight: FAMILY_WEIGHT }));
  for (const { words, weight } of [...places, ...families, ...englishRelatives]) {
    const stems = Array.from(new Set(words.map((word) => stemOf(word))));
    for (const stem of stems) {
      const others = weights.get(stem) ?? new Map<string, number>();
      for (const other of stems) {
        if (other !== stem) others.set(other, Math.max(weight, others.get(other) ?? 0));
      }
      weights.set(stem, others);
    }
  }
  return new Map(
    Array.from(weights, ([stem, others]) => [
      stem,
      Array.from(others, ([other, weight]) => ({ stem: other, weight })),
    ]),
  );
}

function sharesByStem(): ReadonlyMap<string, number> {
  return new Map(
    englishCommonWords.flatMap(({ words, share }) => words.map((word) => [stemOf(word), share])),
  );
}
