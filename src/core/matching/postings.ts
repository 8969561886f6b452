import { MAX_IMPACT, normalisedFrequency, saturate } from './bm25.ts';

/** The words of all claims, by number: claim after claim, and within a claim field after field. */
export type WordStream = {
  readonly words: Uint32Array;
  /** Where each field begins in `words`: field f of claim c at `c * fields + f`; one more entry ends the last. */
  readonly starts: Uint32Array;
  readonly claims: number;
  readonly fields: number;
};

/** The terms that each word, by number, stands for: its stem, or its character n-grams. */
export type TermsOfWords = {
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  /** How many terms there are; they are numbered from 0. */
  readonly count: number;
};

/**
 * For each term the claims that hold it, ascending, and its weight in each, in three flat arrays (compressed sparse
 * rows): term t owns the entries from `starts[t]` up to `starts[t + 1]`.
 */
export type Postings = {
  readonly starts: Uint32Array;
  /** Two bytes each while there are at most 65,536 claims. */
  readonly claims: Uint16Array | Uint32Array;
  /** BM25 weight in 255ths of MAX_IMPACT; the rounding moves no ranking that the figures can tell. */
  readonly impacts: Uint8Array;
  /** How many claims hold each term, also where its entries were left out as too common. */
  readonly holders: Uint32Array;
};

/** What one step of a stored impact is worth. */
export const IMPACT_STEP = MAX_IMPACT / 255;

/**
 * Counts the terms of all claims and stores what BM25 needs of them.
 *
 * @param fieldWeights - how much each field counts
 * @param maxHolders - terms held by more claims than this get no entries: they cost most and tell least
 */
export function buildPostings(
  stream: WordStream,
  terms: TermsOfWords,
  fieldWeights: readonly number[],
  maxHolders: number,
): Postings {
  const holders = countHolders(stream, terms);
  const starts = new Uint32Array(terms.count + 1);
  for (let term = 0; term < terms.count; term += 1) {
    const held = holders[term] ?? 0;
    starts[term + 1] = (starts[term] ?? 0) + (held > maxHolders ? 0 : held);
  }
  const size = starts[terms.count] ?? 0;
  const claims = stream.claims <= 0x10000 ? new Uint16Array(size) : new Uint32Array(size);
  const postings = { starts, claims, impacts: new Uint8Array(size), holders };
  fill(postings, stream, terms, fieldWeights, maxHolders);
  return postings;
}

function countHolders(stream: WordStream, terms: TermsOfWords): Uint32Array {
  const holders = new Uint32Array(terms.count);
  const lastClaim = new Int32Array(terms.count).fill(-1);
  for (let claim = 0; claim < stream.claims; claim += 1) {
    const end = stream.starts[(claim + 1) * stream.fields] ?? 0;
    for (let at = stream.starts[claim * stream.fields] ?? 0; at < end; at += 1) {
      const word = stream.words[at] ?? 0;
      const lastTerm = terms.starts[word + 1] ?? 0;
      for (let entry = terms.starts[word] ?? 0; entry < lastTerm; entry += 1) {
        const term = terms.terms[entry] ?? 0;
        if (lastClaim[term] === claim) continue;
        lastClaim[term] = claim;
        holders[term] = (holders[term] ?? 0) + 1;
      }
    }
  }
  return holders;
}

function fill(
  postings: Postings,
  stream: WordStream,
  terms: TermsOfWords,
  fieldWeights: readonly number[],
  maxHolders: number,
): void {
  const averages = averageLengths(stream);
  const next = postings.starts.slice();
  const frequencies = new Float32Array(terms.count);
  const touched: number[] = [];
  for (let claim = 0; claim < stream.claims; claim += 1) {
    for (let field = 0; field < stream.fields; field += 1) {
      const start = stream.starts[claim * stream.fields + field] ?? 0;
      const end = stream.starts[claim * stream.fields + field + 1] ?? 0;
      const one = (fieldWeights[field] ?? 0) * normalisedFrequency(1, end - start, averages[field] ?? 1);
      for (let at = start; at < end; at += 1)
        addWord(stream.words[at] ?? 0, one, terms, frequencies, touched);
    }
    for (const term of touched) {
      const frequency = frequencies[term] ?? 0;
      frequencies[term] = 0;
      if ((postings.holders[term] ?? 0) > maxHolders) continue;
      const at = next[term] ?? 0;
      next[term] = at + 1;
      postings.claims[at] = claim;
      postings.impacts[at] = Math.max(1, Math.round(saturate(frequency) / IMPACT_STEP));
    }
    touched.length = 0;
  }
}

function addWord(
  word: number,
  one: number,
  terms: TermsOfWords,
  frequencies: Float32Array,
  touched: number[],
): void {
  const end = terms.starts[word + 1] ?? 0;
  for (let entry = terms.starts[word] ?? 0; entry < end; entry += 1) {
    const term = terms.terms[entry] ?? 0;
    const before = frequencies[term] ?? 0;
    if (before === 0) touched.push(term);
    frequencies[term] = before + one;
  }
}

/** Mean number of words in each field, over the claims that have words there. */
function averageLengths(stream: WordStream): readonly number[] {
  return Array.from({ length: stream.fields }, (_, field) => {
    let words = 0;
    let filled = 0;
    for (let claim = 0; claim < stream.claims; claim += 1) {
      const at = claim * stream.fields + field;
      const length = (stream.starts[at + 1] ?? 0) - (stream.starts[at] ?? 0);
      words += length;
      if (length > 0) filled += 1;
    }
    return filled === 0 ? 1 : words / filled;
  });
}

/** Adds `weight` times the term's impact to the score of every claim that holds it. */
export function addScores(postings: Postings, term: number, weight: number, scores: Float32Array): void {
  const { claims, impacts } = postings;
  const step = weight * IMPACT_STEP;
  const end = postings.starts[term + 1] ?? 0;
  for (let at = postings.starts[term] ?? 0; at < end; at += 1) {
    const claim = claims[at] ?? 0;
    scores[claim] = (scores[claim] ?? 0) + step * (impacts[at] ?? 0);
  }
}

/** Whether a claim holds a term that has entries. Binary search. */
export function holds(postings: Postings, term: number, claim: number): boolean {
  const end = postings.starts[term + 1] ?? 0;
  let low = postings.starts[term] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((postings.claims[middle] ?? 0) < claim) low = middle + 1;
    else high = middle;
  }
  return low < end && postings.claims[low] === claim;
}

/** A term and how much it counts. */
export type WeightedTerm = { readonly term: number; readonly weight: number };

/**
 * Adds to the score of every claim the best that any one of the terms says for it: words that stand in for one another
 * count once.
 *
 * @param best - working space, a number for each claim, all 0 before and after
 */
export function addBestScores(
  postings: Postings,
  terms: readonly WeightedTerm[],
  scores: Float32Array,
  best: Float32Array,
): void {
  const { claims, impacts, starts } = postings;
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) {
    addScores(postings, only.term, only.weight, scores);
    return;
  }
  for (const { term, weight } of terms) {
    const step = weight * IMPACT_STEP;
    const end = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? 0; at < end; at += 1) {
      const claim = claims[at] ?? 0;
      const value = step * (impacts[at] ?? 0);
      const before = best[claim] ?? 0;
      if (value <= before) continue;
      best[claim] = value;
      scores[claim] = (scores[claim] ?? 0) + value - before;
    }
  }
  for (const { term } of terms) {
    const end = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? 0; at < end; at += 1) best[claims[at] ?? 0] = 0;
  }
}
