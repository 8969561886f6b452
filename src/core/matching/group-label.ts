import type { AskedQuestion } from './asked-question.ts';
import type { NearQuestion } from './near-questions.ts';
import { type QuestionFeatures, relativesOf } from './question-features.ts';

/**
 * Members who must have asked on one day before anything of their questions is shown. Days are counted apart because
 * askers cannot be told apart across days, by design.
 */
const ASKERS_FLOOR = 3;

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

/**
 * The question that stands for a group, or null when none may: below the floor nothing is shown.
 *
 * A label is a text that a member typed, and could name that member if nobody else asked anything like it. It is
 * therefore taken only from questions around which, on one day, three members or more asked the same or something near, and
 * each of its words was used by three that day. Of these it is the one in the midst of most.
 */
export function labelOf(parts: readonly GroupPart[], isKnown: KnownWords): string | null {
  if (parts.reduce((sum, { questions }) => sum + questions.length, 0) < ASKERS_FLOOR) return null;
  const members = new Map(parts.map((part) => [part.number, part]));
  const candidates = parts.flatMap((part) => candidatesOf(part, members, isKnown));
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
  const around = [{ other: part.number, similarity: 1 }, ...part.near].flatMap(({ other, similarity }) =>
    (members.get(other)?.questions ?? []).map(({ day, asker }) => ({ day, asker, similarity })),
  );
  const days = Map.groupBy(around, ({ day }) => day);
  return part.questions.flatMap((question) => {
    if (question.asker === null) return [];
    const near = (days.get(question.day) ?? []).filter(({ asker }) => asker !== null);
    const askers = new Set(near.map(({ asker }) => asker)).size;
    if (askers < ASKERS_FLOOR || !isKnown(question)) return [];
    const centrality = near.reduce((sum, { similarity }) => sum + similarity, 0);
    return [{ text: question.text, askers, centrality }];
  });
}

/**
 * Tells of each question whether enough members used every one of its words, or one that means the same, in any question
 * of its day. Stop words need no company; web addresses and mentions do.
 */
export function knownWords(
  asked: readonly AskedQuestion[],
  read: ReadonlyMap<string, QuestionFeatures>,
): KnownWords {
  const wordsOf = ({ text }: AskedQuestion) => {
    const { stems, oddities } = read.get(text) ?? { stems: [], oddities: [] };
    return [...stems, ...oddities];
  };
  const days = Map.groupBy(asked, ({ day }) => day);
  const usersOfDays = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();
  const usersOn = (day: string) => {
    const known = usersOfDays.get(day) ?? usersOfWords(days.get(day) ?? [], wordsOf);
    usersOfDays.set(day, known);
    return known;
  };
  return (question) => {
    const users = usersOn(question.day);
    return wordsOf(question).every((word) => {
      const same = [word, ...relativesOf(word)];
      const askers = same.flatMap((each) => Array.from(users.get(each) ?? []));
      return new Set(askers).size >= ASKERS_FLOOR;
    });
  };
}

function usersOfWords(
  asked: readonly AskedQuestion[],
  wordsOf: (question: AskedQuestion) => readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const question of asked) {
    if (question.asker === null) continue;
    for (const word of wordsOf(question)) {
      users.set(word, (users.get(word) ?? new Set()).add(question.asker));
    }
  }
  return users;
}
