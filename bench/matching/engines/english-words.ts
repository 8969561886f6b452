import snowball from 'snowball-stemmers';
import { englishStopWords } from '../../../src/core/matching/english/stop-words.ts';

const stemmer = snowball.newStemmer('english');

/** The stem of a word, null for a stop word: the same for every engine that lets itself be told. */
export function stemOf(word: string): string | null {
  const small = word.toLowerCase();
  return englishStopWords.has(small) ? null : stemmer.stem(small);
}

/** The runs of letters and digits of a text, in small letters. */
export function plainWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The stems of a text without its stop words. */
export function stemsIn(text: string): readonly string[] {
  return plainWords(text).flatMap((word) => stemOf(word) ?? []);
}
