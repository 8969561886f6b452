import { roomOf } from './limits.ts';
import { safeCut } from './markdown.ts';

/** What a page of notes or sources holds, in units of `roomOf`: about two screens of a phone. */
export const notesRoom = 2_000;

/** One page of a longer text. */
export type Page = {
  readonly text: string;
  /** 1 for the first. */
  readonly number: number;
  readonly count: number;
};

/** A page of a list. */
export type ListPage<Item> = Omit<Page, 'text'> & {
  readonly items: readonly Item[];
  /** Where the first of them stands in the whole list, from 0. */
  readonly first: number;
};

/**
 * Some of a list; the first page of an empty one is empty.
 *
 * @param wanted - page number as asked for; the nearest existing one is given
 */
export function pageOfList<Item>(list: readonly Item[], perPage: number, wanted: number): ListPage<Item> {
  const count = Math.max(1, Math.ceil(list.length / perPage));
  const number = Math.min(Math.max(1, wanted), count);
  const first = (number - 1) * perPage;
  return { items: list.slice(first, first + perPage), first, number, count };
}

/** A text that may go on on the next page; `show` makes markdown of each of its parts. */
export type Flowing = { readonly plain: string; show(part: string): string };

/** What stands together, line by line: markdown that stays whole, and texts that may be broken. */
export type Block = readonly (string | Flowing)[];

/** How much of a page must be free for a block to begin on it and go on on the next, and for a text within a block. */
const leastShare = { block: 0.5, text: 0.3 };

/**
 * Lays blocks on pages without losing a character but the space or line end it breaks at: a block that does
 * not fit begins a new page, and one that is longer than a page goes on on the next. Texts are broken before they
 * become markdown, so that no mark, quote or escape is ever torn.
 *
 * @param maxRoom - what a page holds, in units of `roomOf`; markdown that stays whole takes no more than that
 * @param wanted - page number as asked for; the nearest existing one is given
 */
export function pageOf(blocks: readonly Block[], maxRoom: number, wanted: number): Page {
  const pages: string[] = [];
  let page = '';
  const put = (piece: string, separator: string) => {
    const joined = page === '' ? piece : `${page}${separator}${piece}`;
    if (roomOf(joined) > maxRoom && page !== '') {
      pages.push(page);
      page = piece;
    } else page = joined;
  };

  for (const block of blocks) {
    const whole = wholeOf(block, maxRoom);
    if (whole !== null) {
      put(whole, '\n\n');
      continue;
    }
    if (page !== '' && maxRoom - roomOf(page) < maxRoom * leastShare.block) {
      pages.push(page);
      page = '';
    }
    for (const [index, piece] of block.entries()) {
      const separator = index === 0 ? '\n\n' : '\n';
      const free = maxRoom - roomOf(`${page}${separator}`);
      for (const part of partsOf(piece, free < maxRoom * leastShare.text ? maxRoom : free, maxRoom))
        put(part, separator);
    }
  }
  if (page !== '' || pages.length === 0) pages.push(page);

  const number = Math.min(Math.max(1, wanted), pages.length);
  return { text: pages[number - 1] ?? '', number, count: pages.length };
}

/** A block in one piece; null when it needs more than a page. */
function wholeOf(block: Block, maxRoom: number): string | null {
  if (block.some((piece) => typeof piece !== 'string' && piece.plain.length > maxRoom)) return null;
  const whole = block
    .map((piece) => (typeof piece === 'string' ? piece : piece.show(piece.plain)))
    .join('\n');
  return roomOf(whole) <= maxRoom ? whole : null;
}

function partsOf(piece: string | Flowing, firstRoom: number, maxRoom: number): string[] {
  if (typeof piece === 'string') return [piece];
  const parts: string[] = [];
  let rest = piece.plain;
  let room = firstRoom;
  while (rest.length > room || roomOf(piece.show(rest)) > room) {
    const end = breakBefore(rest, longestFit(rest, piece, room));
    parts.push(piece.show(rest.slice(0, end)));
    rest = rest.slice(/[ \n]/.test(rest.charAt(end)) ? end + 1 : end);
    room = maxRoom;
  }
  return rest === '' ? parts : [...parts, piece.show(rest)];
}

function longestFit(text: string, { show }: Flowing, room: number): number {
  let fits = 1;
  let tooLong = Math.min(text.length, room) + 1;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (roomOf(show(text.slice(0, middle))) <= room) fits = middle;
    else tooLong = middle;
  }
  return fits;
}

/** The last good place to break at or before `end`: at a line's end, else at a space, never inside a character. */
function breakBefore(text: string, end: number): number {
  for (const mark of ['\n', ' ']) {
    const at = text.lastIndexOf(mark, end);
    if (at > end * 0.6) return at;
  }
  return Math.max(1, safeCut(text, end));
}
