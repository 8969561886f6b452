import type { AskedQuestion } from './asked-question.ts';
import { knownWords, labelOf } from './group-label.ts';
import { nearQuestions } from './near-questions.ts';
import { type QuestionFeatures, readQuestion, vocabularyOf } from './question-features.ts';
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

/**
 * Groups near-duplicates by what the matcher makes of them. The order of the questions changes nothing. Equal texts are always
 * together, a question with none like it is alone, and questions that differ in a number or a "not" never meet.
 *
 * @returns most questions first, equal ones by their first question
 */
export function groupQuestions(asked: readonly AskedQuestion[]): readonly QuestionGroup[] {
  const sorted = asked.toSorted(byTextAndId);
  const texts = Array.from(new Set(sorted.map(({ text }) => text)));
  const read = new Map(texts.map((text) => [text, readQuestion(text)]));
  const nodes = nodesOf(sorted, read);
  const features = nodes.map((node) => node.features);
  const near = nearQuestions(features, vocabularyOf(features));
  const centres = starsOf(
    near,
    nodes.map(({ questions }) => questions.length),
  );
  const isKnown = knownWords(sorted, read);
  const groups = Map.groupBy(nodes.keys(), (number) => centres[number]);
  return Array.from(groups.values(), (members) => {
    const parts = members.map((number) => ({
      number,
      questions: nodes[number]?.questions ?? [],
      near: near[number] ?? [],
    }));
    return {
      questions: parts.flatMap(({ questions }) => questions).toSorted(byTextAndId),
      label: labelOf(parts, isKnown),
    };
  }).sort((a, b) => b.questions.length - a.questions.length || byFirst(a, b));
}

/** Questions that say the same words, as one. */
function nodesOf(
  sorted: readonly AskedQuestion[],
  read: ReadonlyMap<string, QuestionFeatures>,
): readonly Node[] {
  const nodes = new Map<string, { features: QuestionFeatures; questions: AskedQuestion[] }>();
  for (const question of sorted) {
    const features = read.get(question.text);
    if (features === undefined) continue;
    const key = identity(question.text, features);
    const known = nodes.get(key);
    if (known === undefined) nodes.set(key, { features, questions: [question] });
    else known.questions.push(question);
  }
  return Array.from(nodes.keys())
    .toSorted()
    .flatMap((key) => nodes.get(key) ?? []);
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
