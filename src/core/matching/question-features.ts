import { type InPieces, pieceOf } from '../in-pieces.ts';
import { smoothedInverseFrequency } from './bm25.ts';
import { english } from './english/english.ts';
import type { Language } from './language.ts';
import { languagesIn } from './language-of-text.ts';
import { nearSpellings } from './near-spellings.ts';
import { piecesOf, wordsOf } from './tokenise.ts';

/** What a question says, for comparing it with others. */
export type QuestionFeatures = {
  /** Its distinct stems without stop words, in code unit order; numbers in digits. */
  readonly stems: readonly string[];
  /** Its numbers, and whether a "not" turns it around. Questions that differ in it are different ones, however alike. */
  readonly signature: string;
  /** What is in it besides words: web addresses, mentions, encoded blobs, emojis and other signs. */
  readonly oddities: readonly string[];
};

/** What the words of some questions say. */
export type QuestionVocabulary = {
  /** How much each stem says, in nats. */
  readonly weights: ReadonlyMap<string, number>;
  /** Other stems of these questions that mean nearly the same, or are the same word spelled otherwise; only of stems that have some. */
  readonly standIns: ReadonlyMap<string, readonly string[]>;
};

/** What a stretch of a text says, wherever it stands. */
type Piece = {
  readonly stems: readonly string[];
  readonly numbers: readonly string[];
  readonly isOdd: boolean;
  /** Whether it turns around what is said, at the beginning of a text and after it. */
  readonly negates: { readonly first: boolean; readonly later: boolean };
};

/** Imagined questions on any subject behind every weight: a word says much the same among ten questions as among thousands. */
const PRIOR = 1_000;

/** From this closeness on a relative is as good as the word, as in a look-up. */
const SAME_CLOSENESS = 0.5;

const NUMERAL = /\p{N}/u;

/** Web addresses, mentions, and emojis and other signs, by which a member may be known. */
const ODDITY = /https?:\/\/\S+|<[^<>\s]+>|[\p{S}\p{Co}]/gu;

/** Reads questions, each in its own language; a word that many of them hold is looked at once. */
export function questionReader(): (text: string) => QuestionFeatures {
  const known = new Map<string, Piece>();
  const read = (piece: string, language: Language) => {
    const key = `${language.code} ${piece}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const what = readPiece(piece, language);
    known.set(key, what);
    return what;
  };
  return (text) => {
    const stems: string[] = [];
    const numbers: string[] = [];
    const oddities: string[] = text.match(ODDITY) ?? [];
    let negated = false;
    const pieces = piecesOf(text);
    const languageOf = languagesIn(pieces);
    pieces.forEach((piece, place) => {
      const says = read(piece, languageOf(piece));
      for (const stem of says.stems) stems.push(stem);
      for (const number of says.numbers) numbers.push(number);
      if (says.isOdd) oddities.push(piece);
      if (place === 0 ? says.negates.first : says.negates.later) negated = true;
    });
    return {
      stems: distinct(stems).sort(),
      signature: [negated ? 'not' : '', ...distinct(numbers).sort()].join(' '),
      oddities: distinct(oddities),
    };
  };
}

function distinct(words: readonly string[]): string[] {
  return words.length < 2 ? [...words] : Array.from(new Set(words));
}

function readPiece(piece: string, language: Language): Piece {
  const spelled = wordsOf(piece);
  const words = spelled.map((each) => language.fold(each, piece));
  const numberOf = (word: string) => language.numberOf(word) ?? (NUMERAL.test(word) ? word : undefined);
  return {
    stems: words
      .filter((word) => word !== '' && !language.isStopWord(word))
      .map((word) => numberOf(word) ?? language.stem(word)),
    numbers: words.flatMap((word) => numberOf(word) ?? []),
    isOdd: spelled.length === 0,
    negates: {
      first: words.some((word) => language.isNegation(word, true)),
      later: words.some((word) => language.isNegation(word, false)),
    },
  };
}

/** Weighs the stems of distinct questions, and finds which stand in for one another. */
export function* vocabularyOf(questions: readonly QuestionFeatures[]): InPieces<QuestionVocabulary> {
  const holders = yield* holdersOf(questions);
  const stems = Array.from(holders.keys()).sort();
  const weights = new Map(
    stems.map((stem) => {
      const share = english.shareOf(stem);
      return [stem, smoothedInverseFrequency(holders.get(stem) ?? 0, questions.length, share, PRIOR)];
    }),
  );
  yield;
  const spellings = yield* nearSpellings(stems);
  yield;
  const standIns = stems.flatMap((stem): [string, readonly string[]][] => {
    const meant = relativesOf(stem).filter((other) => holders.has(other));
    const all = new Set([...meant, ...(spellings.get(stem) ?? [])]);
    return all.size === 0 ? [] : [[stem, Array.from(all).sort()]];
  });
  return { weights, standIns: new Map(standIns) };
}

/** Stems that are looked at in one piece of work. */
const PIECE = 20_000;

/** How many questions hold each stem. */
function* holdersOf(questions: readonly QuestionFeatures[]): InPieces<ReadonlyMap<string, number>> {
  const holders = new Map<string, number>();
  const isFull = pieceOf(PIECE);
  for (const { stems } of questions) {
    for (const stem of stems) holders.set(stem, (holders.get(stem) ?? 0) + 1);
    if (isFull(stems.length)) yield;
  }
  return holders;
}

/** Stems as good as this one; only English has lists of them. */
export function relativesOf(stem: string): readonly string[] {
  return english
    .relativesOf(stem)
    .filter(({ weight }) => weight >= SAME_CLOSENESS)
    .map((relative) => relative.stem);
}
