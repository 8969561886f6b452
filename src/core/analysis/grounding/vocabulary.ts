import type { Language } from '../../matching/language.ts';
import { languagesIn } from '../../matching/language-of-text.ts';
import { scriptOf } from '../../matching/script.ts';
import { numbersIn, type TextNumber } from '../../numbers.ts';
import { type Guard, guardFor } from './guards.ts';
import { kinKeysOf, type Word, wordsIn } from './words.ts';

/** Words and numbers of a text, made ready for looking them up. */
export type Vocabulary = {
  /** As the guard reads it: see `smooth`. */
  readonly text: string;
  readonly language: Language;
  readonly guard: Guard | undefined;
  readonly plains: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly numbers: readonly TextNumber[];
};

/** The least share of content words that a sentence shares with the post; below it speaks of something else. */
const LEAST_SHARED = 0.34;

/** Of few words one shared is enough, but in German, where a noun that is not shared may be a name. */
const FEW_WORDS = 5;
const LEAST_OF_FEW = 0.2;

/** The language of a text: that of most of its letters' script. */
export function languageIn(text: string): Language {
  const pieces = text.slice(0, 4_000).match(/[\p{L}\p{M}]+(?:['’][\p{L}]+)?/gu) ?? [];
  const scripts = new Map<string, number>();
  for (const piece of pieces) scripts.set(scriptOf(piece), (scripts.get(scriptOf(piece)) ?? 0) + 1);
  const main = Array.from(scripts).sort((a, b) => b[1] - a[1])[0]?.[0];
  return languagesIn(pieces)(pieces.find((piece) => scriptOf(piece) === main) ?? '');
}

/** Reads a smooth text in a language: its words where they are not read yet. */
export function readVocabulary(
  text: string,
  language: Language,
  words: readonly Word[] = wordsIn(text, language),
): Vocabulary {
  const plains = new Set<string>();
  for (const { plain } of words) plains.add(plain);
  const numbers = numbersIn(text, language.code);
  return { text, language, guard: guardFor(language.code), plains, keys: keysUnder(words), numbers };
}

/** All keys of some words. */
export function keysUnder(words: readonly Word[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const word of words) for (const key of word.keys) keys.add(key);
  return keys;
}

/** Whether a word, or one that may stand for it, is under these keys. */
export function holds(keys: ReadonlySet<string>, word: Word, language: Language): boolean {
  return kinKeysOf(word, language).some((key) => keys.has(key));
}

/** Whether words speak of something that a text does not mention. */
export function isOffTopic(words: readonly Word[], { keys, language }: Vocabulary): boolean {
  const content = words.filter(({ isContent }) => isContent);
  if (content.length === 0) return !words.some(({ plain }) => /^\p{N}/u.test(plain));
  const shared = content.filter((word) => holds(keys, word, language));
  return (
    shared.length <
    content.length * (content.length < FEW_WORDS && language.code !== 'de' ? LEAST_OF_FEW : LEAST_SHARED)
  );
}
