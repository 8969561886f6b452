import { inverseFrequency, smoothedInverseFrequency } from './bm25.ts';
import type { Language } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { gramsOf } from './ngrams.ts';
import type { Postings, WeightedTerm } from './postings.ts';
import { type QuerySpelling, readQueryWords } from './query-words.ts';
import type { Word } from './read-words.ts';
import { stemsOfWord } from './vocabulary.ts';

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
  readonly language: Language;
  /** The numbers of the sentences that hold it, ascending. */
  readonly sentences: readonly number[];
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
export const PRIOR_FOR_TELLING = 1_000;

/** From this closeness on a relative is as good as the word, and all such are taken to be as common as the commonest. */
const SAME_CLOSENESS = 0.5;

/**
 * How much of a match the same word is in a claim of another language, where it has another stem: a name, or a word of a claim
 * whose language was not recognised.
 */
const ELSEWHERE_CLOSENESS = 0.9;

/** A word as it is first said, and the sentences that say it, once for each time. */
type Said = { readonly first: QuerySpelling; readonly sentences: number[] };

/** The distinct words of a query with what the index knows of each; at most MAX_QUERY_WORDS. */
export function readQuery(text: string, lexicon: Lexicon): readonly QueryWord[] {
  const seen = new Map<string, Said>();
  readQueryWords(text, lexicon).forEach((words, number) => {
    for (const first of words) {
      const before = seen.get(first.stem);
      if (before === undefined) seen.set(first.stem, { first, sentences: [number] });
      else before.sentences.push(number);
    }
  });
  const words = Array.from(seen.values(), ({ first, sentences }) => ({
    ...queryWord(first, repeated(sentences.length), lexicon, first.meant),
    sentences: Array.from(new Set(sentences)),
  }));
  if (words.length <= MAX_QUERY_WORDS) return words;
  return words
    .sort((a, b) => (b.stems[0]?.weight ?? 0) - (a.stems[0]?.weight ?? 0))
    .slice(0, MAX_QUERY_WORDS);
}

/** A word said again counts, but less each time. */
function repeated(count: number): number {
  return 1 + Math.log(count);
}

/**
 * What the index knows of one word.
 *
 * @param times - a factor of its weights
 * @param meant - stems that it may be a slip of the fingers for
 */
export function queryWord(
  read: Word,
  times: number,
  lexicon: Lexicon,
  meant: readonly number[] = [],
): QueryWord {
  const { stem, typed, word, language } = read;
  const share = language.shareOf(stem);
  const term = lexicon.stems.find(stem);
  const holders = holdersOf(lexicon.stemPostings, term);
  const weight = smoothedInverseFrequency(holders, lexicon.claims, share, PRIOR_FOR_RANKING);
  const grams = gramsOf(word);
  const stems: StandIn[] = term === undefined ? [] : [{ term, weight: times * weight, closeness: 1 }];
  for (const others of [likely(meant, weight, lexicon), standIns(read, term, weight, lexicon)]) {
    for (const other of others) stems.push({ ...other, weight: times * other.weight });
  }
  return {
    typed,
    stems,
    context: inContext(term, word.length < SHORTEST_SLIP ? [] : meant, { share, times }, lexicon),
    grams: weightedGrams(grams, times * rarity(weight, lexicon) ** 2, lexicon),
    gramCount: grams.length,
    telling: smoothedInverseFrequency(holders, lexicon.claims, share, PRIOR_FOR_TELLING),
    language,
    sentences: [0],
  };
}

/** What a word with a slip in it counts beside the word meant, which another word of the claims may be, too. */
const MEANT_CLOSENESS = 0.8;

function likely(meant: readonly number[], weight: number, lexicon: Lexicon): readonly StandIn[] {
  return meant.map((term) => {
    const holders = holdersOf(lexicon.stemPostings, term);
    const own = smoothedInverseFrequency(holders, lexicon.claims, 0, PRIOR_FOR_RANKING);
    return { term, closeness: MEANT_CLOSENESS, weight: MEANT_CLOSENESS * Math.min(weight, own) };
  });
}

/** The stems that stand in for a word: its relatives, and its own in the other languages of the claims. */
function standIns(
  { stem, word, language }: Word,
  term: number | undefined,
  weight: number,
  lexicon: Lexicon,
): readonly StandIn[] {
  const elsewhere = stemsOfWord(lexicon.words, word).filter(
    (other, at, all) => other !== term && all.indexOf(other) === at,
  );
  const relatives = language.relativesOf(stem);
  if (elsewhere.length === 0 && relatives.length === 0) return [];
  const found: { readonly term: number; readonly closeness: number; readonly own: number }[] = [];
  const put = (other: number, closeness: number, share: number) => {
    const holders = holdersOf(lexicon.stemPostings, other);
    const own = smoothedInverseFrequency(holders, lexicon.claims, share, PRIOR_FOR_RANKING);
    found.push({ term: other, closeness, own });
  };
  for (const other of elsewhere) put(other, ELSEWHERE_CLOSENESS, language.shareOf(stem));
  for (const relative of relatives) {
    const other = lexicon.stems.find(relative.stem);
    if (other !== undefined) put(other, relative.weight, language.shareOf(relative.stem));
  }
  const same = found.filter(({ closeness }) => closeness >= SAME_CLOSENESS);
  const commonest = Math.min(...same.map(({ own }) => own));
  return found.map(({ term: other, closeness, own }) => {
    const telling = closeness >= SAME_CLOSENESS ? commonest : own;
    return { term: other, closeness, weight: closeness * Math.min(weight, telling) };
  });
}

/** Of fewer letters one slip makes a word that means something else: notes hold many words. */
const SHORTEST_SLIP = 5;

/** A word in the notes of claims; for one that nobody wrote, the one word of the notes that it may be a slip for, if it is the only one. */
function inContext(
  term: number | undefined,
  meant: readonly number[],
  { share, times }: { readonly share: number; readonly times: number },
  lexicon: Lexicon,
): WeightedTerm | undefined {
  if (term !== undefined) return { term, weight: times * contextWeight(term, share, lexicon) };
  const [told, ...others] = meant.filter((one) => holdersOf(lexicon.contextPostings, one) > 0);
  if (told === undefined || others.length > 0) return undefined;
  return { term: told, weight: times * MEANT_CLOSENESS * contextWeight(told, 0, lexicon) };
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
