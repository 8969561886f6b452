import { firstNotBelow, isWordBelow, type PackedWords, wordAt } from './packed-words.ts';
import { rangeOfSpellings, type Spelling } from './spellings.ts';
import { type WordFinder, wordFinder } from './word-places.ts';

/** The words of all claims as they are spelled (see `Spelling`), for finding those that begin as typed. */
export type Vocabulary = {
  /** Those known when the index was built. A word's place here is its place in the lists below. */
  readonly packed: PackedWords;
  /** Finds one of those. */
  readonly placeOf: WordFinder;
  /** The number of each word's stem. */
  readonly stems: Uint32Array;
  /** How often each is used in all claims and their contexts; 0 when no claim has it any more. */
  readonly uses: Uint32Array;
  /** Words that came later. */
  readonly added: Map<Spelling, { readonly stem: number; uses: number }>;
};

/** The words known when an index is built. */
export function vocabularyOf(packed: PackedWords, stems: Uint32Array, uses: Uint32Array): Vocabulary {
  return { packed, placeOf: wordFinder(packed), stems, uses, added: new Map() };
}

/** Counts one use of a word in, or with `sign` -1 out again. */
export function countUse(
  { packed, uses, added }: Vocabulary,
  word: string,
  stem: number,
  sign: 1 | -1,
): void {
  const place = firstNotBelow(packed, word);
  if (place < uses.length && wordAt(packed, place) === word) {
    uses[place] = (uses[place] ?? 0) + sign;
    return;
  }
  const known = added.get(word);
  if (known === undefined) added.set(word, { stem, uses: sign });
  else known.uses += sign;
}

/** The stems of all words that begin so; one that several words share comes several times. */
export function stemsBeginning(vocabulary: Vocabulary, beginning: string): readonly number[] {
  return stemsBetween(vocabulary, beginning, `${beginning}\uffff`);
}

/** Whether words of the claims begin so; when some came later, any may. */
export function isBegun({ packed, stems, added }: Vocabulary, beginning: string): boolean {
  const place = firstNotBelow(packed, beginning);
  return added.size > 0 || (place < stems.length && wordAt(packed, place).startsWith(beginning));
}

/** The stems that one word has in the languages of the claims that hold it. */
export function stemsOfWord(vocabulary: Vocabulary, word: string): readonly number[] {
  return stemsBetween(vocabulary, ...rangeOfSpellings(word));
}

function stemsBetween(
  { packed, stems, uses, added }: Vocabulary,
  first: string,
  after: string,
): readonly number[] {
  const found: number[] = [];
  for (let place = firstNotBelow(packed, first); isWordBelow(packed, place, after); place += 1) {
    if ((uses[place] ?? 0) > 0) found.push(stems[place] ?? 0);
  }
  for (const [word, { stem, uses: used }] of added) {
    if (used > 0 && word >= first && word < after) found.push(stem);
  }
  return found;
}

/** Numbers strings from 0 in the order of their first appearance. */
export class Numbering {
  readonly #numbers = new Map<string, number>();

  /** The number of a string, given to it now if it is new. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const next = this.#numbers.size;
    this.#numbers.set(text, next);
    return next;
  }

  all(): readonly string[] {
    return Array.from(this.#numbers.keys());
  }
}
