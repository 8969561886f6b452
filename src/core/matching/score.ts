import type { Lexicon } from './lexicon.ts';
import { addBestScores, addScores } from './postings.ts';
import type { QueryWord } from './query.ts';

/**
 * Weight of the n-grams beside the words. They gain .01 MAP@5 on reworded tweets, .015 on forwarded ones and .016 on posts in eight
 * languages; on clean tweets and with typos, which `words-meant.ts` reads, they gain nothing.
 */
const GRAM_WEIGHT = 0.35;

/** Weight of a claim's context beside its own words: enough for a name that only the notes hold. */
const CONTEXT_WEIGHT = 0.3;

/** Working space of one index, reused by every query: a number for each claim. */
export type Scratch = {
  readonly scores: Float32Array;
  /** All 0 between calls. */
  readonly best: Float32Array;
};

/** Adds up in `scratch.scores`, for every claim, what the words of a query say for it. */
export function score(query: readonly QueryWord[], lexicon: Lexicon, { scores, best }: Scratch): void {
  scores.fill(0);
  for (const { stems, context, grams } of query) {
    addBestScores(lexicon.stemPostings, stems, scores, best);
    if (context !== undefined) {
      addScores(lexicon.contextPostings, context.term, CONTEXT_WEIGHT * context.weight, scores);
    }
    for (const gram of grams) addScores(lexicon.gramPostings, gram.term, GRAM_WEIGHT * gram.weight, scores);
  }
}
