import { inverseFrequency, smoothedInverseFrequency } from './bm25.ts';
import type { Lexicon } from './lexicon.ts';
import { gramsOf } from './ngrams.ts';
import type { Postings, WeightedTerm } from './postings.ts';
import { readWords, type Word } from './vocabulary.ts';

/** A stem that stands in for a typed one: `weight` for the ranking, `closeness` from 0 to 1. */
type StandIn = WeightedTerm & { readonly closeness: number };

/** One distinct stem that a member typed. */
export type QueryWord = {
  readonly typed: string;
  /** The stem itself where it occurs in the index (closeness 1), then its relatives that do. */
  readonly stems: readonly StandIn[];
  /** The stem in the contexts of claims, where it occurs in the index. */
  readonly context: WeightedTerm | undefined;
  /** Its n-grams that occur in the index. */
  readonly grams: readonly WeightedTerm[];
  /** How many n-grams it has, known or not. */
  readonly gramCount: number;
  /** How much the word says, judged much alike in any index. */
  readonly telling: number;
};

/**
 * Distinct words of a query that are looked up, those first that say most here. More words add time, and on the long
 * posts of the development data (French, German) 128 rank a little worse than 64.
 */
const MAX_QUERY_WORDS = 64;

/**
 * Imagined claims on any subject behind every inverse frequency in the ranking. The 17 claims of one dossier alone cannot
 * tell that "part" says less than "cleansing"; from some hundreds of claims on the prior no longer matters. Of 10 to
 * 1,000 tried on the development data, 30 ranks best or level on every set.
 */
const PRIOR_FOR_RANKING = 30;

/** The same behind `telling`: many more, so that the share of a question that a claim answers means the same everywhere. */
const PRIOR_FOR_TELLING = 1_000;

/** From this closeness on a relative is as good as the word, and all such are taken to be as common as the commonest. */
const SAME_CLOSENESS = 0.5;

/** The distinct words of a query with what the index knows of each; at most MAX_QUERY_WORDS. */
export function readQuery(text: string, lexicon: Lexicon): readonly QueryWord[] {
  const seen = new Map<string, { readonly typed: string; readonly word: string; count: number }>();
  for (const { typed, word, stem } of readWords(text, lexicon.language)) {
    const before = seen.get(stem);
    if (before === undefined) seen.set(stem, { typed, word, count: 1 });
    else before.count += 1;
  }
  const words = Array.from(seen, ([stem, { typed, word, count }]) =>
    queryWord({ stem, typed, word }, repeated(count), lexicon),
  );
  if (words.length <= MAX_QUERY_WORDS) return words;
  return words
    .sort((a, b) => (b.stems[0]?.weight ?? 0) - (a.stems[0]?.weight ?? 0))
    .slice(0, MAX_QUERY_WORDS);
}

/** A word said again counts, but less each time. */
function repeated(count: number): number {
  return 1 + Math.log(count);
}

/** What the index knows of one word; `times` is a factor of its weights. */
export function queryWord({ stem, typed, word }: Word, times: number, lexicon: Lexicon): QueryWord {
  const share = lexicon.language.shareOf(stem);
  const term = lexicon.stems.find(stem);
  const holders = holdersOf(lexicon.stemPostings, term);
  const weight = smoothedInverseFrequency(holders, lexicon.claims, share, PRIOR_FOR_RANKING);
  const grams = gramsOf(word);
  return {
    typed,
    stems: [
      ...(term === undefined ? [] : [{ term, weight: times * weight, closeness: 1 }]),
      ...relatives(stem, weight, lexicon).map((relative) => ({
        ...relative,
        weight: times * relative.weight,
      })),
    ],
    context: term === undefined ? undefined : { term, weight: times * contextWeight(term, share, lexicon) },
    grams: weightedGrams(grams, times * rarity(weight, lexicon) ** 2, lexicon),
    gramCount: grams.length,
    telling: smoothedInverseFrequency(holders, lexicon.claims, share, PRIOR_FOR_TELLING),
  };
}

function relatives(stem: string, weight: number, lexicon: Lexicon): readonly StandIn[] {
  const found = lexicon.language.relativesOf(stem).flatMap((relative) => {
    const term = lexicon.stems.find(relative.stem);
    if (term === undefined) return [];
    const share = lexicon.language.shareOf(relative.stem);
    const holders = holdersOf(lexicon.stemPostings, term);
    const own = smoothedInverseFrequency(holders, lexicon.claims, share, PRIOR_FOR_RANKING);
    return { term, closeness: relative.weight, own };
  });
  const same = found.filter(({ closeness }) => closeness >= SAME_CLOSENESS);
  const commonest = Math.min(...same.map(({ own }) => own));
  return found.map(({ term, closeness, own }) => {
    const telling = closeness >= SAME_CLOSENESS ? commonest : own;
    return { term, closeness, weight: closeness * Math.min(weight, telling) };
  });
}

function contextWeight(term: number, share: number, lexicon: Lexicon): number {
  const holders = holdersOf(lexicon.contextPostings, term);
  return smoothedInverseFrequency(holders, lexicon.claims, share, PRIOR_FOR_RANKING);
}

function weightedGrams(grams: readonly string[], factor: number, lexicon: Lexicon): readonly WeightedTerm[] {
  return grams.flatMap((gram) => {
    const term = lexicon.grams.find(gram);
    if (term === undefined) return [];
    const holders = holdersOf(lexicon.gramPostings, term);
    return { term, weight: factor * inverseFrequency(holders, lexicon.claims) };
  });
}

/** A word's weight as a share of the highest: its n-grams must not say more than the word does. */
function rarity(weight: number, lexicon: Lexicon): number {
  return weight / smoothedInverseFrequency(0, lexicon.claims, 0, PRIOR_FOR_RANKING);
}

function holdersOf(postings: Postings, term: number | undefined): number {
  return term === undefined ? 0 : (postings.holders[term] ?? 0);
}
