import type { Passage } from '../analysis.ts';

const FOLDED: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟«»″]/u, '"'],
  [/[‘’‚‛ʼ′`´‹›]/u, "'"],
  [/[‐‑‒–—―−]/u, '-'],
];
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]/u;
const SPACE = /\s/u;
/** A run of characters that fold to themselves, else a character with its marks. */
const CLUSTER = /[a-z0-9.,;:!?()](?:[a-z0-9.,;:!?()]| (?=[a-z0-9]))*(?!\p{M})|\P{M}\p{M}*|\p{M}+/gsu;
const PLAIN = /^[a-z0-9.,;:!?() ]*[a-z0-9.,;:!?()]$/;
const ENDS = /^[\s"'.…,;:!?-]+|[\s"'.…,;:!?-]+$/gu;

/** A text in which spellings that mean the same are one, and where each of its characters stands in the text. */
export type Folded = {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** Folds a text: one space for any, plain quotation marks and dashes, accents composed, small letters. */
export function foldForQuotes(text: string): Folded {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const end = index + cluster.length;
    if (PLAIN.test(cluster)) {
      for (let at = index; at < end; at += 1) {
        starts.push(at);
        ends.push(at + 1);
      }
      folded += cluster;
      continue;
    }
    if (INVISIBLE.test(cluster)) continue;
    let plain = SPACE.test(cluster) ? ' ' : cluster.normalize('NFC').toLowerCase();
    if (plain === '…') plain = '...';
    else if (plain.length === 1) plain = FOLDED.find(([sign]) => sign.test(plain))?.[1] ?? plain;
    if (plain === ' ' && folded.endsWith(' ')) {
      ends[ends.length - 1] = end;
      continue;
    }
    for (let at = 0; at < plain.length; at += 1) {
      starts.push(index);
      ends.push(end);
    }
    folded += plain;
  }
  return { text: folded, starts, ends };
}

/**
 * Where a post says what a model quotes: the same characters, else the same but for space, capitals, the kind of quotation marks and
 * dashes, and marks at both ends. Another word is another quote. Of several places the first that is not taken.
 *
 * @returns undefined where the post does not say it, or every place is taken
 */
export function alignQuote(
  post: string,
  folded: Folded,
  quote: string,
  taken: ReadonlySet<string>,
): Passage | undefined {
  const exact = quote.trim();
  if (!/[\p{L}\p{N}]/u.test(exact)) return undefined;
  for (let start = post.indexOf(exact); start >= 0; start = post.indexOf(exact, start + 1)) {
    const end = start + exact.length;
    if (standsFree(post, start, end) && !taken.has(`${start}:${end}`)) return { text: exact, start, end };
  }
  const full = foldForQuotes(exact).text;
  return findFolded(post, folded, full, taken) ?? findFolded(post, folded, full.replace(ENDS, ''), taken);
}

function findFolded(
  post: string,
  folded: Folded,
  wanted: string,
  taken: ReadonlySet<string>,
): Passage | undefined {
  if (wanted === '') return undefined;
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
    const start = folded.starts[at] ?? 0;
    const end = folded.ends[at + wanted.length - 1] ?? 0;
    if (standsFree(post, start, end) && !taken.has(`${start}:${end}`))
      return { text: post.slice(start, end), start, end };
  }
  return undefined;
}

/** Not within a word or a number: "60 fish" is no quote of "160 fish". */
function standsFree(post: string, start: number, end: number): boolean {
  const inner = /^[\p{L}\p{N}\p{M}]{2}$/u;
  const unspaced =
    /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  const joins = (at: number) => {
    const pair = post.slice(Math.max(0, at - 1), at + 1);
    return inner.test(pair) && !unspaced.test(pair);
  };
  return (
    !joins(start) &&
    !(end < post.length && joins(end)) &&
    !/[\p{Nd}][.,]$/u.test(post.slice(Math.max(0, start - 2), start))
  );
}
