/** Length of a character n-gram. Four beat three and five for typos without loss on clean text. */
const GRAM_CHARS = 4;

/**
 * The distinct character 4-grams of one word, with its ends marked: "paid" gives `_pai`, `paid`, `aid_`. A word
 * shorter than three characters gives one short gram.
 */
export function gramsOf(word: string): readonly string[] {
  const padded = Array.from(`_${word}_`);
  const grams = new Set<string>();
  for (let start = 0; start === 0 || start + GRAM_CHARS <= padded.length; start += 1) {
    grams.add(padded.slice(start, start + GRAM_CHARS).join(''));
  }
  return Array.from(grams);
}
