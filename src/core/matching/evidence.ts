import type { Lexicon } from './lexicon.ts';
import { holds } from './postings.ts';
import type { QueryWord } from './query.ts';

/** What a word found only in a claim's context is worth, beside 1 for one found in the claim itself. */
const CONTEXT_STRENGTH = 0.7;

/** What a word found only by its n-grams is worth when all of them are there; a misspelt word keeps about half of them. */
const GRAM_STRENGTH = 0.9;

/** The least share of a word's n-grams that counts as the word: below half, unrelated words do as well. */
const LEAST_GRAM_SHARE = 0.5;

/** How strongly one claim answers to one word of a query, 0 (not at all) to 1 (the word itself is there). */
function strength(word: QueryWord, claim: number, lexicon: Lexicon): number {
  let found = 0;
  for (const { term, closeness } of word.stems) {
    if (closeness > found && holds(lexicon.stemPostings, term, claim)) found = closeness;
  }
  if (found === 1) return 1;
  if (
    word.context !== undefined &&
    found < CONTEXT_STRENGTH &&
    holds(lexicon.contextPostings, word.context.term, claim)
  ) {
    found = CONTEXT_STRENGTH;
  }
  return Math.max(found, GRAM_STRENGTH * gramShare(word, claim, lexicon));
}

function gramShare(word: QueryWord, claim: number, lexicon: Lexicon): number {
  const least = LEAST_GRAM_SHARE * word.gramCount;
  let held = 0;
  let left = word.grams.length;
  for (const { term } of word.grams) {
    if (held + left < least) return 0;
    if (holds(lexicon.gramPostings, term, claim)) held += 1;
    left -= 1;
  }
  return held < least ? 0 : held / word.gramCount;
}

/** How well one claim answers a whole query. */
export type Evidence = {
  /** The share of what the query says that the claim answers to, 0 to 1. */
  readonly coverage: number;
  /** How much that is, in nats: two rare names tell more than one common word. */
  readonly mass: number;
  /** How much of that one word alone tells. */
  readonly heaviest: number;
  /** Coverage, mass and number of the sentence of the query that it answers to best; a short query is one sentence. */
  readonly sentence: { readonly coverage: number; readonly mass: number; readonly at: number };
  /** The words that the claim answers to, as typed. */
  readonly words: readonly string[];
};

/** From this strength on a word is named as matched. */
const NAMED_STRENGTH = 0.3;

/** Looks up each word of a query in one claim. */
export function evidenceFor(query: readonly QueryWord[], claim: number, lexicon: Lexicon): Evidence {
  let mass = 0;
  let heaviest = 0;
  let all = 0;
  const bySentence = new Map<number, { mass: number; all: number }>();
  const words: string[] = [];
  for (const word of query) {
    const found = strength(word, claim, lexicon);
    const told = word.telling * found;
    mass += told;
    heaviest = Math.max(heaviest, told);
    all += word.telling;
    for (const number of word.sentences) {
      const sum = bySentence.get(number) ?? { mass: 0, all: 0 };
      sum.mass += told;
      sum.all += word.telling;
      bySentence.set(number, sum);
    }
    if (found >= NAMED_STRENGTH) words.push(word.typed);
  }
  return { coverage: shareOf(mass, all), mass, heaviest, sentence: bestSentence(bySentence), words };
}

function shareOf(mass: number, all: number): number {
  return all === 0 ? 0 : mass / all;
}

/** What a sentence must say, in nats, for its coverage to count for half: about one rare name. */
const HALF_TOLD = 10;

/** How well a claim answers to one sentence, 0 to 1: fully when it answers to all of it, and that is much. */
export function sentenceStrength({ coverage, mass }: Omit<Evidence['sentence'], 'at'>): number {
  return (coverage * mass) / (mass + HALF_TOLD);
}

function bestSentence(sums: ReadonlyMap<number, { mass: number; all: number }>): Evidence['sentence'] {
  let best = { coverage: 0, mass: 0, at: 0 };
  for (const [at, { mass, all }] of sums) {
    const sentence = { coverage: shareOf(mass, all), mass, at };
    if (sentenceStrength(sentence) > sentenceStrength(best)) best = sentence;
  }
  return best;
}
