const ASCII = /^[\u0020-\u007e]*$/;

/** Format characters (zero-width, bidi controls, soft hyphen, tags), variation selectors and invisible fillers. */
const INVISIBLE = /[\p{Cf}\ufe00-\ufe0f\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u3164\uffa0]/gu;

const ACCENTS_ON_LATIN = /(?<=[a-z])\p{Mn}+/gu;

/**
 * One form for all spellings that look alike: invisible characters removed, NFKC, lower case, accents taken off Latin
 * letters (members type "Erdogan" and "Munchen"). Lone surrogates become U+FFFD, which no word contains.
 *
 * Marks on other scripts stay: in Devanagari or Thai they are vowels.
 */
export function normalise(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(ACCENTS_ON_LATIN, '')
    .normalize('NFC');
}
