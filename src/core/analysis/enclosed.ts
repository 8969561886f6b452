import type { Stretch } from './lines.ts';

const MARK = /["“”„«»()[\]{}「」『』（）【】《》]/g;

/** What closes each opening mark. German quotation marks close with the mark that opens English ones, or turn « » around. */
const CLOSERS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '（': '）',
  '「': '」',
  '『': '』',
  '【': '】',
  '《': '》',
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
};

/** A longer quotation is a text of its own, or was never closed. */
const MOST_CHARS = 300;

/** Deeper nesting is no prose. */
const MOST_OPEN = 8;

const BEFORE_OPENING = /^$|[\s\p{Ps}\p{Pi}–—:,]/u;

/** What stands in brackets and quotation marks, with the marks; the outermost only, in order. */
export function enclosedIn(text: string): readonly Stretch[] {
  const open: { readonly mark: string; readonly start: number }[] = [];
  const found: Stretch[] = [];
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const at = open.findLastIndex((one) => CLOSERS[one.mark]?.includes(mark) === true);
    const opened = open[at];
    if (opened !== undefined) {
      open.length = at;
      if (index - opened.start <= MOST_CHARS) found.push({ start: opened.start, end: index + 1 });
    } else if (mark in CLOSERS && (mark !== '"' || BEFORE_OPENING.test(text.charAt(index - 1)))) {
      open.push({ mark, start: index });
      if (open.length > MOST_OPEN) open.shift();
    }
  }
  return outermost(found);
}

function outermost(found: readonly Stretch[]): readonly Stretch[] {
  let end = 0;
  return found
    .toSorted((a, b) => a.start - b.start)
    .filter((one) => {
      if (one.start < end) return false;
      end = one.end;
      return true;
    });
}
