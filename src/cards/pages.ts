import { roomOf } from './limits.ts';
import { safeCut } from './markdown.ts';

/** One page of a longer text. */
export type Page = {
  readonly text: string;
  /** 1 for the first. */
  readonly number: number;
  readonly count: number;
};

/**
 * Lays blocks of text on pages without losing a character: a block that does not fit begins a new page,
 * one that is longer than a page is broken at a space, and goes on on the next.
 *
 * @param maxRoom - what a page holds, in units of `roomOf`
 * @param wanted - page number as asked for; the nearest existing one is given
 */
export function pageOf(blocks: readonly string[], maxRoom: number, wanted: number): Page {
  const pages: string[] = [];
  let page = '';
  for (const piece of blocks.flatMap((block) => pieces(block, maxRoom))) {
    const joined = page === '' ? piece : `${page}\n\n${piece}`;
    if (roomOf(joined) <= maxRoom) {
      page = joined;
      continue;
    }
    pages.push(page);
    page = piece;
  }
  if (page !== '' || pages.length === 0) pages.push(page);

  const number = Math.min(Math.max(1, wanted), pages.length);
  return { text: pages[number - 1] ?? '', number, count: pages.length };
}

function pieces(block: string, maxRoom: number): string[] {
  const parts: string[] = [];
  let rest = block;
  while (roomOf(rest) > maxRoom) {
    const end = breakBefore(rest, longestFit(rest, maxRoom));
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

function longestFit(text: string, maxRoom: number): number {
  let fits = 1;
  let tooLong = Math.min(text.length, maxRoom) + 1;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (roomOf(text.slice(0, middle)) <= maxRoom) fits = middle;
    else tooLong = middle;
  }
  return fits;
}

/** The last good place to break at or before `end`: after a line, else after a word, never inside a character or escape. */
function breakBefore(text: string, end: number): number {
  for (const mark of ['\n', ' ']) {
    const at = text.lastIndexOf(mark, end - 1) + 1;
    if (at > end * 0.6) return at;
  }
  const cut = safeCut(text, end);
  return text[cut - 1] === '\\' && text[cut - 2] !== '\\' ? cut - 1 : cut;
}
