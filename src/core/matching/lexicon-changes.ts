import { visitTerms, type Weighing } from './build-postings.ts';
import { averageLengths } from './lengths.ts';
import { type LiveLexicon, mostGramHolders } from './lexicon.ts';
import { gramsOf } from './ngrams.ts';
import type { LivePostings } from './postings.ts';
import {
  type ClaimTexts,
  countLengths,
  type ReadClaims,
  readClaims,
  type TermsOfWords,
  termsOfWords,
  type WordStream,
} from './read-claims.ts';
import { stemOfSpelling, wordOfSpelling } from './spellings.ts';
import { countTerms } from './terms.ts';
import { countUse } from './vocabulary.ts';

/** A claim's number and its texts as they are, or were, read. */
export type NumberedTexts = { readonly number: number; readonly texts: ClaimTexts };

/**
 * Takes claims out and adds others, so that every count, and with it every score, is that of a lexicon built anew.
 *
 * @param removed - with the texts that they were added with; their entries stay, so that their scores mean nothing any more
 * @param added - by ascending numbers, each higher than any before
 * @returns false when the rest would have to change too (the average lengths have moved, a common n-gram is no longer
 *   too common): the lexicon is then of no use and must be built anew
 */
export function changeLexicon(
  lexicon: LiveLexicon,
  removed: readonly NumberedTexts[],
  added: readonly NumberedTexts[],
): boolean {
  const before = weighings(lexicon);
  const gone = numberWords(lexicon, removed);
  const come = numberWords(lexicon, added);
  count(lexicon, gone, before, -1);
  count(lexicon, come, before, 1);
  lexicon.claims += added.length - removed.length;
  lexicon.gramPostings.mostHolders = mostGramHolders(lexicon.claims);
  if (weightsMoved(before, weighings(lexicon)) || isEntryMissing(lexicon.gramPostings)) return false;
  const numbers = added.map(({ number }) => number);
  addEntries(lexicon.stemPostings, come.read.own, come.stems, before.own, numbers);
  addEntries(lexicon.contextPostings, come.read.context, come.stems, before.context, numbers);
  addEntries(lexicon.gramPostings, come.read.own, come.grams, before.own, numbers);
  return true;
}

type Weighings = { readonly own: Weighing; readonly context: Weighing };

function weighings({ fieldWeights, ownTotals, contextTotals }: LiveLexicon): Weighings {
  return {
    own: { fieldWeights, averages: averageLengths(ownTotals) },
    context: { fieldWeights: [1], averages: averageLengths(contextTotals) },
  };
}

function weightsMoved(before: Weighings, after: Weighings): boolean {
  const moved = (one: Weighing, other: Weighing) =>
    one.averages.some((average, field) => average !== other.averages[field]);
  return moved(before.own, after.own) || moved(before.context, after.context);
}

type NumberedWords = {
  readonly read: ReadClaims;
  readonly stems: TermsOfWords;
  readonly grams: TermsOfWords;
};

/** Reads claims, and numbers their words, stems and n-grams as the lexicon does. */
function numberWords(lexicon: LiveLexicon, claims: readonly NumberedTexts[]): NumberedWords {
  const { stemTerms, gramTerms, fieldWeights } = lexicon;
  const texts = claims.map((claim) => claim.texts);
  const read = readClaims(texts, fieldWeights.length);
  const stems = termsOfWords(read.words, stemTerms, (word) => [stemOfSpelling(word)]);
  const grams = termsOfWords(read.words, gramTerms, (word) => gramsOf(wordOfSpelling(word)));
  const widened = (postings: LivePostings, terms: number) => {
    if (terms <= postings.holders.length) return;
    const holders = new Uint32Array(2 * terms);
    holders.set(postings.holders);
    postings.holders = holders;
  };
  widened(lexicon.stemPostings, countTerms(stemTerms));
  widened(lexicon.contextPostings, countTerms(stemTerms));
  widened(lexicon.gramPostings, countTerms(gramTerms));
  return { read, stems, grams };
}

/** Counts claims in, or with `sign` -1 out again. */
function count(
  lexicon: LiveLexicon,
  { read, stems, grams }: NumberedWords,
  { own, context }: Weighings,
  sign: 1 | -1,
): void {
  const { stemPostings, contextPostings, gramPostings } = lexicon;
  countLengths(read.own, lexicon.ownTotals, sign);
  countLengths(read.context, lexicon.contextTotals, sign);
  const into =
    ({ holders }: LivePostings) =>
    (_: number, term: number) => {
      holders[term] = (holders[term] ?? 0) + sign;
    };
  visitTerms(read.own, stems, stemPostings.holders.length, own, into(stemPostings));
  visitTerms(read.context, stems, contextPostings.holders.length, context, into(contextPostings));
  visitTerms(read.own, grams, gramPostings.holders.length, own, into(gramPostings));
  for (const stream of [read.own, read.context]) {
    for (const word of stream.words) {
      countUse(lexicon.words, read.words[word] ?? '', stems.terms[word] ?? 0, sign);
    }
  }
}

/** Whether an n-gram without entries is no longer too common. */
function isEntryMissing({ holders, mostHolders, leftOut }: LivePostings): boolean {
  return Array.from(leftOut).some((term) => (holders[term] ?? 0) <= mostHolders);
}

function addEntries(
  postings: LivePostings,
  stream: WordStream,
  termsOf: TermsOfWords,
  weighing: Weighing,
  numbers: readonly number[],
): void {
  visitTerms(stream, termsOf, postings.holders.length, weighing, (place, term, impact) => {
    if (postings.leftOut.has(term)) return;
    const list = postings.added.get(term) ?? { claims: [], impacts: [] };
    list.claims.push(numbers[place] ?? 0);
    list.impacts.push(impact);
    postings.added.set(term, list);
  });
}
