import { isName, isSpokenOf } from './attachment.ts';
import type { Fault } from './fault.ts';
import { bestOfTold, isToldOfOther, toldIn } from './fits.ts';
import type { Guard } from './guards.ts';
import type { Source, SourceSentence } from './source.ts';
import { holds } from './vocabulary.ts';
import type { Clause, Word } from './words.ts';

/** Words from the article of who says something to the verb. */
const MOST_BEFORE_SAYING = 4;

/** Words of what is said that the post must have in one sentence for it to tell who said it. */
const LEAST_SAID = 2;

/** Shorter marks are around a word that is spoken of. */
const QUOTED = /["“„«»]([^"“”„«»]{6,}?)["”“»«]/gu;

/** Who is spoken of when "she" said it may stand so many sentences that name somebody before it. */
const FAR_SENTENCES = 3;

const CONJUNCTION = /^(?:that|dass|daß|que|qu'.*|che)$/iu;

/** What the post has somebody else say: the words of a quotation, or what "the mayor says" here. */
export function faultsOfSpeakers(body: Clause, source: Source, guard: Guard): readonly Fault[] {
  return [...faultsOfQuoted(body, source, guard), ...faultsOfSayer(body, source, guard)];
}

/** A quotation in a sentence with names of whom the post does not speak where it has the quotation. */
function faultsOfQuoted({ text, words }: Clause, source: Source, guard: Guard): readonly Fault[] {
  const isNamed = (sentence: SourceSentence) => sentence.words.some((word) => isName(word, source, guard));
  for (const { 0: marked, 1: quoted = '', index } of text.matchAll(QUOTED)) {
    const said = quoted.trim().toLowerCase();
    const told = source.sentences.find((sentence) => sentence.text.toLowerCase().includes(said));
    if (told === undefined) continue;
    const names = words.filter(
      (word) => isName(word, source, guard) && (word.end <= index || word.start >= index + marked.length),
    );
    const isOf = (name: Word) =>
      isSpokenOf(name, told.at, source, guard, isNamed(told) ? 1 : FAR_SENTENCES) ||
      isSpokenOf(name, told.at + 1, source, guard, 0);
    if (names.length > 0 && !names.some(isOf))
      return [{ code: 'actors.swapped', words: names.map(({ typed }) => typed) }];
  }
  return [];
}

/** "The governor said …" where no sentence near the one that has what was said speaks of a governor. */
function faultsOfSayer({ words }: Clause, source: Source, guard: Guard): readonly Fault[] {
  const isWhole = ({ typed }: Word, list: RegExp) => typed.match(list)?.[0] === typed;
  const from = words.findIndex(({ typed }) => !CONJUNCTION.test(typed));
  const article = words[from];
  if (article === undefined || !isWhole(article, guard.determiners)) return [];
  const verbAt = words.findIndex(
    (word, at) =>
      at > from + 1 && at <= from + 1 + MOST_BEFORE_SAYING && !word.isCapital && isWhole(word, guard.saying),
  );
  const sayer = words
    .slice(from, Math.max(from, verbAt))
    .filter((word) => word.isContent && !isWhole(word, guard.saying));
  const isNoun = sayer.every((word) => !isName(word, source, guard) && !/^\p{Lu}{2,}$/u.test(word.typed));
  const known = sayer.filter((word) => holds(source.keys, word, source.language));
  if (!isNoun || known.length === 0) return [];
  const told = toldIn(words.slice(verbAt + 1), source);
  const best = bestOfTold(told);
  if (best === undefined || best.shared < LEAST_SAID) return [];
  const isOther = isToldOfOther(told, best, ({ at }) =>
    [at - 1, at, at + 1].some((near) => {
      const keys = source.sentences[near]?.keys;
      return keys !== undefined && known.some((word) => holds(keys, word, source.language));
    }),
  );
  return isOther ? [{ code: 'actors.swapped', words: sayer.map(({ typed }) => typed) }] : [];
}
