import { type Evidence, evidenceFor } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import type { QueryWord } from './query.ts';
import { type Scratch, score } from './score.ts';
import { highest } from './top.ts';

/** A claim by its number in the index, how it ranks, and why. */
export type Candidate = Evidence & { readonly claim: number; readonly score: number };

/**
 * How far a claim that answers to every word is raised above one that answers to none with the same BM25 score: claims
 * that repeat one word of a question must not pass those that hold all. Gains .002 to .015 MAP@5 on the English sets.
 */
const COVERAGE_BONUS = 1;

/** Claims looked at closely; the right one is below the tenth place too seldom to matter. */
const LOOKED_AT = 10;

/** The best claims for a query, best first; of equal ones the lower number first. At least LOOKED_AT are compared. */
export function rank(
  query: readonly QueryWord[],
  limit: number,
  lexicon: Lexicon,
  scratch: Scratch,
): readonly Candidate[] {
  score(query, lexicon, scratch);
  return highest(scratch.scores, Math.min(lexicon.claims, Math.max(limit, LOOKED_AT)))
    .map((claim) => {
      const evidence = evidenceFor(query, claim, lexicon);
      return {
        ...evidence,
        claim,
        score: (scratch.scores[claim] ?? 0) * (1 + COVERAGE_BONUS * evidence.coverage),
      };
    })
    .sort((a, b) => b.score - a.score || a.claim - b.claim);
}
