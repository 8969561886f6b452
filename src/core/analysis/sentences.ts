import { isAbbreviated, LOOKED_BACK_CHARS } from './abbreviations.ts';
import type { Passage } from './analysis.ts';
import { enclosedIn } from './enclosed.ts';
import { linesOf, type Stretch, startsWithCapital } from './lines.ts';

/** Marks that end a sentence, then the marks they close, then the pictures that go with them; or faces, which may do instead. */
const END =
  /(?:((?:\p{STerm}|…)+)([\p{Pe}\p{Pf}\p{Pi}"'*_~|`]*)|(?<=\s)[\u{1f600}-\u{1f64f}\u{1f910}-\u{1f97a}])(?:\s*\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d)*)*/gu;

/** Marks that stand inside of words, numbers and addresses, too: they end a sentence where space follows. */
const NEEDS_SPACE = /^[.!?…‽]+$/;
const SPACE = /\s/;

/** The next word; what stands before it may open brackets and quotations. */
const NEXT_WORD = /[^\p{L}\p{N}]{0,12}?([\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*)/uy;

const STARTS_SMALL = /^\p{Ll}/u;
const CAPITAL = /^\p{Lu}/u;
const JOINED_NEXT = /^(?:\p{Lu}\p{Ll}|\p{Lu}\s)/u;

/** No part of an address or of a name with a dot in it. */
const JOINED_BEFORE = /(?:^|\s)[^\s./:@]{0,27}\p{Ll}{3}$/u;
const HAS_WORD = /[\p{L}\p{N}]/u;

/** After its end mark a quotation goes on: "Come!" he said. */
const GOES_ON = /\s*(?:[,;–—]|\p{Ll})/uy;

/**
 * The sentences of a text, in order: without the space around them, bullets, and stretches without a word.
 *
 * The end of a line ends one, but for lines that were only wrapped. Abbreviations, initials, ordinals, and full stops within
 * brackets and quotations end none.
 */
export function sentencesOf(text: string): readonly Passage[] {
  return linesOf(text).flatMap(({ start, end }) => {
    const line = text.slice(start, end);
    return cut(line).flatMap((sentence) => {
      const words = line.slice(sentence.start, sentence.end);
      if (!HAS_WORD.test(words)) return [];
      return { text: words, start: start + sentence.start, end: start + sentence.end };
    });
  });
}

/** One line cut into its sentences, without the space between them. */
function cut(line: string): readonly Stretch[] {
  const enclosed = enclosedIn(line);
  const sentences: Stretch[] = [];
  let start = 0;
  let nth = 0;
  for (const { 0: mark, 1: marks = '', 2: closers = '', index } of line.matchAll(END)) {
    const end = index + mark.length;
    if (end === line.length) break;
    while ((enclosed[nth]?.end ?? line.length) <= index + marks.length) nth += 1;
    if (isWithin(line, start, end, enclosed[nth])) continue;
    if (!endsSentence(line, { start, index, end }, marks, closers)) continue;
    sentences.push({ start, end });
    start = end + spaceAt(line, end);
  }
  if (start < line.length) sentences.push({ start, end: line.length });
  return sentences;
}

/** Whether a place lies in brackets or a quotation that is a part of the sentence; not where it makes whole sentences itself. */
function isWithin(line: string, start: number, at: number, enclosed: Stretch | undefined): boolean {
  if (enclosed === undefined || at <= enclosed.start || at >= enclosed.end) return false;
  if (enclosed.start > start || line.charAt(enclosed.end - 2) === ',') return true;
  GOES_ON.lastIndex = enclosed.end;
  return GOES_ON.test(line);
}

/** "I 😍 New York" goes on after its face; a longer stretch ends with it. */
const fewestBeforeFace = 3;

type Place = { readonly start: number; readonly index: number; readonly end: number };

function endsSentence(line: string, place: Place, marks: string, closers: string): boolean {
  if (marks !== '' && !NEEDS_SPACE.test(marks)) return true;
  if (!SPACE.test(line.charAt(place.end))) return forgetsSpace(line, place, marks + closers);
  NEXT_WORD.lastIndex = place.end;
  const next = NEXT_WORD.exec(line)?.[1];
  if (next === undefined) return true;
  if (marks === '')
    return CAPITAL.test(next) && line.slice(place.start, place.index).split(SPACE).length > fewestBeforeFace;
  const before = line.slice(Math.max(place.start, place.index - LOOKED_BACK_CHARS), place.index);
  const isStop = marks === '.';
  if (!STARTS_SMALL.test(next)) return !isStop || !isAbbreviated(before, next);
  if (closers !== '' || marks.includes('…') || marks.startsWith('..')) return false;
  return !isStop || (!startsWithCapital(line, place.start) && !isAbbreviated(before, next));
}

/** "It burned.The firemen came late": no space, but a small word before and a capitalised one after it. */
function forgetsSpace(line: string, { index, end }: Place, marks: string): boolean {
  if (!JOINED_NEXT.test(line.slice(end, end + 3))) return false;
  return (
    /[!?]/.test(marks) || (marks === '.' && JOINED_BEFORE.test(line.slice(Math.max(0, index - 30), index)))
  );
}

function spaceAt(line: string, at: number): number {
  const rest = /\S/g;
  rest.lastIndex = at;
  return (rest.exec(line)?.index ?? line.length) - at;
}
