import type { PackedWords } from './packed-words.ts';

/** How words of one language stand among packed ones. */
export type PackedAs = {
  /** What follows each. */
  readonly suffix: string;
  /** Up to this length a word with a capital may be another than the same in small letters. */
  readonly longestAcronym: number;
};

/**
 * Finds the place of a word that stands in a text from `start` up to `end`: -1 when it is not among the packed words, or is not of
 * ASCII digits and letters alone, or may be an acronym.
 */
export type WordFinder = (text: string, start: number, end: number, as: PackedAs) => number;

/** Of the entries at most so many are taken, so that the next free one is near. */
const MOST_TAKEN = 3 / 4;

/** Longest word that is looked for, in UTF-16 code units; see `tokenise.ts`. */
const MOST_CHARS = 64;

/** ASCII digits as they are and letters as small ones, by their code; 0 for every other character of ASCII. */
const SMALL = Uint8Array.from({ length: 128 }, (_, unit) => {
  const small = String.fromCharCode(unit).toLowerCase();
  return /[a-z0-9]/.test(small) ? small.charCodeAt(0) : 0;
});

/**
 * A finder that does not cut words out of their texts. It keeps a table of four bytes an entry, at most some three times as long as
 * the words, where a word stands at its hash or in the first free entry behind it: its place plus 1 in the low bits, and more of
 * its hash above, so that other words are passed over without a look at them.
 */
export function wordFinder(words: PackedWords): WordFinder {
  const { entries, placeBits } = tableOf(words);
  const last = entries.length - 1;
  const placeMask = 2 ** placeBits - 1;
  return (text, start, end, { suffix, longestAcronym }) => {
    const length = end - start;
    if (length > MOST_CHARS) return -1;
    let hash = 0;
    for (let at = start; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      const small = SMALL[unit] ?? 0;
      if (small === 0 || (small !== unit && length <= longestAcronym)) return -1;
      hash = mixed(hash, small);
    }
    for (let at = 0; at < suffix.length; at += 1) hash = mixed(hash, suffix.charCodeAt(at));
    hash ^= hash >>> 15;
    for (let at = hash & last; ; at = (at + 1) & last) {
      const entry = entries[at] ?? 0;
      if (entry === 0) return -1;
      if ((entry ^ hash) >>> placeBits !== 0) continue;
      const place = (entry & placeMask) - 1;
      if (isAt(words, place, text, start, length, suffix)) return place;
    }
  };
}

function tableOf({ text, starts }: PackedWords) {
  const words = starts.length - 1;
  const entries = new Uint32Array(2 ** Math.ceil(Math.log2(words / MOST_TAKEN + 1)));
  const last = entries.length - 1;
  const placeBits = Math.ceil(Math.log2(words + 2));
  for (let place = 0; place < words; place += 1) {
    let hash = 0;
    const end = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < end; at += 1) hash = mixed(hash, text.charCodeAt(at));
    hash ^= hash >>> 15;
    let at = hash & last;
    while (entries[at] !== 0) at = (at + 1) & last;
    entries[at] = ((hash >>> placeBits) << placeBits) | (place + 1);
  }
  return { entries, placeBits };
}

function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x9e3779b1);
}

function isAt(
  { text: packed, starts }: PackedWords,
  place: number,
  text: string,
  start: number,
  length: number,
  suffix: string,
): boolean {
  const from = starts[place] ?? 0;
  if ((starts[place + 1] ?? 0) - from !== length + suffix.length) return false;
  for (let at = 0; at < length; at += 1) {
    if (packed.charCodeAt(from + at) !== SMALL[text.charCodeAt(start + at)]) return false;
  }
  return suffix === '' || packed.startsWith(suffix, from + length);
}
