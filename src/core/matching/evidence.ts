import type { Lexicon } from './lexicon.ts';
import { holds } from './postings.ts';
import type { QueryWord } from './query.ts';

/** What a word found only in a claim's context is worth, beside 1 for one found in the claim itself. */
export const C = { s: 0.5 };
const CONTEXT_STRENGTH = 0.5;

/** What a word found only by its n-grams is worth when all of them are there; a misspelt word keeps about half of them. */
const GRAM_STRENGTH = 0.9;

/** The least share of a word's n-grams that counts as the word: below half, unrelated words do as well. */
const LEAST_GRAM_SHARE = 0.5;

/** How strongly one claim answers to one word of a query, 0 (not at all) to 1 (the word itself is there). */
export function strength(word: QueryWord, claim: number, lexicon: Lexicon): number {
  let found = 0;
  for (const { term, closeness } of word.stems) {
    if (closeness > found && holds(lexicon.stemPostings, term, claim)) found = closeness;
  }
  if (found === 1) return 1;
  if (word.context !== undefined && found < C.s && holds(lexicon.contextPostings, word.context.term, claim)) {
    found = C.s;
  }
  return Math.max(found, GRAM_STRENGTH * gramShare(word, claim, lexicon));
}

function gramShare(word: QueryWord, claim: number, lexicon: Lexicon): number {
  let held = 0;
  for (const { term } of word.grams) if (holds(lexicon.gramPostings, term, claim)) held += 1;
  const share = held / word.gramCount;
  return share < LEAST_GRAM_SHARE ? 0 : share;
}
