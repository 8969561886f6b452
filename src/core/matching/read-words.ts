import type { Language } from './language.ts';
import { languagesIn } from './language-of-text.ts';
import { piecesOf, wordsOf } from './tokenise.ts';

/** A word of a text as the index knows it: normalised, with its stem and language, and as it was typed. */
export type Word = {
  readonly typed: string;
  readonly word: string;
  readonly stem: string;
  readonly language: Language;
};

/** The words of a text that say something about its subject, in order; stop words are left out. */
export function readWords(text: string): readonly Word[] {
  const pieces = piecesOf(text);
  const languageOf = languagesIn(pieces);
  const read = new Map<string, readonly Word[]>();
  return pieces.flatMap((typed) => {
    const known = read.get(typed);
    if (known !== undefined) return known;
    const language = languageOf(typed);
    const words = contentWords(typed, language).map((word) => ({
      typed,
      word,
      stem: language.stem(word),
      language,
    }));
    read.set(typed, words);
    return words;
  });
}

/** The words of one piece without stop words; none for most small words. */
export function contentWords(piece: string, language: Language): readonly string[] {
  const words = wordsOf(piece);
  const [only] = words;
  // Most pieces are one word that stays as it is.
  const isOne = words.length === 1 && only !== undefined && language.fold(only, piece) === only;
  if (isOne && saysSomething(only, language)) return words;
  return words.map((word) => language.fold(word, piece)).filter((word) => saysSomething(word, language));
}

function saysSomething(word: string, language: Language): boolean {
  return word !== '' && !language.isStopWord(word);
}
