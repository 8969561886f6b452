import { foldLetters } from './letters.ts';

const ASCII = /^[\u0020-\u007e]*$/;

/** Zero-width characters, bidi controls, soft hyphens, tags, variation selectors, invisible fillers. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;

const ACCENTS_ON_LATIN = /(?<=[a-z])\p{Mn}+/gu;

/**
 * One form for all spellings that look alike: invisible characters removed, NFKC, lower case, accents taken off Latin
 * letters (members type "Erdogan" and "Munchen"), and one letter for those that people use for one another (see letters.ts). Lone surrogates become U+FFFD, which no word contains.
 *
 * Marks on other scripts stay: in Devanagari or Thai they are vowels.
 */
export function normalise(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const plain = text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(ACCENTS_ON_LATIN, '')
    .normalize('NFC');
  return ASCII.test(plain) ? plain : foldLetters(plain);
}
