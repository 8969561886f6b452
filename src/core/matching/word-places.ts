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

/** Of the entries at most so many are taken, so that a word is found in two steps on average. */
const MOST_TAKEN = 3 / 4;

/** Longest word that is looked for, in UTF-16 code units; see `tokenise.ts`. */
const MOST_CHARS = 64;

/**
 * A finder that does not cut words out of their texts. It keeps a table of four bytes an entry, up to twice as long as the
 * words, where a word stands at its hash or in the first free entry behind it, as its place plus 1.
 */
export function wordFinder(words: PackedWords): WordFinder {
  const places = tableOf(words);
  return (text, start, end, { suffix, longestAcronym }) => {
    const length = end - start;
    if (length > MOST_CHARS) return -1;
    let hash = 0;
    for (let at = start; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      const small = smallOf(unit);
      if (small === 0 || (small !== unit && length <= longestAcronym)) return -1;
      hash = mixed(hash, small);
    }
    for (let at = 0; at < suffix.length; at += 1) hash = mixed(hash, suffix.charCodeAt(at));
    for (let entry = entryOf(hash, places); ; entry = (entry + 1) & (places.length - 1)) {
      const place = (places[entry] ?? 0) - 1;
      if (place === -1 || isAt(words, place, text, start, length, suffix)) return place;
    }
  };
}

function tableOf({ text, starts }: PackedWords): Uint32Array {
  const words = starts.length - 1;
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(words / MOST_TAKEN + 1)));
  for (let place = 0; place < words; place += 1) {
    let hash = 0;
    const end = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < end; at += 1) hash = mixed(hash, text.charCodeAt(at));
    let entry = entryOf(hash, places);
    while (places[entry] !== 0) entry = (entry + 1) & (places.length - 1);
    places[entry] = place + 1;
  }
  return places;
}

function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x9e3779b1);
}

function entryOf(hash: number, places: Uint32Array): number {
  return (hash ^ (hash >>> 15)) & (places.length - 1);
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
    if (packed.charCodeAt(from + at) !== smallOf(text.charCodeAt(start + at))) return false;
  }
  return packed.startsWith(suffix, from + length);
}

/** A digit as it is, a letter as a small one; 0 for what is not of ASCII. */
function smallOf(unit: number): number {
  if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)) return unit;
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : 0;
}
