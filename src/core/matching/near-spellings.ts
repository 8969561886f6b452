import { gramsOf } from './ngrams.ts';
import { oneSlipApart } from './slips.ts';

/** The share of 4-grams, by Dice, from which on two words are taken for forms of one: Miliz and Milizen have 0.6. */
const SAME_GRAMS = 0.6;

/** In shorter words another letter makes another word: Iran and Iraq, Mali and Malta. */
const MIN_CHARS = 5;

/** From this length on a word with one typing error is still known. */
const MIN_CHARS_MISTYPED = 6;

/** An n-gram that more words hold is a beginning or an ending that tells nothing. */
const MAX_HOLDERS = 400;

const NUMERAL = /\p{N}/u;

/**
 * For each word those that are spelled nearly the same: most of their 4-grams agree (forms of one word, in languages
 * without a stemmer), or they are one typing error apart. Both begin with the same letter, which typing errors mostly spare and
 * which tells "legal" from "illegal". Words with digits in them are never near.
 *
 * @param words - distinct
 * @returns words with none near are left out
 */
export function nearSpellings(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const long = words.filter((word) => word.length >= MIN_CHARS && !NUMERAL.test(word));
  const grams = long.map((word) => gramsOf(word));
  const holders = new Map<string, number[]>();
  grams.forEach((own, number) => {
    for (const gram of own) {
      const known = holders.get(gram);
      if (known === undefined) holders.set(gram, [number]);
      else known.push(number);
    }
  });
  return new Map(
    long.flatMap((word, number): [string, readonly string[]][] => {
      const own = grams[number] ?? [];
      const near = Array.from(countShared(own, holders)).flatMap(([other, shared]) => {
        const theirs = long[other] ?? '';
        if (other === number || theirs[0] !== word[0]) return [];
        const dice = (2 * shared) / (own.length + (grams[other]?.length ?? 0));
        return dice >= SAME_GRAMS || mistyped(word, theirs) ? [theirs] : [];
      });
      return near.length === 0 ? [] : [[word, near]];
    }),
  );
}

/** For each word that shares n-grams with these, how many. */
function countShared(
  grams: readonly string[],
  holders: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const gram of grams) {
    const others = holders.get(gram) ?? [];
    if (others.length > MAX_HOLDERS) continue;
    for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return shared;
}

/** Whether two different long words are one typing error apart. */
function mistyped(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= MIN_CHARS_MISTYPED && oneSlipApart(one, other);
}
