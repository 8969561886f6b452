import { askersFloor } from '../askers-floor.ts';
import { type InPieces, pieceOf } from '../in-pieces.ts';
import type { AskedQuestion } from './asked-question.ts';
import type { NearQuestion } from './near-questions.ts';
import { type QuestionFeatures, relativesOf } from './question-features.ts';

/** Questions, or words of theirs, looked at in one piece of work. */
const PIECE = 3_000;

/** Questions of a group that say the same words, and what is near to them. */
export type GroupPart = {
  readonly number: number;
  readonly questions: readonly AskedQuestion[];
  readonly near: readonly NearQuestion[];
};

/** Whether enough members used every word of a question on its day. */
export type KnownWords = (question: AskedQuestion) => boolean;

type Candidate = {
  readonly text: string;
  /** Who asked this or something near it on that day. */
  readonly askers: number;
  /** How like the label all these questions are, added up. */
  readonly centrality: number;
};

/** The days on which so many members asked questions of a group that one of that day may stand for it. */
export function daysOfMany(parts: readonly GroupPart[]): readonly string[] {
  const questions = parts.flatMap((part) => part.questions);
  if (questions.length < askersFloor) return [];
  const askers = new Map<string, Set<string>>();
  for (const { day, asker } of questions) {
    if (asker !== null) askers.set(day, (askers.get(day) ?? new Set()).add(asker));
  }
  return Array.from(askers).flatMap(([day, { size }]) => (size < askersFloor ? [] : day));
}

/**
 * The question that stands for a group, or null when none may: below the floor nothing is shown.
 *
 * A label is a text that a member typed, and could name that member if nobody else asked anything like it. It is
 * therefore taken only from questions around which, on one day, three members or more asked the same or something near, and
 * each of its words was used by three that day. Of these it is the one in the midst of most.
 */
export function* labelOf(parts: readonly GroupPart[], isKnown: KnownWords): InPieces<string | null> {
  if (parts.reduce((sum, { questions }) => sum + questions.length, 0) < askersFloor) return null;
  const members = new Map(parts.map((part) => [part.number, part]));
  const isFull = pieceOf(PIECE);
  const candidates: Candidate[] = [];
  for (const part of parts) {
    candidates.push(...candidatesOf(part, members, isKnown));
    if (isFull(10 * part.questions.length + part.near.length)) yield;
  }
  const [best] = candidates.sort(
    (a, b) =>
      b.askers - a.askers ||
      b.centrality - a.centrality ||
      a.text.length - b.text.length ||
      (a.text < b.text ? -1 : 1),
  );
  return best?.text ?? null;
}

function candidatesOf(
  part: GroupPart,
  members: ReadonlyMap<number, GroupPart>,
  isKnown: KnownWords,
): readonly Candidate[] {
  const days = new Map<string, { readonly askers: Set<string>; centrality: number }>();
  for (const { other, similarity } of [{ other: part.number, similarity: 1 }, ...part.near]) {
    for (const { day, asker } of members.get(other)?.questions ?? []) {
      if (asker === null) continue;
      const onDay = days.get(day) ?? { askers: new Set(), centrality: 0 };
      onDay.askers.add(asker);
      onDay.centrality += similarity;
      days.set(day, onDay);
    }
  }
  return part.questions.flatMap((question) => {
    const onDay = question.asker === null ? undefined : days.get(question.day);
    if (onDay === undefined || onDay.askers.size < askersFloor || !isKnown(question)) return [];
    return [{ text: question.text, askers: onDay.askers.size, centrality: onDay.centrality }];
  });
}

/**
 * Tells of each question whether enough members used every one of its words, or one that means the same, in any question
 * of its day. Stop words need no company; web addresses, mentions and emojis do.
 *
 * @param asked - all questions of the days it is asked about
 */
export function* knownWords(
  asked: readonly AskedQuestion[],
  read: ReadonlyMap<string, QuestionFeatures>,
): InPieces<KnownWords> {
  const wordsOf = ({ text }: AskedQuestion) => {
    const { stems, oddities } = read.get(text) ?? { stems: [], oddities: [] };
    return oddities.length === 0 ? stems : [...stems, ...oddities];
  };
  const isFull = pieceOf(PIECE);
  const days = new Map<string, Map<string, string[]>>();
  for (const question of asked) {
    if (question.asker === null) continue;
    const users = days.get(question.day) ?? new Map<string, string[]>();
    days.set(question.day, users);
    const words = wordsOf(question);
    for (const word of words) addUser(users, word, question.asker);
    if (isFull(words.length)) yield;
  }
  return (question) => {
    const users = days.get(question.day);
    const usersOf = (word: string) => users?.get(word) ?? [];
    return wordsOf(question).every((word) => {
      if (usersOf(word).length >= askersFloor) return true;
      const same = [word, ...relativesOf(word)];
      return new Set(same.flatMap(usersOf)).size >= askersFloor;
    });
  };
}

/** Notes who used a word; once enough have, whoever else did changes nothing. */
function addUser(users: Map<string, string[]>, word: string, asker: string): void {
  const known = users.get(word);
  if (known === undefined) users.set(word, [asker]);
  else if (known.length < askersFloor && !known.includes(asker)) known.push(asker);
}
