import type { Language } from '../../matching/language.ts';
import { normalise } from '../../matching/normalise.ts';
import type { Guard } from './guards.ts';
import { kinOf } from './kin.ts';

/** A word of a sentence, and under which keys the same or a kindred word is found. */
export type Word = {
  readonly typed: string;
  readonly plain: string;
  readonly stem: string;
  readonly keys: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
  readonly isContent: boolean;
};

/** A part of a sentence with a verb of its own, as far as commas and conjunctions tell. */
export type Clause = { readonly text: string; readonly words: readonly Word[] };

const WORD = /\p{L}(?:\.\p{L})+\.?(?!\p{L})|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*/gu;
const ELISION = /^\p{L}{1,2}['’ʼ](?=\p{Lu})/u;
const ARABIC_WEAK = /[اويىةءأإآئؤ]/gu;
const COMMA_SIDE_WORDS = 3;
const AND = new Set(['and', 'und', 'et', 'y', 'e']);

/** Letters in one form, apostrophes straight; of the same length as the NFC form. */
export function smooth(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(/[’ʼ]/g, "'");
}

/** Words that were read once, by how they are typed. */
export type KnownWords = Map<string, Omit<Word, 'start' | 'end'>>;

/** The words of a text; `seen` is filled, and makes reading the next text of the same language faster. */
export function wordsIn(text: string, language: Language, seen: KnownWords = new Map()): readonly Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: typed, index }) => {
    const known = seen.get(typed) ?? readWord(typed, language);
    seen.set(typed, known);
    const { plain, stem, keys, isCapital, isContent } = known;
    return { typed, plain, stem, keys, isCapital, isContent, start: index, end: index + typed.length };
  });
}

function readWord(typed: string, language: Language): Omit<Word, 'start' | 'end'> {
  const plain = language.fold(normalise(typed).replaceAll('’', "'"), typed).replaceAll('.', '');
  const stem = language.stem(plain);
  return {
    typed,
    plain,
    stem,
    keys: keysFor(stem, plain),
    isCapital: /^\p{Lu}/u.test(typed.replace(ELISION, '')),
    isContent: plain.length > 1 && !language.isStopWord(plain) && !/^\p{N}/u.test(plain),
  };
}

/** What a word is filed under: its stem, its beginning, in Arabic its consonants. */
export function keysOf({ keys }: Word): readonly string[] {
  return keys;
}

function keysFor(stem: string, plain: string): readonly string[] {
  const keys = [stem];
  if (plain.length >= 6) keys.push(`<${plain.slice(0, 5)}`);
  const bones = /^[\u0600-\u06ff]/.test(plain) ? stem.replace(ARABIC_WEAK, '') : '';
  if (bones.length >= 3) keys.push(`=${bones.slice(0, 3)}`);
  if (bones.length >= 4 && /^[تن]/.test(bones)) keys.push(`=${bones.slice(1, 4)}`);
  return keys;
}

/** The same with the words that mean the same wherever they stand. */
export function sameKeysOf(word: Word, language: Language): readonly string[] {
  return [...keysOf(word), ...language.relativesOf(word.stem).map(({ stem }) => stem)];
}

/** The same with all words that may stand in for it in a retelling. */
export function kinKeysOf(word: Word, language: Language): readonly string[] {
  return [...sameKeysOf(word, language), ...kinOf(word.stem, language)];
}

function opensSubject(word: Word | undefined, guard: Guard): boolean {
  if (word === undefined) return false;
  return word.isCapital || guard.determiners.exec(word.typed)?.[0].length === word.typed.length;
}

/** A sentence cut into clauses; what is too short to be one stays with what is before it. */
export function clausesIn(text: string, words: readonly Word[], guard: Guard): readonly Clause[] {
  const starts = [0];
  words.forEach((word, at) => {
    const before = words[at - 1];
    const begun = starts.at(-1) ?? 0;
    if (before === undefined || at - begun < 2) return;
    const gap = text.slice(before.end, word.start);
    const left = at - begun;
    const right = words.length - at;
    const isNumber = /^\p{N}/u.test(before.plain) && /^\p{N}/u.test(word.plain) && /^\S$/u.test(gap);
    const isDay = guard.code === 'de' && gap === '. ' && /^\p{N}+$/u.test(before.plain);
    if (isNumber || isDay) return;
    const isBreak =
      /[;:–—.!?؛]/u.test(gap) && !/^\.\S?$/.test(gap)
        ? right > 1
        : /[,،]/u.test(gap)
          ? left >= COMMA_SIDE_WORDS && right >= COMMA_SIDE_WORDS
          : AND.has(word.plain)
            ? left >= 5 && right >= 4 && opensSubject(words[at + 1], guard)
            : guard.clauseWords.has(word.plain) && words[at + 1]?.plain !== 'to' && right >= 2;
    if (isBreak) starts.push(at);
  });
  return starts.map((start, nth) => {
    const part = words.slice(start, starts[nth + 1] ?? words.length);
    const end = words[starts[nth + 1] ?? words.length]?.start ?? text.length;
    return { text: text.slice(nth === 0 ? 0 : (part[0]?.start ?? 0), end), words: part };
  });
}

/** A word as a name: its genitive is the same name. */
export function bareName({ plain }: Word): string {
  return plain.replace(/s$/u, '');
}
