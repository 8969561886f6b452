import { isWrappedHeadline, longestHeadlineLineChars } from './headlines.ts';

/** A stretch of a text: from `start` up to `end`, in UTF-16 code units. */
export type Stretch = { readonly start: number; readonly end: number };

const LINE = /[^\n\r\u2028\u2029]+/g;
const BREAK = /\r\n|[\n\r\u2028\u2029]/g;

/** What stands before an item of a list, a heading or a quotation: no word of the sentence. */
const BULLET = /(?:(?:[-*+•‣◦▪●·–—>]|#{1,6})\s+)+/y;

/** Small words that no sentence ends with: articles, possessives, prepositions, joining words, auxiliaries. */
const smallWords =
  'the an of in at to for with about and or than that is are was were has have your their his our my from by into upon der die das dem den ein eine einen und oder von mit für zum zur le la les des du et ou el los las un una del para con'.split(
    ' ',
  );
const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const ENDS_SMALL = new RegExp(
  `(?<=\\s)(?:a|y|${smallWords.flatMap((word) => [word, word.toUpperCase(), capitalised(word)]).join('|')})$`,
);

/** A line this long that ends in a comma is no address to somebody: "Dear all,". */
const LONG_CHARS = 24;

const ENDS_OPEN = /[\p{L}\p{N},”"’')\]]$/u;
const STARTS_SMALL = /^\p{Ll}/u;
const FIRST_LETTER = /\p{L}/u;
const CAPITAL = /\p{Lu}/u;

/** Within how many characters of a line its first letter is looked for. */
const LOOKED_AT_CHARS = 24;

/**
 * The lines of a text that hold anything, without the space and the bullets around them. A line that goes on in small
 * letters, in a text that else has capitals, was only wrapped, as was one after a line that breaks off: it stays one with the
 * line before.
 */
export function linesOf(text: string): readonly Stretch[] {
  const lines: { start: number; end: number }[] = [];
  for (const { 0: line, index } of text.matchAll(LINE)) {
    const start = index + line.length - line.trimStart().length;
    const end = index + line.trimEnd().length;
    if (start >= end) continue;
    const last = lines.at(-1);
    if (last !== undefined && goesOn(text, last, start)) last.end = end;
    else lines.push({ start: afterBullet(text, start, end), end });
  }
  return lines;
}

function goesOn(text: string, line: Stretch, start: number): boolean {
  if (text.slice(line.end, start).match(BREAK)?.length !== 1) return false;
  const end = text.slice(Math.max(line.start, line.end - LONG_CHARS), line.end);
  if (ENDS_SMALL.test(end) || (end.length === LONG_CHARS && end.endsWith(','))) return true;
  if (STARTS_SMALL.test(text.slice(start, start + 2)))
    return ENDS_OPEN.test(end) && startsWithCapital(text, line.start);
  const within = longestHeadlineLineChars + 1;
  return isWrappedHeadline(
    text.slice(Math.max(line.start, line.end - within), line.end),
    text.slice(start, start + within),
  );
}

/** Whether the first letter from `start` on is a capital; a writer who uses none says nothing by a small one. */
export function startsWithCapital(text: string, start: number): boolean {
  const [first] = FIRST_LETTER.exec(text.slice(start, start + LOOKED_AT_CHARS)) ?? [];
  return first !== undefined && CAPITAL.test(first);
}

function afterBullet(text: string, start: number, end: number): number {
  BULLET.lastIndex = start;
  const [bullet] = BULLET.exec(text) ?? [];
  return Math.min(start + (bullet?.length ?? 0), end);
}
