import { type InPieces, pieceOf } from '../in-pieces.ts';
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

/** N-grams, and words that share one, after which others have their turn. */
const PIECE = 5_000;

const NUMERAL = /\p{N}/u;

/** Words by number, and their n-grams by number. */
type Grams = {
  /** For each word its distinct n-grams. */
  readonly own: readonly (readonly number[])[];
  /** For each n-gram how many words hold it. */
  readonly holders: readonly number[];
};

/**
 * For each word those that are spelled nearly the same: most of their 4-grams agree (forms of one word, in languages
 * without a stemmer), or they are one typing error apart. Both begin with the same letter, which typing errors mostly spare and
 * which tells "legal" from "illegal". Words with digits in them are never near.
 *
 * @param words - distinct
 * @returns words with none near are left out
 */
export function* nearSpellings(words: readonly string[]): InPieces<ReadonlyMap<string, readonly string[]>> {
  const long = words.filter((word) => word.length >= MIN_CHARS && !NUMERAL.test(word));
  const grams = yield* gramsOfAll(long);
  const near = new Map<string, string[]>();
  const join = (word: string, other: string) => {
    const known = near.get(word);
    if (known === undefined) near.set(word, [other]);
    else known.push(other);
  };
  const sharers = sharersIn(grams);
  const isFull = pieceOf(PIECE);
  for (const alike of Map.groupBy(long.keys(), (number) => long[number]?.[0]).values()) {
    const sharing = sharers();
    for (const number of alike) {
      const [word = '', own = []] = [long[number], grams.own[number]];
      const others = sharing(number);
      for (const { other, shared } of others) {
        const theirs = long[other] ?? '';
        const dice = (2 * shared) / (own.length + (grams.own[other]?.length ?? 0));
        if (dice < SAME_GRAMS && !mistyped(word, theirs)) continue;
        join(theirs, word);
        join(word, theirs);
      }
      if (isFull(own.length + others.length)) yield;
    }
  }
  return near;
}

function* gramsOfAll(words: readonly string[]): InPieces<Grams> {
  const numbers = new Map<string | number, number>();
  const holders: number[] = [];
  const own: (readonly number[])[] = [];
  const isFull = pieceOf(PIECE);
  for (const word of words) {
    const grams = gramsOf(word).map((gram) => {
      const key = keyOf(gram);
      const known = numbers.get(key);
      if (known === undefined) numbers.set(key, holders.length);
      return known ?? holders.push(0) - 1;
    });
    for (const gram of grams) holders[gram] = (holders[gram] ?? 0) + 1;
    own.push(grams);
    if (isFull(grams.length)) yield;
  }
  return { own, holders };
}

/** An n-gram as a number where it is ASCII, which is found several times faster than text. */
function keyOf(gram: string): string | number {
  let key = 0;
  for (let at = 0; at < gram.length; at += 1) {
    const unit = gram.charCodeAt(at);
    if (unit > 0x7f) return gram;
    key = (key << 7) | unit;
  }
  return key;
}

/** A word with which another shares n-grams, and how many. */
type Sharer = { readonly other: number; readonly shared: number };

/** Makes what takes words one by one, and gives of each those taken before that share n-grams with it. */
function sharersIn({ own, holders }: Grams): () => (number: number) => readonly Sharer[] {
  const shared = new Uint32Array(own.length);
  return () => {
    const taken = new Map<number, number[]>();
    return (number) => {
      const others: number[] = [];
      for (const gram of own[number] ?? []) {
        if ((holders[gram] ?? 0) > MAX_HOLDERS) continue;
        const before = taken.get(gram) ?? [];
        if (before.length === 0) taken.set(gram, before);
        for (const other of before) {
          if (shared[other] === 0) others.push(other);
          shared[other] = (shared[other] ?? 0) + 1;
        }
        before.push(number);
      }
      return others.map((other) => {
        const count = shared[other] ?? 0;
        shared[other] = 0;
        return { other, shared: count };
      });
    };
  };
}

/** Whether two different long words are one typing error apart. */
function mistyped(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= MIN_CHARS_MISTYPED && oneSlipApart(one, other);
}
