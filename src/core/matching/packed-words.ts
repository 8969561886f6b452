/** The distinct words of an index, in code unit order in one long string: an array of strings takes several times as much. */
export type PackedWords = {
  readonly text: string;
  /** Where each word begins in `text`; one more entry ends the last. */
  readonly starts: Uint32Array;
};

/** Packs distinct words that are in code unit order. */
export function packWords(sorted: readonly string[]): PackedWords {
  const starts = new Uint32Array(sorted.length + 1);
  sorted.forEach((word, at) => {
    starts[at + 1] = (starts[at] ?? 0) + word.length;
  });
  return { text: sorted.join(''), starts };
}

/** How many words there are. */
export function countWords({ starts }: PackedWords): number {
  return starts.length - 1;
}

/** The word at a place. */
export function wordAt({ text, starts }: PackedWords, place: number): string {
  return text.slice(starts[place], starts[place + 1]);
}

/** The place of the first word that is not below `text` in code unit order. */
export function firstNotBelow(words: PackedWords, text: string): number {
  let low = 0;
  let high = countWords(words);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBelow(words, middle, text)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether there is a word at a place that comes before `text` in code unit order. */
export function isWordBelow(words: PackedWords, place: number, text: string): boolean {
  return place < countWords(words) && isBelow(words, place, text);
}

/** Compares where the word lies: cutting it out would take longer than comparing it. */
function isBelow({ text, starts }: PackedWords, place: number, other: string): boolean {
  const start = starts[place] ?? 0;
  const length = (starts[place + 1] ?? 0) - start;
  const both = Math.min(length, other.length);
  for (let at = 0; at < both; at += 1) {
    const unit = text.charCodeAt(start + at);
    const theirs = other.charCodeAt(at);
    if (unit !== theirs) return unit < theirs;
  }
  return length < other.length;
}
