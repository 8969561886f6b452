import { buildPostings, type Weighing } from './build-postings.ts';
import { averageLengths, type FieldTotals, noTotals } from './lengths.ts';
import { gramsOf } from './ngrams.ts';
import { packWords } from './packed-words.ts';
import type { LivePostings, Postings } from './postings.ts';
import { type ClaimTexts, countLengths, type ReadClaims, readClaims, termsOfWords } from './read-claims.ts';
import { stemOfSpelling, wordOfSpelling } from './spellings.ts';
import { findTerm, keyOfTerm, noTerms, sortTerms, type Terms } from './terms.ts';
import { byNumber, type ClaimOrder } from './top.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Finds the number of a stem or an n-gram that a claim holds. */
export type TermFinder = {
  find(text: string): number | undefined;
  /** An order of the terms that is the same in every index of the same claims. */
  compare(one: number, other: number): number;
};

/** Everything the index knows about the words of its claims; claims go by number. */
export type Lexicon = {
  /** How many claims there are now. Their numbers may be higher: those of removed claims are not given again. */
  readonly claims: number;
  readonly stems: TermFinder;
  readonly stemPostings: Postings;
  /** The same stems in the contexts: kept apart so that what all notes mention does not blur what the claims say. */
  readonly contextPostings: Postings;
  readonly grams: TermFinder;
  readonly gramPostings: Postings;
  readonly words: Vocabulary;
  readonly order: ClaimOrder;
};

/** A lexicon that claims are added to and taken out of. */
export type LiveLexicon = Omit<Lexicon, 'claims' | 'order'> & {
  claims: number;
  order: ClaimOrder;
  readonly fieldWeights: readonly number[];
  readonly stemTerms: Terms;
  readonly gramTerms: Terms;
  readonly stemPostings: LivePostings;
  readonly contextPostings: LivePostings;
  readonly gramPostings: LivePostings;
  readonly ownTotals: FieldTotals;
  readonly contextTotals: FieldTotals;
};

/** Below this many claims no n-gram is too common to keep: there is nothing to save. */
const SMALL_INDEX = 1_000;

/**
 * The share of claims above which an n-gram is left out ("tion", "ing_"). Its inverse frequency is then below 3, against 9
 * for a telling one, and such n-grams hold most of the entries.
 */
const COMMON_GRAM_SHARE = 0.05;

/** N-grams up to so much more common get entries that are not used yet, so that a claim more or less calls for no new index. */
export const KEPT_BEYOND = 1.1;

/** The most claims that may hold an n-gram that is looked up. */
export function mostGramHolders(claims: number): number {
  return claims < SMALL_INDEX ? claims : claims * COMMON_GRAM_SHARE;
}

/** Reads all claims and builds the postings of words and n-grams. */
export function buildLexicon(claims: readonly ClaimTexts[], fieldWeights: readonly number[]): LiveLexicon {
  const read = readClaims(claims, fieldWeights.length);
  const stems = numbered(read.words, (word) => [stemOfSpelling(word)]);
  const grams = numbered(read.words, (word) => gramsOf(wordOfSpelling(word)));
  const ownTotals = noTotals(fieldWeights.length);
  const contextTotals = noTotals(1);
  countLengths(read.own, ownTotals, 1);
  countLengths(read.context, contextTotals, 1);
  const own: Weighing = { fieldWeights, averages: averageLengths(ownTotals) };
  const context: Weighing = { fieldWeights: [1], averages: averageLengths(contextTotals) };
  const most = mostGramHolders(claims.length);
  return lexiconOf({
    claims: claims.length,
    fieldWeights,
    stemTerms: stems.terms,
    gramTerms: grams.terms,
    stemPostings: buildPostings(read.own, stems.ofWords, stems.terms.keys.length, own),
    contextPostings: buildPostings(read.context, stems.ofWords, stems.terms.keys.length, context),
    gramPostings: buildPostings(
      read.own,
      grams.ofWords,
      grams.terms.keys.length,
      own,
      most,
      most * KEPT_BEYOND,
    ),
    words: wordsOf(read, stems.ofWords.terms),
    order: byNumber,
    ownTotals,
    contextTotals,
  });
}

/** A lexicon over its parts. */
export function lexiconOf(parts: Omit<LiveLexicon, 'stems' | 'grams'>): LiveLexicon {
  const { stemTerms, stemPostings, contextPostings, gramTerms, gramPostings } = parts;
  const held = ({ holders }: Postings, term: number) => (holders[term] ?? 0) > 0;
  return {
    ...parts,
    stems: {
      compare: (one, other) => keyOfTerm(stemTerms, one) - keyOfTerm(stemTerms, other),
      find(text) {
        const term = findTerm(stemTerms, text);
        if (term === undefined) return undefined;
        return held(stemPostings, term) || held(contextPostings, term) ? term : undefined;
      },
    },
    grams: {
      compare: (one, other) => keyOfTerm(gramTerms, one) - keyOfTerm(gramTerms, other),
      find(text) {
        const term = findTerm(gramTerms, text);
        return term !== undefined && held(gramPostings, term) ? term : undefined;
      },
    },
  };
}

function numbered(words: readonly string[], termsOf: (word: string) => readonly string[]) {
  const asTheyCame = noTerms();
  const { starts, terms: came } = termsOfWords(words, asTheyCame, termsOf);
  const { terms, places } = sortTerms(asTheyCame);
  return { terms, ofWords: { starts, terms: came.map((term) => places[term] ?? 0) } };
}

/** The words that were read, in code unit order; `stems` in the order of their numbers. */
function wordsOf({ words, own, context }: ReadClaims, stems: Uint32Array): Vocabulary {
  const uses = new Uint32Array(words.length);
  for (const stream of [own, context]) {
    for (const word of stream.words) uses[word] = (uses[word] ?? 0) + 1;
  }
  const order = Uint32Array.from(words, (_, number) => number).sort((a, b) =>
    (words[a] ?? '') < (words[b] ?? '') ? -1 : 1,
  );
  return vocabularyOf(
    packWords(Array.from(order, (number) => words[number] ?? '')),
    order.map((number) => stems[number] ?? 0),
    order.map((number) => uses[number] ?? 0),
  );
}
