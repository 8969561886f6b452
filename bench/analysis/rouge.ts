import { languageOf } from '../../src/core/matching/languages.ts';

const english = languageOf('en');

/** The words of a text in lower case. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The stems of its words, by the English Snowball rules. */
export function stemmed(text: string): readonly string[] {
  return wordsOf(text).map((word) => english.stem(word));
}

/** ROUGE-L (Lin, "ROUGE", 2004) with equal weight of precision and recall, 0 to 1. */
export function rougeL(found: readonly string[], wanted: readonly string[]): number {
  const both = found.length + wanted.length;
  return both === 0 ? 0 : (2 * commonLength(found, wanted)) / both;
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  let before = new Int32Array(other.length + 1);
  for (const word of one) {
    const row = new Int32Array(other.length + 1);
    other.forEach((against, at) => {
      row[at + 1] = word === against ? (before[at] ?? 0) + 1 : Math.max(before[at + 1] ?? 0, row[at] ?? 0);
    });
    before = row;
  }
  return before[other.length] ?? 0;
}
