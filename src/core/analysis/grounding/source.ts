import type { Language } from '../../matching/language.ts';
import { languagesIn } from '../../matching/language-of-text.ts';
import { scriptOf } from '../../matching/script.ts';
import { numbersIn, type TextNumber } from '../../numbers.ts';
import { sentencesOf } from '../sentences.ts';
import { type Guard, guardFor } from './guards.ts';
import { namesBehindTitles } from './names.ts';
import { type NamePairs, namePairsIn } from './pairs.ts';
import { type Clause, clausesIn, keysOf, kinKeysOf, smooth, type Word, wordsIn } from './words.ts';

/** A clause of the post and the sentence it stands in. */
export type SourceClause = Clause & { readonly keys: ReadonlySet<string>; readonly sentence: SourceSentence };
export type SourceSentence = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly at: number;
  readonly keys: ReadonlySet<string>;
};

/** What a post and the notes cited with it say, made ready for looking things up. */
export type Source = {
  readonly text: string;
  readonly language: Language;
  readonly guard: Guard | undefined;
  readonly plains: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly numbers: readonly TextNumber[];
  readonly clauses: readonly SourceClause[];
  /** Names that stand together, and what stands before names. */
  readonly pairs: NamePairs;
  /** Names of a script without capitals, as plain words. */
  readonly names: ReadonlySet<string>;
  /** In how many clauses a key stands. */
  readonly clausesWith: ReadonlyMap<string, number>;
};

/** Characters that are read; no post is longer, and a longer one has shown its names by then. */
const READ_CHARS = 60_000;

/** The language of a text: that of most of its letters' script. */
export function languageIn(text: string): Language {
  const pieces = text.slice(0, 4_000).match(/[\p{L}\p{M}]+(?:['’][\p{L}]+)?/gu) ?? [];
  const scripts = new Map<string, number>();
  for (const piece of pieces) scripts.set(scriptOf(piece), (scripts.get(scriptOf(piece)) ?? 0) + 1);
  const main = Array.from(scripts).sort((a, b) => b[1] - a[1])[0]?.[0];
  return languagesIn(pieces)(pieces.find((piece) => scriptOf(piece) === main) ?? '');
}

/** Reads a post and what is cited with it. */
export function readSource(post: string, cited: readonly string[]): Source {
  const language = languageIn(post);
  const guard = guardFor(language.code);
  const text = smooth([post, ...cited].join('\n\n').slice(0, READ_CHARS));
  const clauses: SourceClause[] = [];
  const keys = new Set<string>();
  const plains = new Set<string>();
  const sentences: SourceSentence[] = [];
  const read = sentencesOf(text).map(({ text: said }) => ({ said, plainly: wordsIn(said, language) }));
  const names = new Set(
    guard?.titles == null
      ? []
      : read.flatMap(({ said, plainly }) => (guard.code === 'ar' ? namesBehindTitles(said, plainly, guard) : [])),
  );
  read.forEach(({ said, plainly }, at) => {
    const words = withNames(plainly, names);
    for (const word of words) plains.add(word.plain);
    const sentence = { text: said, words, at, keys: new Set(words.flatMap(keysOf)) };
    sentences.push(sentence);
    for (const key of sentence.keys) keys.add(key);
    if (guard === undefined) return;
    for (const clause of clausesIn(said, words, guard)) {
      clauses.push({
        ...clause,
        keys: new Set(clause.words.filter(({ isContent }) => isContent).flatMap(keysOf)),
        sentence,
      });
    }
  });
  const clausesWith = new Map<string, number>();
  for (const clause of clauses)
    for (const key of clause.keys) clausesWith.set(key, (clausesWith.get(key) ?? 0) + 1);
  return {
    text,
    language,
    guard,
    plains,
    keys,
    numbers: numbersIn(text, language.code),
    clauses,
    names,
    pairs: namePairsIn(sentences),
    clausesWith,
  };
}

/** Words of which those that are names count as capital. */
export function withNames(words: readonly Word[], names: ReadonlySet<string>): readonly Word[] {
  return names.size === 0
    ? words
    : words.map((word) => (names.has(word.plain) ? { ...word, isCapital: true } : word));
}

/** Whether a word, or one that may stand for it, is under these keys. */
export function holds(keys: ReadonlySet<string>, word: Word, language: Language): boolean {
  return kinKeysOf(word, language).some((key) => keys.has(key));
}

/** The clause of the post that a clause speaks of, and how many of its content words both share; undefined where they share none. */
export function alignedClause(
  clause: Clause,
  source: Source,
): { readonly clause: SourceClause; readonly shared: number } | undefined {
  const wanted = clause.words
    .filter(({ isContent }) => isContent)
    .map((word) => kinKeysOf(word, source.language));
  const digits = clause.words.filter(({ plain }) => /^\p{N}/u.test(plain)).map(({ plain }) => plain);
  let best: { clause: SourceClause; shared: number } | undefined;
  let most = 0;
  for (const candidate of source.clauses) {
    let score = 0;
    let shared = 0;
    for (const keys of wanted) {
      const key = keys.find((one) => candidate.keys.has(one));
      if (key === undefined) {
        if (keys.some((one) => candidate.sentence.keys.has(one))) score += 0.2;
        continue;
      }
      shared += 1;
      score += 1 / Math.sqrt(source.clausesWith.get(key) ?? 1);
    }
    for (const digit of digits) if (candidate.words.some(({ plain }) => plain === digit)) score += 1;
    score -= candidate.words.length * 0.002;
    if (score > most && shared > 0) {
      most = score;
      best = { clause: candidate, shared };
    }
  }
  return best;
}
