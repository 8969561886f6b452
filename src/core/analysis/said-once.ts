import type { Stretch } from './lines.ts';

/** A text begins again where its first characters, so many of them, stand again: fewer are a saying or a habit. */
const OPENING_CHARS = 16;

/** Of a text whose opening stands in it so often without being a repetition, no more places are tried. */
const mostTried = 20;

/**
 * The stretches of a text that say something new: a text pasted several times over, one after the other, is read once, along with
 * what stands behind its last copy. The whole text where it is not repeated from its beginning.
 */
export function saidOnce(text: string): readonly Stretch[] {
  const first = text.length - text.trimStart().length;
  const opening = text.slice(first, first + OPENING_CHARS);
  if (opening.length < OPENING_CHARS) return [{ start: 0, end: text.length }];
  let at = text.indexOf(opening, first + OPENING_CHARS);
  for (let tried = 0; at !== -1 && tried < mostTried; tried += 1) {
    const copy = text.slice(first, at).trimEnd();
    if (isCopy(text, copy, first) && isCopy(text, copy, at)) return parted(text, copy, first);
    at = text.indexOf(opening, at + 1);
  }
  return [{ start: 0, end: text.length }];
}

const SPACE = /\s*/y;
const WORDLIKE = /[\p{L}\p{N}]/u;

/** Whether a copy stands at a place; its last word must not go on there. */
function isCopy(text: string, copy: string, at: number): boolean {
  if (!text.startsWith(copy, at)) return false;
  return !WORDLIKE.test(copy.charAt(copy.length - 1)) || !WORDLIKE.test(text.charAt(at + copy.length));
}

function parted(text: string, copy: string, first: number): readonly Stretch[] {
  let end = first;
  for (let next = first; isCopy(text, copy, next); next = SPACE.lastIndex) {
    end = next + copy.length;
    SPACE.lastIndex = end;
    SPACE.test(text);
  }
  const once = { start: first, end: first + copy.length };
  return end === text.length ? [once] : [once, { start: end, end: text.length }];
}
