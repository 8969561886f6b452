import type { Fault } from './fault.ts';
import type { Guard } from './guards.ts';
import type { Vocabulary } from './vocabulary.ts';
import { bareName, type Word } from './words.ts';

/** Endings by which a people's name and its country differ: Iraq, Iraqi; Karvia, Karvian. */
const KIN_ENDING =
  /^(?:a|e|i|o|s|n|an|ian|ean|ese|ish|i?sche?[nrms]?|er|ern|ien|ienne|ois|aise?|ano|ana|anos|enos?|és|esa|en|es|is|ic|land|ia|lande?r)$/;
const LEAST_STEM = 4;

/** Names that neither the post nor a cited note has. In German, which writes every noun with a capital: those in a row of capitals. */
export function faultsOfNames(
  body: string,
  words: readonly Word[],
  source: Vocabulary,
  guard: Guard,
): readonly Fault[] {
  const unknown = (word: Word) => !isKnown(word, source);
  const found = words.filter((word, at) => {
    if (!unknown(word) || isDateWord(word, guard)) return false;
    if (/^\p{Lu}{2,}s?$/u.test(word.typed)) return !isAcronymOf(word.typed, source);
    if (guard.titles !== null && isAfterTitle(body, word, words[at - 1], words[at - 2], guard)) return true;
    if (!word.isCapital || word.plain.length < 2) return false;
    const isBehindAttribution = at === 0 && word.start > 0 && guard.code !== 'de';
    if (!isBehindAttribution && (at === 0 || startsSentence(body, word)))
      return guard.code !== 'de' && (words[at + 1]?.isCapital ?? false) && word.isContent;
    if (guard.code !== 'de') return word.isContent || !source.language.isStopWord(word.plain);
    if (/^(?:des|eines|dieses)$/iu.test(words[at - 1]?.typed ?? '') && /s$/u.test(word.typed)) return false;
    if (isCommonNoun(words, at, source, guard)) return false;
    return isInRow(body, words, at);
  });
  return found.length === 0 ? [] : [{ code: 'name.invented', words: found.map(({ typed }) => typed) }];
}

/** Where capitals tell no name: the word or two behind a title. */
export function namesBehindTitles(text: string, words: readonly Word[], guard: Guard): readonly string[] {
  return words.flatMap((word, at) => {
    if (!isTitle(word, guard)) return [];
    const [first, second] = [words[at + 1], words[at + 2]];
    if (first === undefined || !first.isContent || !touches(text, word, first)) return [];
    const goesOn =
      second?.isContent === true && touches(text, first, second) && !isVerbOrPhrase(second.typed, guard);
    return goesOn ? [first.plain, second.plain] : [first.plain];
  });
}

function touches(text: string, one: Word, other: Word): boolean {
  return /^\s$/u.test(text.slice(one.end, other.start));
}

function isVerbOrPhrase(typed: string, guard: Guard): boolean {
  return /^(?:[بلفو]|ال)/u.test(typed)
    ? true
    : [guard.negations, guard.saying, guard.hedges].some((list) => typed.match(list) !== null);
}

function isKnown(word: Word, source: Vocabulary): boolean {
  if (source.plains.has(word.plain)) return true;
  const bare = word.plain.replace(/s$/, '');
  if (bare.length >= 3 && source.plains.has(bare)) return true;
  if (source.keys.has(word.stem) && word.stem.length >= 3) return true;
  if (source.language.relativesOf(word.stem).some(({ stem }) => source.keys.has(stem))) return true;
  if (!word.isCapital) return false;
  for (const known of source.plains) if (areKin(known, word.plain)) return true;
  return false;
}

function areKin(one: string, other: string): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  if (same < LEAST_STEM) return false;
  const ends = (word: string) => same === word.length || KIN_ENDING.test(word.slice(same));
  return ends(one) && ends(other);
}

function isDateWord(word: Word, guard: Guard): boolean {
  return [...guard.months, ...guard.weekdays].some((list) => word.typed.search(list) >= 0);
}

function isAcronymOf(typed: string, source: Vocabulary): boolean {
  const letters = Array.from(typed.replace(/s$/, ''), (letter) => `\\b${letter}[\\p{L}'-]+`);
  return new RegExp(letters.join('\\s+(?:(?:of|the|for|and|der|für|de|la|des)\\s+)*'), 'iu').test(
    source.text,
  );
}

function startsSentence(body: string, word: Word): boolean {
  return /(?:^|[.!?:]\s|["“„«]\s*)$/u.test(body.slice(Math.max(0, word.start - 3), word.start));
}

/** "Den Konzern Salvara", where the post has "Klinikkonzern" or at least the name behind it: a noun, no name. */
function isCommonNoun(words: readonly Word[], at: number, source: Vocabulary, guard: Guard): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (word === undefined) return false;
  if (/^(?:anfang|mitte|ende)$/u.test(word.plain)) return true;
  if (before?.isCapital && /s$/u.test(before.typed) && source.plains.has(bareName(before))) return true;
  if (word.plain.length >= 5 && Array.from(source.plains).some((plain) => plain.endsWith(word.plain)))
    return true;
  const isLed = before !== undefined && guard.determiners.exec(before.typed)?.[0] === before.typed;
  return isLed && next !== undefined && source.plains.has(next.plain);
}

function isInRow(body: string, words: readonly Word[], at: number): boolean {
  const word = words[at];
  const touches = (one: Word | undefined, other: Word | undefined) =>
    one !== undefined &&
    other !== undefined &&
    one.isCapital &&
    other.isCapital &&
    /^\s$/u.test(body.slice(one.end, other.start));
  const before = words[at - 1];
  return (touches(before, word) && before !== undefined && at > 1) || touches(word, words[at + 1]);
}

function isAfterTitle(
  body: string,
  word: Word,
  before: Word | undefined,
  second: Word | undefined,
  guard: Guard,
): boolean {
  if (guard.titles === null || before === undefined || !/^\s$/u.test(body.slice(before.end, word.start)))
    return false;
  if (guard.code === 'de') return word.isCapital && isTitle(before, guard);
  const near = isTitle(before, guard) || (second !== undefined && isTitle(second, guard));
  return (
    near &&
    word.isContent &&
    !/^(?:في|من|إلى|على|إن|قد|لم|التي|الذي)$/u.test(word.typed) &&
    isTitle(before, guard)
  );
}

/** Whether a word is a title, for scripts without capitals. */
export function isTitle(word: Word, guard: Guard): boolean {
  const found = guard.titles === null ? null : word.typed.match(guard.titles);
  return found !== null && found[0].length >= word.typed.length;
}
