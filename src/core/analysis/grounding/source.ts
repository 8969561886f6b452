import { sentencesOf } from '../sentences.ts';
import { type Guard, guardFor } from './guards.ts';
import { namesBehindTitles } from './names.ts';
import { type NamePairs, namePairsIn } from './pairs.ts';
import { keysUnder, languageIn, readVocabulary, type Vocabulary } from './vocabulary.ts';
import { type Clause, clausesIn, type KnownWords, kinKeysOf, smooth, type Word, wordsIn } from './words.ts';

/** A clause of the post and the sentence it stands in. */
export type SourceClause = Clause & {
  readonly keys: ReadonlySet<string>;
  /** Its numbers in digits. */
  readonly digits: ReadonlySet<string>;
  readonly sentence: SourceSentence;
};
export type SourceSentence = {
  readonly text: string;
  /** Where it stands in the smooth text, and its place among the sentences. */
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  readonly at: number;
  readonly keys: ReadonlySet<string>;
};

/** What a post and the notes cited with it say, made ready for looking things up. */
export type Source = Vocabulary & {
  readonly sentences: readonly SourceSentence[];
  readonly clauses: readonly SourceClause[];
  /** Names that stand together, and what stands before names. */
  readonly pairs: NamePairs;
  /** Names of a script without capitals, as plain words. */
  readonly names: ReadonlySet<string>;
  /** Words that are names as far as capitals tell: in German those of a row, of which the first has no article. */
  readonly people: ReadonlySet<string>;
  /** The clauses in which a key or a number in digits stands, by their place. */
  readonly clausesWith: ReadonlyMap<string, readonly number[]>;
};

/** Characters that are read; no post is longer, and a longer one has shown its names by then. */
const READ_CHARS = 60_000;

/** Reads a post and what is cited with it. */
export function readSource(post: string, cited: readonly string[]): Source {
  const language = languageIn(post);
  const guard = guardFor(language.code);
  const text = smooth([post, ...cited].join('\n\n').slice(0, READ_CHARS));
  const seen: KnownWords = new Map();
  const read = sentencesOf(text).map((said) => ({
    ...said,
    words: wordsIn(said.text, language, seen),
  }));
  const names = namesWithoutCapitals(read, guard);
  const sentences = read.map((said, at): SourceSentence => {
    const words = withNames(said.words, names);
    return { ...said, words, at, keys: keysUnder(words) };
  });
  const clauses = guard === undefined ? [] : sentences.flatMap((sentence) => clausesOf(sentence, guard));
  return {
    ...readVocabulary(
      text,
      language,
      sentences.flatMap(({ words }) => words),
    ),
    sentences,
    clauses,
    names,
    people: peopleIn(sentences, language.code),
    pairs: namePairsIn(sentences),
    clausesWith: placesIn(clauses),
  };
}

function namesWithoutCapitals(
  sentences: readonly { readonly text: string; readonly words: readonly Word[] }[],
  guard: Guard | undefined,
): ReadonlySet<string> {
  if (guard?.code !== 'ar') return new Set();
  return new Set(sentences.flatMap(({ text, words }) => namesBehindTitles(text, words, guard)));
}

/** What stands before a common noun in German: articles, numbers, adjectives. */
export const GERMAN_LEAD =
  /^(?:d(?:er|ie|as|en|em|es)|ein.*|kein.*|sein.*|ihr.*|unser.*|mein.*|dies.*|jed.*|im|am|zum|zur|beim|vom|ins|ans|\p{N}.*|(?!hab|sei|werd)\p{Ll}{3,}(?:e|en|er|es|em))$/u;

function peopleIn(sentences: readonly SourceSentence[], code: string): ReadonlySet<string> {
  const people = new Set<string>();
  for (const { text, words } of sentences) {
    words.forEach((word, at) => {
      const [before, next] = [words[at - 1], words[at + 1]];
      if (!word.isCapital || !word.isContent) return;
      const touches = (one: Word | undefined, other: Word | undefined) =>
        one?.isCapital === true && other?.isCapital === true && text.slice(one.end, other.start) === ' ';
      const isInRow = touches(before, word) || touches(word, next);
      if (
        code === 'de'
          ? touches(before, word) || (isInRow && !GERMAN_LEAD.test(before?.typed ?? ''))
          : at > 0 || isInRow
      )
        people.add(word.plain);
    });
  }
  return people;
}

function clausesOf(sentence: SourceSentence, guard: Guard): readonly SourceClause[] {
  return clausesIn(sentence.text, sentence.words, guard).map((clause) => ({
    ...clause,
    keys: keysUnder(clause.words.filter(({ isContent }) => isContent)),
    digits: new Set(digitsOf(clause.words)),
    sentence,
  }));
}

function placesIn(clauses: readonly SourceClause[]): ReadonlyMap<string, readonly number[]> {
  const clausesWith = new Map<string, number[]>();
  clauses.forEach(({ keys, digits }, at) => {
    for (const filed of [keys, digits]) {
      for (const key of filed) {
        const places = clausesWith.get(key);
        if (places === undefined) clausesWith.set(key, [at]);
        else places.push(at);
      }
    }
  });
  return clausesWith;
}

/** Words of which those that are names count as capital. */
export function withNames(words: readonly Word[], names: ReadonlySet<string>): readonly Word[] {
  return names.size === 0
    ? words
    : words.map((word) => (names.has(word.plain) ? { ...word, isCapital: true } : word));
}

function digitsOf(words: readonly Word[]): readonly string[] {
  return words.filter(({ plain }) => /^\p{N}/u.test(plain)).map(({ plain }) => plain);
}

/** The clause of the post that a clause speaks of, and how many of its content words both share; undefined where they share none. */
export function alignedClause(
  clause: Clause,
  source: Source,
): { readonly clause: SourceClause; readonly shared: number } | undefined {
  const wanted = clause.words
    .filter(({ isContent }) => isContent)
    .map((word) => kinKeysOf(word, source.language));
  const digits = digitsOf(clause.words);
  const places = new Set([...wanted.flat(), ...digits].flatMap((key) => source.clausesWith.get(key) ?? []));
  let best: { clause: SourceClause; shared: number } | undefined;
  let most = 0;
  for (const place of Array.from(places).sort((a, b) => a - b)) {
    const candidate = source.clauses[place];
    if (candidate === undefined) continue;
    let score = 0;
    let shared = 0;
    for (const keys of wanted) {
      const key = keys.find((one) => candidate.keys.has(one));
      if (key === undefined) {
        if (keys.some((one) => candidate.sentence.keys.has(one))) score += 0.2;
        continue;
      }
      shared += 1;
      score += 1 / Math.sqrt(source.clausesWith.get(key)?.length ?? 1);
    }
    for (const digit of digits) if (candidate.digits.has(digit)) score += 1;
    score -= candidate.words.length * 0.002;
    if (score > most && shared > 0) {
      most = score;
      best = { clause: candidate, shared };
    }
  }
  return best;
}
