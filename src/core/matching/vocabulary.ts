import type { Language } from './language.ts';
import { piecesOf, wordsOf } from './tokenise.ts';

/** A word of a text as the index knows it: normalised, with its stem, and as it was typed. */
export type Word = { readonly typed: string; readonly word: string; readonly stem: string };

/** The words of a text that say something about its subject, in order; stop words are left out. */
export function readWords(text: string, language: Language): readonly Word[] {
  return piecesOf(text).flatMap((typed) =>
    contentWords(typed, language).map((word) => ({ typed, word, stem: language.stem(word) })),
  );
}

/** The words of one piece without stop words; none for most small words. */
export function contentWords(piece: string, language: Language): readonly string[] {
  return wordsOf(piece)
    .map((word) => language.fold(word, piece))
    .filter((word) => word !== '' && !language.isStopWord(word));
}

/** Numbers strings from 0 in the order of their first appearance. */
export class Numbering {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a string, given to it now if it is new. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const next = this.#numbers.size;
    this.#numbers.set(text, next);
    return next;
  }

  /** The number of a string that was seen before, else undefined. */
  find(text: string): number | undefined {
    return this.#numbers.get(text);
  }

  all(): readonly string[] {
    return Array.from(this.#numbers.keys());
  }
}
