import type { Language } from './language.ts';
import { gramsOf } from './ngrams.ts';
import { buildPostings, type Postings, type TermsOfWords, type WordStream } from './postings.ts';
import { piecesOf } from './tokenise.ts';
import { contentWords, Numbering } from './vocabulary.ts';

/** The texts of one claim: its own, in field order, and its context apart. */
export type ClaimTexts = { readonly fields: readonly string[]; readonly context: string };

/** Everything the index knows about its claims; claims go by number. */
export type Lexicon = {
  readonly language: Language;
  readonly claims: number;
  /** All words that occur, normalised, in the order of their numbers. */
  readonly words: readonly string[];
  readonly stemOfWord: Uint32Array;
  readonly stems: Numbering;
  readonly stemPostings: Postings;
  /** The same stems in the contexts: kept apart so that what all notes mention does not blur what the claims say. */
  readonly contextPostings: Postings;
  readonly grams: Numbering;
  readonly gramPostings: Postings;
};

/** Below this many claims no n-gram is too common to keep: there is nothing to save. */
const SMALL_INDEX = 1_000;

/**
 * The share of claims above which an n-gram is left out ("tion", "ing_"). Its inverse frequency is then below 3, against 9
 * for a telling one, and such n-grams hold most of the entries.
 */
const COMMON_GRAM_SHARE = 0.05;

/** Reads all claims and builds the postings of words and n-grams. */
export function buildLexicon(
  claims: readonly ClaimTexts[],
  fieldWeights: readonly number[],
  language: Language,
): Lexicon {
  const numbering = new Numbering();
  const read = wordReader(numbering, language);
  const own = readStream(claims, fieldWeights.length, (claim, field) => read(claim.fields[field] ?? ''));
  const context = readStream(claims, 1, (claim) => read(claim.context));
  const words = numbering.all();
  const stems = new Numbering();
  const grams = new Numbering();
  const stemTerms = termsOfWords(words, stems, (word) => [language.stem(word)]);
  const gramTerms = termsOfWords(words, grams, gramsOf);
  const maxGramHolders = claims.length < SMALL_INDEX ? claims.length : claims.length * COMMON_GRAM_SHARE;
  return {
    language,
    claims: claims.length,
    words,
    stemOfWord: stemTerms.terms,
    stems,
    stemPostings: buildPostings(own, stemTerms, fieldWeights, claims.length),
    contextPostings: buildPostings(context, stemTerms, [1], claims.length),
    grams,
    gramPostings: buildPostings(own, gramTerms, fieldWeights, maxGramHolders),
  };
}

/** Turns texts into word numbers; every spelling is analysed once. */
function wordReader(numbering: Numbering, language: Language): (text: string) => readonly number[] {
  const numbersOfPiece = new Map<string, readonly number[]>();
  return (text) =>
    piecesOf(text).flatMap((piece) => {
      const known = numbersOfPiece.get(piece);
      if (known !== undefined) return known;
      const numbers = contentWords(piece, language).map((word) => numbering.number(word));
      numbersOfPiece.set(piece, numbers);
      return numbers;
    });
}

function readStream(
  claims: readonly ClaimTexts[],
  fields: number,
  read: (claim: ClaimTexts, field: number) => readonly number[],
): WordStream {
  const words: number[] = [];
  const starts = new Uint32Array(claims.length * fields + 1);
  claims.forEach((claim, number) => {
    for (let field = 0; field < fields; field += 1) {
      for (const word of read(claim, field)) words.push(word);
      starts[number * fields + field + 1] = words.length;
    }
  });
  return { words: Uint32Array.from(words), starts, claims: claims.length, fields };
}

function termsOfWords(
  words: readonly string[],
  numbering: Numbering,
  termsOf: (word: string) => readonly string[],
): TermsOfWords {
  const starts = new Uint32Array(words.length + 1);
  const terms: number[] = [];
  words.forEach((word, number) => {
    for (const term of termsOf(word)) terms.push(numbering.number(term));
    starts[number + 1] = terms.length;
  });
  return { starts, terms: Uint32Array.from(terms), count: numbering.size };
}
