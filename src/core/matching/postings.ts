import { MAX_IMPACT } from './bm25.ts';
import { type Entries, hasEntry, IMPACT_BITS, IMPACT_MASK, STEP_BITS } from './entries.ts';

/** The claims that came after the index was built and hold one term, ascending, and its impact in each. */
export type AddedEntries = { readonly claims: number[]; readonly impacts: number[] };

/**
 * For each term the claims that hold it, ascending, and its weight in each. Claims known when the index was built lie packed in flat
 * arrays: term t owns the entries from `starts[t]` up to `starts[t + 1]`. Later ones, which have higher numbers, lie beside them.
 */
export type Postings = Entries & {
  readonly starts: Uint32Array;
  /** How many claims were there when the index was built. */
  readonly built: number;
  readonly added: ReadonlyMap<number, AddedEntries>;
  /** How many claims hold each term now, also where its entries were left out as too common. */
  readonly holders: Uint32Array;
  /** Terms held by more claims than this are left out: they cost most and tell least. */
  readonly mostHolders: number;
  /** The terms that have no entries because they were too common when the index was built. */
  readonly leftOut: ReadonlySet<number>;
};

/** Postings that claims are added to and taken out of. */
export type LivePostings = Omit<Postings, 'added' | 'holders' | 'mostHolders'> & {
  readonly added: Map<number, AddedEntries>;
  holders: Uint32Array;
  mostHolders: number;
};

/**
 * What one step of a stored impact is worth. Against 255 steps and exact average lengths, 127 steps and rounded ones (see `lengths.ts`)
 * move MAP@5 on eight sets by -.004 to +.005, on average by +.0002.
 */
export const IMPACT_STEP = MAX_IMPACT / IMPACT_MASK;

/** A term and how much it counts. */
export type WeightedTerm = { readonly term: number; readonly weight: number };

/** Adds `weight` times the term's impact to the score of every claim that holds it. */
export function addScores(postings: Postings, term: number, weight: number, scores: Float32Array): void {
  if (isLeftOut(postings, term)) return;
  const { packed, starts } = postings;
  const step = weight * IMPACT_STEP;
  const end = starts[term + 1] ?? 0;
  let claim = -1;
  for (let at = starts[term] ?? 0; at < end; at += 1) {
    const entry = packed[at] ?? 0;
    const impact = entry & IMPACT_MASK;
    if (impact === 0) {
      claim += (entry >>> IMPACT_BITS) << STEP_BITS;
      continue;
    }
    claim += entry >>> IMPACT_BITS;
    scores[claim] = (scores[claim] ?? 0) + step * impact;
  }
  const later = postings.added.get(term);
  if (later === undefined) return;
  later.claims.forEach((added, at) => {
    scores[added] = (scores[added] ?? 0) + step * (later.impacts[at] ?? 0);
  });
}

function isLeftOut({ holders, mostHolders }: Postings, term: number): boolean {
  return (holders[term] ?? 0) > mostHolders;
}

/** Whether a claim holds a term that is not left out. */
export function holds(postings: Postings, term: number, claim: number): boolean {
  if (isLeftOut(postings, term)) return false;
  if (claim >= postings.built) return postings.added.get(term)?.claims.includes(claim) ?? false;
  return hasEntry(postings, postings.starts[term] ?? 0, postings.starts[term + 1] ?? 0, claim);
}

/** Calls `visit` for every claim known when the index was built that holds a term, ascending, with the term's stored impact. */
export function visitPacked(
  { packed, starts }: Postings,
  term: number,
  visit: (claim: number, impact: number) => void,
): void {
  const end = starts[term + 1] ?? 0;
  let claim = -1;
  for (let at = starts[term] ?? 0; at < end; at += 1) {
    const entry = packed[at] ?? 0;
    const impact = entry & IMPACT_MASK;
    if (impact === 0) claim += (entry >>> IMPACT_BITS) << STEP_BITS;
    else {
      claim += entry >>> IMPACT_BITS;
      visit(claim, impact);
    }
  }
}

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
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) {
    addScores(postings, only.term, only.weight, scores);
    return;
  }
  for (const { term, weight } of terms) raiseScores(postings, term, weight, scores, best);
  for (const { term } of terms) clearBest(postings, term, best);
}

function clearBest({ packed, starts, added }: Postings, term: number, best: Float32Array): void {
  const end = starts[term + 1] ?? 0;
  let claim = -1;
  for (let at = starts[term] ?? 0; at < end; at += 1) {
    const entry = packed[at] ?? 0;
    claim += (entry & IMPACT_MASK) === 0 ? (entry >>> IMPACT_BITS) << STEP_BITS : entry >>> IMPACT_BITS;
    best[claim] = 0;
  }
  for (const later of added.get(term)?.claims ?? []) best[later] = 0;
}

/** Raises the scores of all claims that hold a term where it says more for them than `best`. */
function raiseScores(
  postings: Postings,
  term: number,
  weight: number,
  scores: Float32Array,
  best: Float32Array,
): void {
  if (isLeftOut(postings, term)) return;
  const { packed, starts } = postings;
  const step = weight * IMPACT_STEP;
  const end = starts[term + 1] ?? 0;
  let claim = -1;
  // Written out, as `addScores` is: this is where most of the time of a look-up goes.
  for (let at = starts[term] ?? 0; at < end; at += 1) {
    const entry = packed[at] ?? 0;
    const impact = entry & IMPACT_MASK;
    claim += impact === 0 ? (entry >>> IMPACT_BITS) << STEP_BITS : entry >>> IMPACT_BITS;
    const value = step * impact;
    const before = best[claim] ?? 0;
    if (value <= before) continue;
    best[claim] = value;
    scores[claim] = (scores[claim] ?? 0) + value - before;
  }
  const later = postings.added.get(term);
  later?.claims.forEach((added, at) => {
    const value = step * (later.impacts[at] ?? 0);
    const before = best[added] ?? 0;
    if (value <= before) return;
    best[added] = value;
    scores[added] = (scores[added] ?? 0) + value - before;
  });
}
