import { atOnce, type InPieces, pieceOf } from '../in-pieces.ts';
import type { AskedQuestion } from './asked-question.ts';
import { daysOfMany, type GroupPart, knownWords, labelOf } from './group-label.ts';
import { nearQuestions } from './near-questions.ts';
import { type QuestionFeatures, questionReader, vocabularyOf } from './question-features.ts';
import { sameQuestion } from './same-question.ts';
import { starsOf } from './stars.ts';

/** Questions that ask the same. */
export type QuestionGroup = {
  /** By text, then by id. */
  readonly questions: readonly AskedQuestion[];
  /** The text that may be shown for them; null below the floor: then none of their texts may be. See `labelOf`. */
  readonly label: string | null;
};

/** What questions with the same words, in any order, have in common. */
type Node = {
  readonly features: QuestionFeatures;
  readonly questions: readonly AskedQuestion[];
};

/** Characters read in one piece of work. */
const READ_PIECE = 2_000;

/** Questions looked at for a label in one piece of work. */
const LABEL_PIECE = 2_000;

/**
 * Groups near-duplicates by what the matcher makes of them. The order of the questions changes nothing. Equal texts are always
 * together, a question with none like it is alone, and questions that differ in a number or a "not" never meet.
 *
 * @returns most questions first, equal ones by their first question
 */
export function groupQuestions(asked: readonly AskedQuestion[]): readonly QuestionGroup[] {
  return atOnce(groupingOf(asked));
}

/** The same, in pieces. */
export function* groupingOf(asked: readonly AskedQuestion[]): InPieces<readonly QuestionGroup[]> {
  const sorted = asked.toSorted(byTextAndId);
  const texts = Array.from(new Set(sorted.map(({ text }) => text)));
  yield;
  const read = yield* readAll(texts, questionReader());
  const nodes = nodesOf(sorted, read);
  yield;
  const features = nodes.map((node) => node.features);
  const near = yield* nearQuestions(features, yield* vocabularyOf(features));
  const centres = yield* starsOf(
    near,
    nodes.map(({ questions }) => questions.length),
  );
  const members = Map.groupBy(nodes.keys(), (number) => centres[number]);
  const drafts = Array.from(members.values(), (numbers): readonly GroupPart[] =>
    numbers.map((number) => ({
      number,
      questions: nodes[number]?.questions ?? [],
      near: near[number] ?? [],
    })),
  );
  const days = new Set(drafts.flatMap(daysOfMany));
  yield;
  const ofDays = sorted.filter(({ day }) => days.has(day));
  const isKnown = yield* knownWords(ofDays, read);
  const groups: QuestionGroup[] = [];
  const isFull = pieceOf(LABEL_PIECE);
  for (const parts of drafts) {
    const questions = parts.flatMap((part) => part.questions).sort(byTextAndId);
    groups.push({ questions, label: yield* labelOf(parts, isKnown) });
    if (isFull(questions.length)) yield;
  }
  return groups.sort((a, b) => b.questions.length - a.questions.length || byFirst(a, b));
}

function* readAll(
  texts: readonly string[],
  read: (text: string) => QuestionFeatures,
): InPieces<ReadonlyMap<string, QuestionFeatures>> {
  const features = new Map<string, QuestionFeatures>();
  const isFull = pieceOf(READ_PIECE);
  for (const text of texts) {
    features.set(text, read(text));
    if (isFull(text.length)) yield;
  }
  return features;
}

/** Questions that say the same words, as one. */
function nodesOf(
  sorted: readonly AskedQuestion[],
  read: ReadonlyMap<string, QuestionFeatures>,
): readonly Node[] {
  const ofText = Map.groupBy(sorted, ({ text }) => text);
  const ofWords = Map.groupBy(read, ([text, features]) => identity(text, features));
  return Array.from(ofWords.entries())
    .sort(([a], [b]) => inCodeUnits(a, b))
    .flatMap(([, same]) => {
      const [[, features] = []] = same;
      const questions = same.flatMap(([text]) => ofText.get(text) ?? []);
      return features === undefined ? [] : [{ features, questions }];
    });
}

/** The same for questions that ask the same beyond doubt. */
function identity(text: string, { stems, signature }: QuestionFeatures): string {
  if (stems.length > 0) return JSON.stringify([signature, ...stems]);
  return JSON.stringify([sameQuestion(text) || text]);
}

function byTextAndId(a: AskedQuestion, b: AskedQuestion): number {
  return inCodeUnits(a.text, b.text) || inCodeUnits(a.id, b.id);
}

function byFirst(a: QuestionGroup, b: QuestionGroup): number {
  const [[first], [other]] = [a.questions, b.questions];
  return first === undefined || other === undefined ? 0 : byTextAndId(first, other);
}

function inCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
