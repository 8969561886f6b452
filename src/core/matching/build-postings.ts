import { normalisedFrequency, saturate } from './bm25.ts';
import { emptyEntries, entriesFor, putEntry } from './entries.ts';
import { IMPACT_STEP, type LivePostings } from './postings.ts';
import type { TermsOfWords, WordStream } from './read-claims.ts';

/** How the frequency of a term in one claim becomes its weight there. */
export type Weighing = {
  /** How much each field counts. */
  readonly fieldWeights: readonly number[];
  /** The average number of words in each field. */
  readonly averages: readonly number[];
};

/**
 * Counts the terms of all claims and stores what BM25 needs of them.
 *
 * @param terms - how many terms there are
 * @param mostHolders - terms held by more claims than this are left out
 * @param mostKept - terms held by up to so many get entries all the same, for when `mostHolders` rises
 */
export function buildPostings(
  stream: WordStream,
  termsOf: TermsOfWords,
  terms: number,
  weighing: Weighing,
  mostHolders = Number.POSITIVE_INFINITY,
  mostKept = mostHolders,
): LivePostings {
  if (stream.words.length === 0) return noPostings(stream.claims, mostHolders);
  const { holders, sizes } = measure(stream, termsOf, terms);
  const starts = new Uint32Array(terms + 1);
  const leftOut = new Set<number>();
  for (let term = 0; term < terms; term += 1) {
    if ((holders[term] ?? 0) > mostKept) leftOut.add(term);
    starts[term + 1] = (starts[term] ?? 0) + (leftOut.has(term) ? 0 : (sizes[term] ?? 0));
  }
  const entries = emptyEntries(starts[terms] ?? 0);
  const next = starts.slice();
  const last = new Int32Array(terms).fill(-1);
  visitTerms(stream, termsOf, terms, weighing, (claim, term, impact) => {
    if (leftOut.has(term)) return;
    next[term] = putEntry(entries, next[term] ?? 0, last[term] ?? -1, claim, impact);
    last[term] = claim;
  });
  return { ...entries, starts, built: stream.claims, added: new Map(), holders, mostHolders, leftOut };
}

/** Where no claim has a word, as where no claim has a context, no lists are kept for the terms. */
function noPostings(built: number, mostHolders: number): LivePostings {
  const none = new Uint32Array(0);
  return {
    ...emptyEntries(0),
    starts: none,
    built,
    added: new Map(),
    holders: none,
    mostHolders,
    leftOut: new Set(),
  };
}

/** How many claims hold each term, and how many entries they take. */
function measure(stream: WordStream, termsOf: TermsOfWords, terms: number) {
  const holders = new Uint32Array(terms);
  const sizes = new Uint32Array(terms);
  const last = new Int32Array(terms).fill(-1);
  for (let claim = 0; claim < stream.claims; claim += 1) {
    const end = stream.starts[(claim + 1) * stream.fields] ?? 0;
    for (let at = stream.starts[claim * stream.fields] ?? 0; at < end; at += 1) {
      const word = stream.words[at] ?? 0;
      const lastTerm = termsOf.starts[word + 1] ?? 0;
      for (let entry = termsOf.starts[word] ?? 0; entry < lastTerm; entry += 1) {
        const term = termsOf.terms[entry] ?? 0;
        const before = last[term] ?? -1;
        if (before === claim) continue;
        last[term] = claim;
        holders[term] = (holders[term] ?? 0) + 1;
        sizes[term] = (sizes[term] ?? 0) + entriesFor(claim - before);
      }
    }
  }
  return { holders, sizes };
}

/** Calls `visit` for each distinct term of each claim, by its place in the stream, with the impact to store. */
export function visitTerms(
  stream: WordStream,
  termsOf: TermsOfWords,
  terms: number,
  { fieldWeights, averages }: Weighing,
  visit: (claim: number, term: number, impact: number) => void,
): void {
  const frequencies = new Float32Array(terms);
  const touched: number[] = [];
  for (let claim = 0; claim < stream.claims; claim += 1) {
    for (let field = 0; field < stream.fields; field += 1) {
      const start = stream.starts[claim * stream.fields + field] ?? 0;
      const end = stream.starts[claim * stream.fields + field + 1] ?? 0;
      const one = (fieldWeights[field] ?? 0) * normalisedFrequency(1, end - start, averages[field] ?? 1);
      for (let at = start; at < end; at += 1)
        addWord(stream.words[at] ?? 0, one, termsOf, frequencies, touched);
    }
    for (const term of touched) {
      const frequency = frequencies[term] ?? 0;
      frequencies[term] = 0;
      visit(claim, term, Math.max(1, Math.round(saturate(frequency) / IMPACT_STEP)));
    }
    touched.length = 0;
  }
}

function addWord(
  word: number,
  one: number,
  { starts, terms }: TermsOfWords,
  frequencies: Float32Array,
  touched: number[],
): void {
  const end = starts[word + 1] ?? 0;
  for (let entry = starts[word] ?? 0; entry < end; entry += 1) {
    const term = terms[entry] ?? 0;
    const before = frequencies[term] ?? 0;
    if (before === 0) touched.push(term);
    frequencies[term] = before + one;
  }
}
