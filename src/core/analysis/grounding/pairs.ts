import type { Fault } from './fault.ts';
import type { Guard } from './guards.ts';
import type { Vocabulary } from './vocabulary.ts';
import { bareName, type Word } from './words.ts';

/** Names in a row, as "Mayor Ada Lind". */
export type NameRow = readonly string[];

/** What stands before names in a text: rows of two names or more, and the plain words right before a name with those names. */
export type NamePairs = {
  readonly rows: readonly NameRow[];
  readonly titled: ReadonlyMap<string, ReadonlySet<string>>;
};

/** What of a post is looked at; what reads posts needs this file. */
type NamedText = Pick<Vocabulary, 'plains' | 'language'> & {
  readonly pairs: NamePairs;
  readonly people: ReadonlySet<string>;
  readonly sentences: readonly { readonly words: readonly Word[] }[];
};

type Row = { readonly names: readonly Word[]; readonly title: Word | undefined };

/** Which names a text puts together. */
export function namePairsIn(sentences: readonly { text: string; words: readonly Word[] }[]): NamePairs {
  const rows: NameRow[] = [];
  const titled = new Map<string, Set<string>>();
  for (const { text, words } of sentences) {
    for (const { names, title } of rowsIn(text, words)) {
      const plains = names.map(bareName);
      const [first, ...others] = plains;
      if (first !== undefined && others.length > 1) file(names[0]?.stem ?? first, others, titled);
      if (plains.length > 1) rows.push(plains);
      if (title === undefined) continue;
      file(title.stem, plains, titled);
    }
  }
  return { rows, titled };
}

function file(title: string, names: readonly string[], titled: Map<string, Set<string>>): void {
  const known = titled.get(title) ?? new Set<string>();
  for (const name of names) known.add(name);
  titled.set(title, known);
}

/** Two people made one: a first name with the surname of another, or the title of another. */
export function faultsOfPairs(
  body: string,
  words: readonly Word[],
  source: NamedText,
  guard: Guard,
): readonly Fault[] {
  const joined = guard.code === 'ar' ? undefined : joinedAnew(body, words, source);
  if (joined !== undefined) return [{ code: 'name.invented', words: [joined] }];
  const { rows, titled } = source.pairs;
  for (const { names, title } of rowsIn(body, words)) {
    for (const [at, name] of names.entries()) {
      const next = names[at + 1];
      if (next !== undefined && isMixed(bareName(name), bareName(next), rows))
        return [{ code: 'name.invented', words: [`${name.typed} ${next.typed}`] }];
    }
    const told = title === undefined ? undefined : titled.get(title.stem);
    if (title === undefined || told === undefined || title.typed.match(guard.saying) !== null) continue;
    const plains = names.map(bareName);
    const isKnown = plains.some((name) => source.plains.has(name));
    if (isKnown && !plains.some((name) => told.has(name)))
      return [{ code: 'actors.swapped', words: [title.typed, ...names.map(({ typed }) => typed)] }];
  }
  return [];
}

/** Words between two names of one row in the post: "the mayor, Ms Ada B. Lind". */
const MOST_APART = 3;

const LINK = /^(?:of|de|del|des|von|du|for|in|at|en)$/u;

/** "Severnline Sayle", "Health of Department": names that stand side by side here, and nowhere in the post, or only the other way round. */
function joinedAnew(text: string, words: readonly Word[], source: NamedText): string | undefined {
  const isGerman = source.language.code === 'de';
  const isNamed = (word: Word | undefined) =>
    word?.isCapital === true &&
    (source.plains.has(word.plain) || source.plains.has(bareName(word))) &&
    (!isGerman || source.people.has(word.plain));
  const isBehind = (one: Word, other: Word, from: number, to: number) =>
    source.sentences.some(({ words: told }) =>
      told.some(
        (word, at) =>
          bareName(word) === bareName(one) &&
          told.slice(Math.max(0, at + from), at + to + 1).some((near) => bareName(near) === bareName(other)),
      ),
    );
  for (const [at, word] of words.entries()) {
    const [next, third] = [words[at + 1], words[at + 2]];
    if (next === undefined || !isNamed(word)) continue;
    if (isNamed(next) && next.isContent && text.slice(word.end, next.start) === ' ') {
      if (!isBehind(word, next, -1, MOST_APART)) return `${word.typed} ${next.typed}`;
    } else if (
      third !== undefined &&
      isNamed(third) &&
      third.isContent &&
      word.isContent &&
      LINK.test(next.plain)
    ) {
      const isPlain = !isGerman && !/[^\s\p{L}]/u.test(text.slice(word.start, third.end));
      if (isPlain && isBehind(third, word, 1, 2) && !isBehind(word, third, 1, 2))
        return `${word.typed} ${next.typed} ${third.typed}`;
    }
  }
  return undefined;
}

function isMixed(name: string, next: string, rows: readonly NameRow[]): boolean {
  const hasOwn = rows.some((row) => row.slice(0, -1).includes(name));
  const isOthers = rows.some((row) => row.slice(1).includes(next));
  return hasOwn && isOthers && !rows.some((row) => row.includes(name) && row.includes(next));
}

/** Names that touch, and the plain word that touches the first. */
function rowsIn(text: string, words: readonly Word[]): readonly Row[] {
  const rows: Row[] = [];
  let names: Word[] = [];
  let title: Word | undefined;
  const close = () => {
    if (names.length > 0) rows.push({ names, title });
    names = [];
  };
  words.forEach((word, at) => {
    const before = words[at - 1];
    const touches = before !== undefined && /^\s$/u.test(text.slice(before.end, word.start));
    if (!word.isCapital || !word.isContent) {
      close();
      return;
    }
    if (names.length === 0 || !touches) {
      close();
      title = touches && before.isContent && !before.isCapital ? before : undefined;
    }
    names.push(word);
  });
  close();
  return rows;
}
