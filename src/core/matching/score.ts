import type { Lexicon } from './lexicon.ts';
import { addBestScores, addScores } from './postings.ts';
import type { QueryWord } from './query.ts';

export const W = { gram: 0.35, ctx: 0.3 };

/** Working space for one index, a number for each claim. */
export type Scratch = { readonly scores: Float32Array; readonly best: Float32Array };

/** Adds up, for every claim, what the words of a query say for it, in `scratch.scores`. */
export function score(query: readonly QueryWord[], lexicon: Lexicon, { scores, best }: Scratch): void {
  scores.fill(0);
  for (const word of query) {
    addBestScores(lexicon.stemPostings, word.stems, scores, best);
    if (word.context !== undefined) {
      addScores(lexicon.contextPostings, word.context.term, W.ctx * word.context.weight, scores);
    }
    for (const gram of word.grams) addScores(lexicon.gramPostings, gram.term, W.gram * gram.weight, scores);
  }
}
