import type { LanguageCode } from '../../matching/language.ts';
import { languagesIn } from '../../matching/language-of-text.ts';
import { type Cue, grammarCues, subjectCues } from './cues.ts';
import { formFeatures, formOf, NUMBER_WORD } from './form.ts';
import { lexiconOf } from './lexicon.ts';

/** How a sentence opens, words like "and" or "well" passed over: the cue its first word is. */
const openings: readonly (readonly [feature: string, cue: Cue])[] = [
  ['opensWithI', 'firstPerson'],
  ['opensWithWe', 'firstPlural'],
  ['opensWithYou', 'secondPerson'],
  ['opensWithThey', 'thirdPerson'],
  ['opensWithThis', 'demonstrative'],
  ['opensWithQuestion', 'question'],
  ['opensWithOrder', 'imperative'],
];

/** Two signs of one sentence that say more, or less, together than each alone. */
const pairs: readonly (readonly [one: string, other: string])[] = [
  ['number', 'pastAuxiliary'],
  ['number', 'change'],
  ['number', 'measure'],
  ['name', 'pastAuxiliary'],
  ['name', 'record'],
  ['thirdPerson', 'report'],
  ['thirdPerson', 'record'],
  ['firstPerson', 'opinion'],
  ['firstPerson', 'pastEnding'],
  ['firstPlural', 'future'],
  ['magnitude', 'money'],
];

/** Every feature, in the order of the inputs. */
export const featureNames: readonly string[] = [
  ...formFeatures,
  ...grammarCues,
  ...subjectCues,
  'pastEnding',
  'length',
  'short',
  ...openings.map(([feature]) => feature),
  ...pairs.map(([one, other]) => `${one} and ${other}`),
];

const places = new Map(featureNames.map((name, at): [string, number] => [name, at]));
const openingPlaces = openings.map(([feature, cue]): [Cue, number] => [cue, placeOf(feature)]);
const pairPlaces = pairs.map(([one, other]): [number, number, number] => [
  placeOf(`${one} and ${other}`),
  placeOf(one),
  placeOf(other),
]);
const [PAST_ENDING, LENGTH, SHORT] = [placeOf('pastEnding'), placeOf('length'), placeOf('short')];

/** A sentence with fewer words seldom says a thing by itself. */
const FEWEST_WORDS = 5;

const BEFORE_OPENING = new Set([
  'and',
  'but',
  'so',
  'well',
  'now',
  'because',
  'or',
  'also',
  'then',
  'und',
  'y',
  'et',
  'en',
  'maar',
  'aber',
]);
const PAST_ENDING_OF = /^[a-z]{3,}ed$|(?:aron|ieron)$|^ge[a-z]{4,}[td]$/;

/** Longest part of a text that is read, in UTF-16 code units: Discord's longest message. */
const MOST_CHARS = 4_000;

/** What is seen in a text: an input for each feature name, its English words, what each of those counts, and its language. */
export type Features = {
  readonly language: LanguageCode;
  readonly inputs: Float64Array;
  readonly words: ReadonlySet<string>;
  readonly density: number;
};

/** A sign says less among many words: counts are divided by the root of the length, taken as one at 16 words. */
const DENSE = 4;
const FEWEST_DENSE = 6;

/** Takes a text apart into what is weighed. Counts are dampened: log2(1 + count), so that one is 1 and three are 2. */
export function featuresOf(text: string): Features {
  const { words, counts } = formOf(text.slice(0, MOST_CHARS));
  const languageAt = languagesIn(words);
  const inputs = new Float64Array(featureNames.length);
  for (const [feature, count] of counts) inputs[placeOf(feature)] = count;
  words.forEach((word, at) => {
    if (word === NUMBER_WORD) return;
    const lexicon = lexiconOf(languageAt(word).code);
    for (const cue of lexicon?.cuesOf(word) ?? []) addOne(inputs, placeOf(cue));
    for (const cue of lexicon?.cuesOfPhrase(word, words[at + 1] ?? '') ?? []) addOne(inputs, placeOf(cue));
    if (PAST_ENDING_OF.test(word)) addOne(inputs, PAST_ENDING);
  });
  const density = DENSE / Math.sqrt(Math.max(FEWEST_DENSE, words.length));
  for (let at = 0; at < inputs.length; at += 1) {
    const count = inputs[at] ?? 0;
    if (count !== 0) inputs[at] = density * Math.log2(1 + count);
  }
  readShape(words, languageAt, inputs);
  const english = words.filter((word) => word !== NUMBER_WORD && languageAt(word).code === 'en');
  const language = languageAt(words.find((word) => word !== NUMBER_WORD) ?? '').code;
  return { language, inputs, words: new Set(english), density };
}

/** Length, opening and pairs, which are not counted word by word. */
function readShape(
  words: readonly string[],
  languageAt: ReturnType<typeof languagesIn>,
  inputs: Float64Array,
): void {
  inputs[LENGTH] = Math.log2(1 + words.length) / 2;
  inputs[SHORT] = words.length > 0 && words.length < FEWEST_WORDS ? 1 : 0;
  const first = words.find((word) => !BEFORE_OPENING.has(word)) ?? '';
  const firstCues = lexiconOf(languageAt(first).code)?.cuesOf(first) ?? [];
  for (const [cue, at] of openingPlaces) inputs[at] = firstCues.includes(cue) ? 1 : 0;
  for (const [at, one, other] of pairPlaces) inputs[at] = Math.min(inputs[one] ?? 0, inputs[other] ?? 0);
}

function addOne(counts: Float64Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function placeOf(feature: string): number {
  return places.get(feature) ?? -1;
}
