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

/** A sentence of a query by its number, and how much it says. */
type Sentence = { readonly at: number; readonly all: number };

/** Looks up each word of a query in one claim after another. */
export function evidenceIn(query: readonly QueryWord[], lexicon: Lexicon): (claim: number) => Evidence {
  const sentences = sentencesOf(query);
  const all = query.reduce((sum, { telling }) => sum + telling, 0);
  const masses = new Float64Array(Math.max(0, ...sentences.map(({ at }) => at + 1)));
  return (claim) => {
    let mass = 0;
    let heaviest = 0;
    masses.fill(0);
    const words: string[] = [];
    for (const word of query) {
      const found = strength(word, claim, lexicon);
      const told = word.telling * found;
      mass += told;
      heaviest = Math.max(heaviest, told);
      if (told > 0) for (const at of word.sentences) masses[at] = (masses[at] ?? 0) + told;
      if (found >= NAMED_STRENGTH) words.push(word.typed);
    }
    return { coverage: shareOf(mass, all), mass, heaviest, sentence: bestSentence(sentences, masses), words };
  };
}

/** In the order in which the words of the query come to them. */
function sentencesOf(query: readonly QueryWord[]): readonly Sentence[] {
  const all = new Map<number, number>();
  for (const { sentences, telling } of query)
    for (const at of sentences) all.set(at, (all.get(at) ?? 0) + telling);
  return Array.from(all, ([at, told]) => ({ at, all: told }));
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

function bestSentence(sentences: readonly Sentence[], masses: Float64Array): Evidence['sentence'] {
  let best = { coverage: 0, mass: 0, at: 0 };
  let strongest = 0;
  for (const { at, all } of sentences) {
    const mass = masses[at] ?? 0;
    const coverage = shareOf(mass, all);
    const strong = sentenceStrength({ coverage, mass });
    if (strong <= strongest) continue;
    best = { coverage, mass, at };
    strongest = strong;
  }
  return best;
}
