import { normalise } from './normalise.ts';

/** Longest part of a text that is read, in UTF-16 code units; Discord's longest message has 4,000. */
export const MAX_TEXT_CHARS = 8_000;

/** Longest word kept, in UTF-16 code units; what is longer is an encoded blob, not a word. */
const MAX_WORD_CHARS = 64;

/**
 * Web addresses and Discord mentions first, so that they can be dropped whole; then dotted acronyms ("U.S."), numbers
 * with separators ("1,000"), and words, which may hold apostrophes and invisible characters.
 */
const PIECE =
  /https?:\/\/\S+|<[@#:at/][^<>\s]{1,80}>|\p{L}(?:\.\p{L})+\.?(?!\p{L})|\p{Nd}+(?:[.,]\p{Nd}+)+|[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:['’ʼ][\p{L}\p{M}]+)*/gu;

const NOT_A_WORD = /^(?:https?:|<)/;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}.,']*/gu;
const THOUSANDS = /(?<=\p{Nd}),(?=\p{Nd}{3})/gu;
const TRAILING = /[.,']+$/;
const ACRONYM = /^\p{L}(?:\.\p{L})+\.?$/u;

/** Scripts written without spaces between words. */
const UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The stretches of a text that hold words, as they were typed and in order; web addresses and mentions are left out.
 * In scripts without spaces each dictionary word is a piece of its own.
 */
export function piecesOf(text: string): readonly string[] {
  const read = text.slice(0, MAX_TEXT_CHARS);
  const found = read.match(PIECE) ?? [];
  const words = found.filter((piece) => !NOT_A_WORD.test(piece));
  // Asked once for the whole text, since nearly none needs to be taken apart.
  if (!UNSPACED.test(read)) return words;
  return words.flatMap((piece) => (UNSPACED.test(piece) ? segments(piece) : piece));
}

function segments(piece: string): string[] {
  return Array.from(segmenter.segment(piece))
    .filter((part) => part.isWordLike === true)
    .map((part) => part.segment);
}

/** The normalised words of one piece: usually one, several when normalising splits it (½), none when nothing is left. */
export function wordsOf(piece: string): readonly string[] {
  const plain = normalise(piece).replace(/[’ʼ]/g, "'").replace(THOUSANDS, '');
  if (ACRONYM.test(plain)) return [plain.replaceAll('.', '')];
  const words = plain.match(WORD) ?? [];
  return words.map((word) => word.replace(TRAILING, '')).filter((word) => word.length <= MAX_WORD_CHARS);
}
