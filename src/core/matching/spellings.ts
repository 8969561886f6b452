import type { Language } from './language.ts';
import { languageCodes, languageOf } from './languages.ts';

/**
 * A word and the language it was read in, in one string: one index holds claims of several languages, and the same letters have
 * another stem in each. English words stand for themselves.
 */
export type Spelling = string;

/** Stands between word and language; no word holds it, and it sorts before all that do. */
const MARK = '\u0001';

const marks = new Map(languageCodes.map((code) => [code, code === 'en' ? '' : `${MARK}${code}`]));
const languages = new Map(languageCodes.map((code) => [code === 'en' ? '' : code, languageOf(code)]));

/** The spelling of a word in a language. */
export function spellingOf(word: string, language: Language): Spelling {
  return `${word}${endingOf(language)}`;
}

/** What all spellings of a language end in. */
export function endingOf({ code }: Language): string {
  return marks.get(code) ?? '';
}

/** The stem of a word in its language. */
export function stemOfSpelling(spelling: Spelling): string {
  const word = wordOfSpelling(spelling);
  const language = languages.get(spelling.slice(word.length + MARK.length)) ?? languageOf('und');
  return language.stem(word);
}

/** The word alone. */
export function wordOfSpelling(spelling: Spelling): string {
  const at = spelling.indexOf(MARK);
  return at === -1 ? spelling : spelling.slice(0, at);
}

/** How much longer a spelling is at most than its word, in UTF-16 code units: it may name a language. */
export const MOST_LANGUAGE_CHARS = Math.max(...Array.from(marks.values(), ({ length }) => length));

/** Where the word alone ends of a spelling that lies in a text from `start` up to `end`. */
export function endOfWord(text: string, start: number, end: number): number {
  for (let at = Math.max(start, end - MOST_LANGUAGE_CHARS); at < end; at += 1) {
    if (text.startsWith(MARK, at)) return at;
  }
  return end;
}

/** The first and the last string, in code unit order, between which all spellings of a word lie. */
export function rangeOfSpellings(word: string): readonly [first: string, after: string] {
  return [word, `${word}\u0002`];
}
