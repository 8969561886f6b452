import type { Passage, ProposedClaim } from './analysis.ts';
import { centralityOf, cosine, type Vector, vectorsOf } from './centrality.ts';
import { leansOnAnother } from './leaning.ts';
import type { ReadPost } from './read-post.ts';

/** How many sentences a summary has: up to so many assertions give so many. */
const sizes: readonly (readonly [assertions: number, sentences: number])[] = [
  [2, 1],
  [3, 2],
  [9, 3],
  [19, 4],
];
const largest = 5;

/**
 * What counts besides being near to all others, which is 1 for the most central sentence: standing first, and holding the
 * claims most worth checking that no chosen sentence holds. Repeating a chosen one takes away what they share. Set by hand, on
 * the shipped post and a few dozen noisy ones.
 */
const forPosition = 0.3;
const forClaims = 0.5;
const forRepeating = 0.8;

/** A sentence this near to a chosen one, as a cosine, is the same again. */
const sameSentence = 0.9;

/** A longer one is no summary; where there are but such, they serve. */
const longestChars = 500;

/** Prose of 100,000 characters has half as many sentences: what has more is a list, or writes very short ones. */
const mostRead = 2_000;

/** A sentence that may be chosen. */
type Candidate = {
  readonly passage: Passage;
  readonly nth: number;
  readonly vector: Vector;
  readonly central: number;
  readonly worth: number;
};

/**
 * The sentences of a post that say most of what it says, in the post's order: three to five, fewer of a short post.
 *
 * They are near to the others in their words, stand early and hold the claims. One that leans on the sentence before it is
 * chosen after that one only.
 */
export function summaryOf(post: ReadPost, claims: readonly ProposedClaim[]): readonly Passage[] {
  const candidates = candidatesOf(post, claims);
  const count = sizes.find(([most]) => candidates.length <= most)?.[1] ?? largest;
  const chosen: Candidate[] = [];
  while (chosen.length < count) {
    const best = bestOf(candidates, chosen);
    if (best === null) break;
    chosen.push(best);
  }
  return chosen.map(({ passage }) => passage).toSorted((a, b) => a.start - b.start);
}

function bestOf(candidates: readonly Candidate[], chosen: readonly Candidate[]): Candidate | null {
  const taken = new Set(chosen.map(({ nth }) => nth));
  let best: Candidate | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    if (taken.has(candidate.nth)) continue;
    const alone = candidate.central + forPosition / (1 + candidate.nth) + forClaims * candidate.worth;
    if (alone <= highest || leansOnOthers(candidate, taken)) continue;
    const repeated = chosen.reduce((most, { vector }) => Math.max(most, cosine(candidate.vector, vector)), 0);
    const score = alone - forRepeating * repeated;
    if (repeated > sameSentence || score <= highest) continue;
    best = candidate;
    highest = score;
  }
  return best;
}

/** Whether a sentence takes up what stands before it, and that is not chosen. */
function leansOnOthers({ passage, nth }: Candidate, taken: ReadonlySet<number>): boolean {
  return nth > 0 && !taken.has(nth - 1) && leansOnAnother(passage.text);
}

function candidatesOf(post: ReadPost, claims: readonly ProposedClaim[]): readonly Candidate[] {
  const sentences = post.sentences.slice(0, mostRead);
  const vectors = vectorsOf(sentences.map(({ text }) => post.wordingOf(text).stems));
  const centrality = centralityOf(vectors);
  const worth = worthOf(sentences, claims);
  const seen = new Set<string>();
  const found = sentences.flatMap((passage, nth): readonly Candidate[] => {
    const vector = vectors[nth];
    if (vector === undefined || seen.has(passage.text)) return [];
    seen.add(passage.text);
    if (!post.asserts(passage.text)) return [];
    return [{ passage, nth, vector, central: centrality[nth] ?? 0, worth: worth[nth] ?? 0 }];
  });
  const short = found.filter(({ passage }) => passage.text.length <= longestChars);
  return short.length === 0 ? found : short;
}

/** How much of what is worth checking each sentence holds, 0 to 1, 1 for the one with most. */
function worthOf(sentences: readonly Passage[], claims: readonly ProposedClaim[]): readonly number[] {
  const inOrder = claims.toSorted((a, b) => a.start - b.start);
  let at = 0;
  const sums = sentences.map(({ end }) => {
    let sum = 0;
    for (let claim = inOrder[at]; claim !== undefined && claim.start < end; claim = inOrder[at]) {
      sum += claim.checkWorthiness;
      at += 1;
    }
    return sum;
  });
  const most = sums.reduce((highest, sum) => Math.max(highest, sum), Number.MIN_VALUE);
  return sums.map((sum) => sum / most);
}
