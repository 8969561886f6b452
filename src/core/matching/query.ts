import { inverseFrequency, smoothedInverseFrequency } from './bm25.ts';
import type { Lexicon } from './lexicon.ts';
import { gramsOf } from './ngrams.ts';
import type { Postings, WeightedTerm } from './postings.ts';
import { readWords } from './vocabulary.ts';

/** A stem that stands in for a typed one: `weight` for the ranking, `closeness` from 0 to 1. */
type StandIn = WeightedTerm & { readonly closeness: number };

/** One distinct stem that a member typed. */
export type QueryWord = {
  readonly typed: string;
  /** The stem itself where it occurs in the index (closeness 1), and its relatives that do. */
  readonly stems: readonly StandIn[];
  /** The stem in the contexts of claims, where it occurs there. */
  readonly context: WeightedTerm | undefined;
  /** Its n-grams that occur in the index. */
  readonly grams: readonly WeightedTerm[];
  /** How many n-grams it has, known or not. */
  readonly gramCount: number;
  /** How much the word says: its inverse frequency, smoothed. */
  readonly telling: number;
};

/**
 * Distinct words of a query that are looked up, those first that say most here. More words add time, and on the long
 * posts of the development data (French, German) 128 rank a little worse than 64.
 */
const MAX_QUERY_WORDS = 64;

/**
 * Imagined claims on any subject behind every inverse frequency. The 17 claims of one dossier alone cannot tell that
 * "part" says less than "cleansing"; from some hundreds of claims on the prior no longer matters.
 */
const PRIOR_CLAIMS = 30;
export const T={p:30,u:0,gf:0};

/** From this closeness on a relative is the same word for counting: how rare it is, is judged with the others. */
const SAME_CLOSENESS = 0.5;

/** The distinct words of a query with what the index knows of each; at most MAX_QUERY_WORDS. */
export function readQuery(text: string, lexicon: Lexicon): readonly QueryWord[] {
  const seen = new Map<string, { typed: string; word: string; count: number }>();
  for (const { typed, word, stem } of readWords(text, lexicon.language)) {
    const before = seen.get(stem);
    if (before === undefined) seen.set(stem, { typed, word, count: 1 });
    else before.count += 1;
  }
  const words = Array.from(seen, ([stem, { typed, word, count }]) => queryWord(stem, typed, word, repeated(count), lexicon));
  if (words.length <= MAX_QUERY_WORDS) return words;
  return words.sort((a, b) => (b.stems[0]?.weight ?? 0) - (a.stems[0]?.weight ?? 0)).slice(0, MAX_QUERY_WORDS);
}

/** A word said again counts, but less each time. */
function repeated(count: number): number {
  return 1 + Math.log(count);
}

function queryWord(stem: string, typed: string, word: string, times: number, lexicon: Lexicon): QueryWord {
  const term = lexicon.stems.find(stem);
  const telling = tellingOf(lexicon.stemPostings, term, stem, lexicon);
  const grams = gramsOf(word);
  return {
    typed,
    stems: [
      ...(term === undefined ? [] : [{ term, weight: times * telling, closeness: 1 }]),
      ...relatives(stem, times, telling, lexicon),
    ],
    context:
      term === undefined
        ? undefined
        : { term, weight: times * tellingOf(lexicon.contextPostings, term, stem, lexicon) },
    grams: grams.flatMap((gram) => {
      const number = lexicon.grams.find(gram);
      if (number === undefined) return [];
      const holders = lexicon.gramPostings.holders[number] ?? 0;
      const f=T.gf===0?1:(telling/smoothedInverseFrequency(0, lexicon.claims, 0.0005, PRIOR_CLAIMS))**T.gf;
      return { term: number, weight: f*times * inverseFrequency(holders, lexicon.claims) };
    }),
    gramCount: grams.length,
    telling: tellingOf(lexicon.stemPostings, term, stem, lexicon, T.p),
  };
}

function relatives(stem: string, times: number, telling: number, lexicon: Lexicon): readonly StandIn[] {
  const found = lexicon.language.relativesOf(stem).flatMap((relative) => {
    const term = lexicon.stems.find(relative.stem);
    if (term === undefined) return [];
    return { term, closeness: relative.weight, telling: tellingOf(lexicon.stemPostings, term, relative.stem, lexicon) };
  });
  const same = found.filter(({ closeness }) => closeness >= SAME_CLOSENESS);
  const leastTelling = Math.min(...same.map((relative) => relative.telling));
  return found.map((relative) => {
    const own = relative.closeness >= SAME_CLOSENESS ? leastTelling : relative.telling;
    return { ...relative, weight: times * relative.closeness * Math.min(telling, own) };
  });
}

/** The smoothed inverse frequency of a stem; that of one no claim holds when `term` is undefined. */
function tellingOf(postings: Postings, term: number | undefined, stem: string, lexicon: Lexicon, prior=PRIOR_CLAIMS): number {
  const holders = term === undefined ? 0 : T.u? Math.max(postings.holders[term] ?? 0,T.u*(lexicon.contextPostings.holders[term] ?? 0)):(postings.holders[term] ?? 0);
  return smoothedInverseFrequency(holders, lexicon.claims, lexicon.language.shareOf(stem), prior);
}
