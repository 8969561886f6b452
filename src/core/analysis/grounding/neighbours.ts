import { isName } from './attachment.ts';
import type { Fault } from './fault.ts';
import type { Guard } from './guards.ts';
import type { Source } from './source.ts';
import { type Clause, keysOf, kinKeysOf, type Word } from './words.ts';

/** How far from a name a word belongs to it, in words. */
const NEAR_WORDS = 2;

/** Two names of which each has words beside it that in the post stand beside the other, and none of its own. */
export function faultsOfNeighbours(clause: Clause, source: Source, guard: Guard): readonly Fault[] {
  const { words } = clause;
  const [, agent] = guard.passive;
  if (words.some(({ typed }) => typed.match(agent)?.[0] === typed)) return [];
  const names = words.filter((word) => isName(word, source, guard));
  for (const [at, one] of names.entries()) {
    const others = names
      .slice(at + 1)
      .filter((other) => bare(other) !== bare(one) && !isOneRow(words, one, other));
    const swapped = others.find((other) => isCrossed(words, one, other, source));
    if (swapped !== undefined) return [{ code: 'actors.swapped', words: [one.typed, swapped.typed] }];
  }
  return [];
}

function isCrossed(words: readonly Word[], one: Word, other: Word, source: Source): boolean {
  const besideOne = beside(words, one).filter((word) => word !== other);
  const besideOther = beside(words, other).filter((word) => word !== one);
  const ofOne = besideOne.filter((word) => !besideOther.includes(word));
  const ofOther = besideOther.filter((word) => !besideOne.includes(word));
  if (ofOne.length + ofOther.length === 0) return false;
  const [keysOne, keysOther] = [keysBeside(one, source), keysBeside(other, source)];
  const isIn = (word: Word, keys: ReadonlySet<string>) =>
    (word.isContent ? kinKeysOf(word, source.language) : [word.plain]).some((key) => keys.has(key));
  const isOwn = ofOne.some((word) => isIn(word, keysOne)) || ofOther.some((word) => isIn(word, keysOther));
  const isOthers = ofOne.some((word) => isIn(word, keysOther)) || ofOther.some((word) => isIn(word, keysOne));
  return isOthers && !isOwn;
}

function isOneRow(words: readonly Word[], one: Word, other: Word): boolean {
  return words.slice(words.indexOf(one), words.indexOf(other) + 1).every(({ isCapital }) => isCapital);
}

function beside(words: readonly Word[], name: Word): readonly Word[] {
  const at = words.indexOf(name);
  return words
    .slice(Math.max(0, at - NEAR_WORDS), at + NEAR_WORDS + 1)
    .filter((word) => word !== name && (word.isContent || /^\p{N}/u.test(word.plain)));
}

/** What stands beside a name in a post, which every sentence asks for again. */
const known = new WeakMap<Source, Map<string, ReadonlySet<string>>>();

function keysBeside(name: Word, source: Source): ReadonlySet<string> {
  const ofSource = known.get(source) ?? new Map<string, ReadonlySet<string>>();
  known.set(source, ofSource);
  const found = ofSource.get(bare(name)) ?? readBeside(name, source);
  ofSource.set(bare(name), found);
  return found;
}

function readBeside(name: Word, { sentences }: Source): ReadonlySet<string> {
  const near = sentences.flatMap(({ words }) =>
    words.filter((word) => bare(word) === bare(name)).flatMap((word) => beside(words, word)),
  );
  return new Set(near.flatMap((word) => [...keysOf(word), word.plain]));
}

function bare({ plain }: Word): string {
  return plain.replace(/'?s$/u, '');
}
