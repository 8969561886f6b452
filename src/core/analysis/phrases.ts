const NO_LETTER_BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])';
const NO_LETTER_AFTER = '(?![\\p{L}\\p{M}\\p{N}])';

/**
 * A pattern for whole words and phrases, whatever their case.
 *
 * @param phrases - parted by commas; `*` stands for the rest of a word, a space for any space
 */
export function phrasePattern(phrases: string): RegExp {
  return new RegExp(`${NO_LETTER_BEFORE}(?:${alternatives(phrases)})`, 'iu');
}

/** How many words a phrase that opens a text may have, and within how many characters they stand. */
const longestOpening = 5;
const openingChars = 100;
const OPENING_WORD = /[\p{L}\p{M}\p{N}'’-]+/gu;

/**
 * Tells whether a text begins with one of some phrases, whatever their case.
 *
 * @param phrases - parted by commas, of five words at most
 */
export function opensWith(phrases: string): (text: string) => boolean {
  const known = new Set(phrases.split(',').map((phrase) => phrase.trim().replaceAll(/\s+/g, ' ')));
  return (text) => {
    const start = text.slice(0, openingChars).toLowerCase().replaceAll('’', "'");
    const words = (start.match(OPENING_WORD) ?? []).slice(0, longestOpening);
    return words.some((_, last) => known.has(words.slice(0, last + 1).join(' ')));
  };
}

function alternatives(phrases: string): string {
  return phrases
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .map((phrase) => {
      const words = phrase.replaceAll("'", "['’]").replaceAll('*', '\\p{L}*').replaceAll(' ', '\\s+');
      return words + NO_LETTER_AFTER;
    })
    .join('|');
}
