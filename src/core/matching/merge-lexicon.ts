import { growingEntries } from './entries.ts';
import { KEPT_BEYOND, type LiveLexicon, lexiconOf, mostGramHolders } from './lexicon.ts';
import { packWords, wordAt } from './packed-words.ts';
import { type LivePostings, visitPacked } from './postings.ts';
import { countTerms, keyOfTerm, type Terms, termsWith } from './terms.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/**
 * The same lexicon with what was added packed and what was removed gone, in the time it takes to copy it: no text is read again.
 *
 * @param live - the numbers of the claims that are there, in the order they are to be numbered in
 */
export function mergeLexicon(lexicon: LiveLexicon, live: readonly number[]): LiveLexicon {
  const { stemTerms, gramTerms, stemPostings, contextPostings, gramPostings } = lexicon;
  const stems = mergedTerms(stemTerms, [stemPostings, contextPostings]);
  const grams = mergedTerms(gramTerms, [gramPostings]);
  const highest = live.reduce((most, number) => Math.max(most, number), stemPostings.built);
  const numbers = new Int32Array(highest + 1).fill(-1);
  live.forEach((number, place) => {
    numbers[number] = place;
  });
  const most = mostGramHolders(live.length);
  const merged = (postings: LivePostings, terms: MergedTerms, mostKept: number) =>
    mergedPostings(postings, terms, numbers, live.length, mostKept);
  return lexiconOf({
    ...lexicon,
    claims: live.length,
    stemTerms: stems.terms,
    gramTerms: grams.terms,
    stemPostings: merged(stemPostings, stems, Number.POSITIVE_INFINITY),
    contextPostings: merged(contextPostings, stems, Number.POSITIVE_INFINITY),
    gramPostings: merged(gramPostings, grams, most * KEPT_BEYOND),
    words: mergedWords(lexicon.words, stems),
  });
}

/** Terms that claims still hold, by their keys. */
type MergedTerms = {
  readonly terms: Terms;
  /** The number that each had before. */
  readonly before: Uint32Array;
  /** The number that each has now, by the number before. */
  readonly now: Uint32Array;
};

function mergedTerms(terms: Terms, heldIn: readonly LivePostings[]): MergedTerms {
  const isHeld = (term: number) => heldIn.some(({ holders }) => (holders[term] ?? 0) > 0);
  const before = Uint32Array.from(Array(countTerms(terms)).keys())
    .filter(isHeld)
    .sort((a, b) => keyOfTerm(terms, a) - keyOfTerm(terms, b));
  const now = new Uint32Array(countTerms(terms));
  before.forEach((term, place) => {
    now[term] = place;
  });
  return { terms: termsWith(Float64Array.from(before, (term) => keyOfTerm(terms, term))), before, now };
}

function mergedPostings(
  postings: LivePostings,
  { before }: MergedTerms,
  numbers: Int32Array,
  built: number,
  mostKept: number,
): LivePostings {
  const starts = new Uint32Array(before.length + 1);
  const leftOut = new Set<number>();
  const entries = growingEntries(postings.packed.length);
  before.forEach((old, term) => {
    if (postings.leftOut.has(old) || (postings.holders[old] ?? 0) > mostKept) leftOut.add(term);
    else visitMerged(postings, old, numbers, entries.put);
    starts[term + 1] = entries.endList();
  });
  return {
    ...entries.all(),
    starts,
    built,
    added: new Map(),
    holders: before.map((old) => postings.holders[old] ?? 0),
    mostHolders: postings.mostHolders,
    leftOut,
  };
}

/** Calls `put` for the claims of one list that are still there, by their new numbers, ascending. */
function visitMerged(
  postings: LivePostings,
  term: number,
  numbers: Int32Array,
  put: (claim: number, impact: number) => void,
): void {
  const later = postings.added.get(term);
  const added = (later?.claims ?? [])
    .map((claim, at) => ({ claim: numbers[claim] ?? -1, impact: later?.impacts[at] ?? 0 }))
    .filter(({ claim }) => claim !== -1)
    .sort((a, b) => a.claim - b.claim);
  let next = 0;
  const putAddedBelow = (claim: number) => {
    for (let entry = added[next]; entry !== undefined && entry.claim < claim; entry = added[next]) {
      put(entry.claim, entry.impact);
      next += 1;
    }
  };
  visitPacked(postings, term, (claim, impact) => {
    const number = numbers[claim] ?? -1;
    if (number === -1) return;
    if (next < added.length) putAddedBelow(number);
    put(number, impact);
  });
  putAddedBelow(Number.POSITIVE_INFINITY);
}

function mergedWords({ packed, stems, uses, added }: Vocabulary, { now }: MergedTerms): Vocabulary {
  const words = [
    ...Array.from(uses, (used, place) => ({
      word: wordAt(packed, place),
      stem: stems[place] ?? 0,
      uses: used,
    })),
    ...Array.from(added, ([word, { stem, uses: used }]) => ({ word, stem, uses: used })),
  ].filter((word) => word.uses > 0);
  words.sort((a, b) => (a.word < b.word ? -1 : 1));
  return vocabularyOf(
    packWords(words.map(({ word }) => word)),
    Uint32Array.from(words, ({ stem }) => now[stem] ?? 0),
    Uint32Array.from(words, ({ uses: used }) => used),
  );
}
