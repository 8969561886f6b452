import { smoothedInverseFrequency } from './bm25.ts';
import { english } from './english/english.ts';
import { languagesIn } from './language-of-text.ts';
import { nearSpellings } from './near-spellings.ts';
import { piecesOf, wordsOf } from './tokenise.ts';

/** What a question says, for comparing it with others. */
export type QuestionFeatures = {
  /** Its distinct stems without stop words, in code unit order; numbers in digits. */
  readonly stems: readonly string[];
  /** Its numbers, and whether a "not" turns it around. Questions that differ in it are different ones, however alike. */
  readonly signature: string;
  /** What is in it besides words: web addresses, mentions, encoded blobs. */
  readonly oddities: readonly string[];
};

/** What the words of some questions say. */
export type QuestionVocabulary = {
  /** How much each stem says, in nats. */
  readonly weights: ReadonlyMap<string, number>;
  /** Other stems of these questions that mean nearly the same, or are the same word spelled otherwise. */
  readonly standIns: ReadonlyMap<string, readonly string[]>;
};

/** Imagined questions on any subject behind every weight: a word says much the same among ten questions as among thousands. */
const PRIOR = 1_000;

/** From this closeness on a relative is as good as the word, as in a look-up. */
const SAME_CLOSENESS = 0.5;

const NUMERAL = /\p{N}/u;
const ADDRESS_OR_MENTION = /https?:\/\/\S+|<[^<>\s]+>/gu;

/** Reads one question. */
export function readQuestion(text: string): QuestionFeatures {
  const stems = new Set<string>();
  const numbers = new Set<string>();
  const oddities = new Set(text.match(ADDRESS_OR_MENTION));
  let negated = false;
  const pieces = piecesOf(text);
  const languageOf = languagesIn(pieces);
  pieces.forEach((piece, place) => {
    const language = languageOf(piece);
    const words = wordsOf(piece);
    if (words.length === 0) oddities.add(piece);
    for (const spelled of words) {
      const word = language.fold(spelled, piece);
      const number = language.numberOf(word) ?? (NUMERAL.test(word) ? word : undefined);
      if (number !== undefined) numbers.add(number);
      if (language.isNegation(word, place === 0)) negated = true;
      if (word !== '' && !language.isStopWord(word)) stems.add(number ?? language.stem(word));
    }
  });
  return {
    stems: Array.from(stems).toSorted(),
    signature: [negated ? 'not' : '', ...Array.from(numbers).toSorted()].join(' '),
    oddities: Array.from(oddities),
  };
}

/** Weighs the stems of distinct questions, and finds which stand in for one another. */
export function vocabularyOf(questions: readonly QuestionFeatures[]): QuestionVocabulary {
  const holders = new Map<string, number>();
  for (const { stems } of questions) {
    for (const stem of stems) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  }
  const stems = Array.from(holders.keys()).toSorted();
  const spellings = nearSpellings(stems);
  const standInsOf = (stem: string) => {
    const meant = relativesOf(stem).filter((other) => holders.has(other));
    return Array.from(new Set([...meant, ...(spellings.get(stem) ?? [])])).toSorted();
  };
  return {
    weights: new Map(
      stems.map((stem) => {
        const share = english.shareOf(stem);
        return [stem, smoothedInverseFrequency(holders.get(stem) ?? 0, questions.length, share, PRIOR)];
      }),
    ),
    standIns: new Map(stems.map((stem) => [stem, standInsOf(stem)])),
  };
}

/** Stems as good as this one; only English has lists of them. */
export function relativesOf(stem: string): readonly string[] {
  return english
    .relativesOf(stem)
    .filter(({ weight }) => weight >= SAME_CLOSENESS)
    .map((relative) => relative.stem);
}
