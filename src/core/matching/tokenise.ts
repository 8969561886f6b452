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
  /https?:\/\/\S+|<[@#:at/][^<>\s]{1,80}>|\p{L}(?:\.\p{L})+\.?(?!\p{L})|\p{Nd}+(?:[.,]\p{Nd}+)+|[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:['’ʼ][\p{L}\p{M}]+)*/uy;

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
  const bounds = pieceBounds(text);
  const pieces: string[] = [];
  for (let at = 0; at < bounds.length; at += 2) pieces.push(text.slice(bounds[at], bounds[at + 1]));
  return pieces;
}

/** Where each piece of a text begins and ends: two numbers a piece. */
export function pieceBounds(text: string): readonly number[] {
  const read = text.slice(0, MAX_TEXT_CHARS);
  const bounds: number[] = [];
  let at = 0;
  while (at < read.length) {
    const unit = read.charCodeAt(at);
    if (isGap(unit)) {
      at += 1;
      continue;
    }
    const plainEnd = endOfPlainWord(read, at);
    if (plainEnd > at) {
      bounds.push(at, plainEnd);
      at = plainEnd;
      continue;
    }
    PIECE.lastIndex = at;
    if (PIECE.test(read)) {
      putPiece(read, at, PIECE.lastIndex, bounds);
      at = PIECE.lastIndex;
    } else at += (read.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return bounds;
}

/** Whether no piece begins or goes on with a character: ASCII but letters, digits and "<"; dashes, quotes and dots of print. */
function isGap(unit: number): boolean {
  if (unit >= 0x80) return unit >= 0x2010 && unit <= 0x2027 && unit !== 0x2019;
  return !isPlain(unit) && unit !== 0x3c;
}

/** ASCII letters and digits. */
function isPlain(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || isDigit(unit);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/**
 * Where a word of ASCII letters and digits ends, as most of them do; `start` itself where the pattern, which takes several times
 * longer, has to tell: before an apostrophe or another letter, for what may be a number, an acronym or an address.
 */
function endOfPlainWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && isPlain(text.charCodeAt(end))) end += 1;
  if (end === start || end === text.length) return end;
  const after = text.charCodeAt(end);
  if (after >= 0x80) return isGap(after) ? end : start;
  switch (after) {
    case 0x27: // '
      return start;
    case 0x2e: // .
    case 0x2c: // ,
      return end - start === 1 || isDigit(text.charCodeAt(end - 1)) ? start : end;
    case 0x3a: // :
      return text.charCodeAt(start) === 0x68 ? start : end;
    default:
      return end;
  }
}

function putPiece(text: string, start: number, end: number, bounds: number[]): void {
  const piece = text.slice(start, end);
  if (NOT_A_WORD.test(piece)) return;
  if (!UNSPACED.test(piece)) {
    bounds.push(start, end);
    return;
  }
  for (const { index, segment, isWordLike } of segmenter.segment(piece)) {
    if (isWordLike === true) bounds.push(start + index, start + index + segment.length);
  }
}

/** Whether a piece is all ASCII letters and digits: it is one word, and needs no more than small letters. */
export function isPlainWord(piece: string): boolean {
  for (let at = 0; at < piece.length; at += 1) if (!isPlain(piece.charCodeAt(at))) return false;
  return piece.length > 0;
}

/** The normalised words of one piece: usually one, several when normalising splits it (½), none when nothing is left. */
export function wordsOf(piece: string): readonly string[] {
  if (isPlainWord(piece)) return piece.length > MAX_WORD_CHARS ? [] : [piece.toLowerCase()];
  const plain = normalise(piece).replace(/[’ʼ]/g, "'").replace(THOUSANDS, '');
  if (ACRONYM.test(plain)) return [plain.replaceAll('.', '')];
  const words = plain.match(WORD) ?? [];
  return words.map((word) => word.replace(TRAILING, '')).filter((word) => word.length <= MAX_WORD_CHARS);
}
