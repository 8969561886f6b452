import { type InPieces, pieceOf } from '../in-pieces.ts';
import type { QuestionFeatures, QuestionVocabulary } from './question-features.ts';

/** Another question that asks the same, by its number. */
export type NearQuestion = {
  readonly other: number;
  /** The smaller of the shares of what each says that the other says, too; above 0, at most 1. */
  readonly similarity: number;
};

/**
 * The share of what the one that says less says that the other says, too. What both add of their own makes them different
 * questions ("Did Iran bomb Kirkuk?", "Did Iran bomb Mosul?"), so nearly all of it must agree. Of questions that differ in one
 * word only, 0.8 still merges "part of the Iraqi army" and "paid by the Iraqi army"; 0.85 none of those tried.
 */
const CONTAINED_FROM = 0.85;

/**
 * The share of what the other one says. From half on, it says at most as much again. On questions and the claims
 * they are about (bench/matching/grouping.ts, the half used for choosing) the share of right pairs is the same from 0.35 to 0.6,
 * while fewer are found the higher it is.
 */
const ACCOUNTED_FROM = 0.5;

/** One word in common is a subject and no question yet, unless both say no more. */
const MIN_SHARED_STEMS = 2;

/** Stems compared, about, after which others have their turn. */
const PIECE = 20_000;

/** By number, lists of numbers. */
type Lists = readonly (readonly number[])[];

/** Questions and their stems in numbers. */
type Numbered = {
  /** For each question its stems, ascending. */
  readonly stems: Lists;
  /** For each question how much it says in all. */
  readonly totals: Float64Array;
  /** For each question its signature; the same number for the same one. */
  readonly signatures: Uint32Array;
  /** For each stem how much it says. */
  readonly weights: Float64Array;
  /** For each stem itself and its stand-ins. */
  readonly agreeing: Lists;
  /** For each stem the questions that hold it, ascending. */
  readonly holders: Lists;
};

/**
 * For each question the others that ask the same, in ascending order. Symmetric. The words' order counts nothing: "Does Iran pay
 * Iraq" and "Does Iraq pay Iran" are near, as are "who", "when" and "why" of one event.
 *
 * Compares only questions that agree in a rare word of one of them, found in the lists of questions that hold it.
 *
 * @param questions - distinct; what they say, not their order, decides
 */
export function* nearQuestions(
  questions: readonly QuestionFeatures[],
  vocabulary: QuestionVocabulary,
): InPieces<readonly (readonly NearQuestion[])[]> {
  const numbered = yield* inNumbers(questions, vocabulary);
  const near: NearQuestion[][] = questions.map(() => []);
  const othersOf = candidatesIn(numbered);
  const compare = comparer(numbered);
  const isFull = pieceOf(PIECE);
  for (const number of questions.keys()) {
    const others = othersOf(number);
    const sharesWith = compare(number);
    for (const other of others) {
      const { contained, containing } = sharesWith(other);
      const similarity = Math.min(contained, containing);
      if (contained < CONTAINED_FROM || similarity < ACCOUNTED_FROM) continue;
      near[number]?.push({ other, similarity });
      // One that is contained as well finds this one by itself.
      if (containing < CONTAINED_FROM) near[other]?.push({ other: number, similarity });
    }
    if (isFull((others.length + 1) * (numbered.stems[number]?.length ?? 0))) yield;
  }
  for (const others of near) {
    others.sort((a, b) => a.other - b.other);
    if (isFull(others.length)) yield;
  }
  return near;
}

function* inNumbers(
  questions: readonly QuestionFeatures[],
  { weights: weightOf, standIns }: QuestionVocabulary,
): InPieces<Numbered> {
  const numbers = new Map(Array.from(weightOf.keys(), (stem, number) => [stem, number]));
  const weights = Float64Array.from(weightOf.values());
  const stems: number[][] = [];
  const holders: number[][] = Array.from(weights, () => []);
  const isFull = pieceOf(PIECE);
  yield;
  for (const [number, question] of questions.entries()) {
    const own = question.stems.map((stem) => numbers.get(stem) ?? 0).sort((a, b) => a - b);
    for (const stem of own) holders[stem]?.push(number);
    stems.push(own);
    if (isFull(own.length)) yield;
  }
  const signatures = new Map<string, number>();
  return {
    stems,
    totals: Float64Array.from(stems, (own) => own.reduce((sum, stem) => sum + (weights[stem] ?? 0), 0)),
    signatures: Uint32Array.from(questions, ({ signature }) => {
      const known = signatures.get(signature) ?? signatures.size;
      signatures.set(signature, known);
      return known;
    }),
    weights,
    agreeing: Array.from(numbers, ([stem, number]) => [
      number,
      ...(standIns.get(stem) ?? []).flatMap((standIn) => numbers.get(standIn) ?? []),
    ]),
    holders,
  };
}

/** Finds the questions, each once, that agree with one in one of its rarest stems and have its signature. */
function candidatesIn({ stems, totals, signatures, weights, agreeing, holders }: Numbered) {
  const seenBy = new Uint32Array(totals.length);
  return (number: number): readonly number[] => {
    const others: number[] = [];
    seenBy[number] = number + 1;
    for (const stem of tellingStems(stems[number] ?? [], totals[number] ?? 0, weights)) {
      for (const agreed of agreeing[stem] ?? []) {
        for (const other of holders[agreed] ?? []) {
          if (seenBy[other] === number + 1) continue;
          seenBy[other] = number + 1;
          if (signatures[other] === signatures[number]) others.push(other);
        }
      }
    }
    return others;
  };
}

/** The rarest stems of a question, so many that the others alone are too little to be contained in another. */
function tellingStems(stems: readonly number[], total: number, weights: Float64Array): readonly number[] {
  const commonestFirst = stems.toSorted((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0) || a - b);
  let said = 0;
  return commonestFirst.filter((stem) => {
    said += weights[stem] ?? 0;
    return said >= total * CONTAINED_FROM;
  });
}

/** The share of what a question says that another says, too, and of what that one says that it says; 0 where they differ. */
type Shares = { readonly contained: number; readonly containing: number };

const different: Shares = { contained: 0, containing: 0 };

/** Compares one question with others. */
function comparer({ stems, totals, weights, agreeing }: Numbered) {
  // Marked with a number of their own, so that nothing has to be cleared.
  const held = new Uint32Array(weights.length);
  const answered = new Uint32Array(weights.length);
  let comparison = 0;

  return (one: number) => {
    const own = stems[one] ?? [];
    for (const stem of own) held[stem] = one + 1;
    return (other: number): Shares => {
      comparison += 1;
      const said = stems[other] ?? [];
      let theirs = 0;
      let theirStems = 0;
      for (const stem of said) {
        let agrees = false;
        for (const each of agreeing[stem] ?? []) {
          if (held[each] !== one + 1) continue;
          answered[each] = comparison;
          agrees = true;
        }
        if (!agrees) continue;
        theirs += weights[stem] ?? 0;
        theirStems += 1;
      }
      let ours = 0;
      let ourStems = 0;
      for (const stem of own) {
        if (answered[stem] !== comparison) continue;
        ours += weights[stem] ?? 0;
        ourStems += 1;
      }
      const longest = Math.max(own.length, said.length);
      if (Math.min(ourStems, theirStems) < Math.min(MIN_SHARED_STEMS, longest)) return different;
      return { contained: ours / (totals[one] ?? 1), containing: theirs / (totals[other] ?? 1) };
    };
  };
}
