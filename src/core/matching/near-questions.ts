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

/** A question in numbers: its stems, ascending, and how much it says in all. */
type Numbered = {
  readonly stems: readonly number[];
  readonly total: number;
  readonly signature: string;
};

/** The stems by number: how much each says, and itself with its stand-ins. */
type Stems = { readonly weights: readonly number[]; readonly agreeing: readonly (readonly number[])[] };

/**
 * For each question the others that ask the same, in ascending order. Symmetric. The words' order counts nothing: "Does Iran pay
 * Iraq" and "Does Iraq pay Iran" are near, as are "who", "when" and "why" of one event.
 *
 * Compares only questions that agree in a rare word of one of them, found in the lists of questions that hold it.
 *
 * @param questions - distinct; what they say, not their order, decides
 */
export function nearQuestions(
  questions: readonly QuestionFeatures[],
  vocabulary: QuestionVocabulary,
): readonly (readonly NearQuestion[])[] {
  const stems = stemsOf(vocabulary);
  const numbered = inNumbers(questions, vocabulary, stems);
  const holders = holdersOf(numbered, stems);
  const near: NearQuestion[][] = questions.map(() => []);
  const compare = comparer(stems);
  const seenBy = new Uint32Array(questions.length);
  numbered.forEach((question, number) => {
    for (const stem of tellingStems(question, stems)) {
      for (const agreeing of stems.agreeing[stem] ?? []) {
        for (const other of holders[agreeing] ?? []) {
          const theirs = numbered[other];
          if (other === number || seenBy[other] === number + 1 || theirs === undefined) continue;
          seenBy[other] = number + 1;
          const { contained, containing } = compare(question, theirs);
          const similarity = Math.min(contained, containing);
          if (contained < CONTAINED_FROM || similarity < ACCOUNTED_FROM) continue;
          near[number]?.push({ other, similarity });
          // One that is contained as well finds this one by itself.
          if (containing < CONTAINED_FROM) near[other]?.push({ other: number, similarity });
        }
      }
    }
  });
  return near.map((others) => others.toSorted((a, b) => a.other - b.other));
}

function stemsOf({ weights, standIns }: QuestionVocabulary): Stems {
  const numbers = new Map(Array.from(weights.keys(), (stem, number) => [stem, number]));
  return {
    weights: Array.from(weights.values()),
    agreeing: Array.from(numbers, ([stem, number]) => [
      number,
      ...(standIns.get(stem) ?? []).flatMap((standIn) => numbers.get(standIn) ?? []),
    ]),
  };
}

function inNumbers(
  questions: readonly QuestionFeatures[],
  vocabulary: QuestionVocabulary,
  { weights }: Stems,
): readonly Numbered[] {
  const numbers = new Map(Array.from(vocabulary.weights.keys(), (stem, number) => [stem, number]));
  return questions.map((question) => {
    const stems = question.stems.flatMap((stem) => numbers.get(stem) ?? []).sort((a, b) => a - b);
    const total = stems.reduce((sum, stem) => sum + (weights[stem] ?? 0), 0);
    return { stems, total, signature: question.signature };
  });
}

/** For each stem the questions that hold it, ascending. */
function holdersOf(questions: readonly Numbered[], { weights }: Stems): readonly (readonly number[])[] {
  const holders: number[][] = weights.map(() => []);
  questions.forEach(({ stems }, number) => {
    for (const stem of stems) holders[stem]?.push(number);
  });
  return holders;
}

/** The rarest stems of a question, so many that the others alone are too little to be contained in another. */
function tellingStems({ stems, total }: Numbered, { weights }: Stems): readonly number[] {
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

function comparer({ weights, agreeing }: Stems): (one: Numbered, other: Numbered) => Shares {
  // Marked with the number of the comparison, so that nothing has to be cleared.
  const held = new Uint32Array(weights.length);
  const answered = new Uint32Array(weights.length);
  let comparison = 0;

  return (one, other) => {
    if (one.signature !== other.signature) return different;
    comparison += 1;
    for (const stem of one.stems) held[stem] = comparison;
    let theirs = 0;
    let theirStems = 0;
    for (const stem of other.stems) {
      let agrees = false;
      for (const each of agreeing[stem] ?? []) {
        if (held[each] !== comparison) continue;
        answered[each] = comparison;
        agrees = true;
      }
      if (!agrees) continue;
      theirs += weights[stem] ?? 0;
      theirStems += 1;
    }
    let ours = 0;
    let ourStems = 0;
    for (const stem of one.stems) {
      if (answered[stem] !== comparison) continue;
      ours += weights[stem] ?? 0;
      ourStems += 1;
    }
    const longest = Math.max(one.stems.length, other.stems.length);
    if (Math.min(ourStems, theirStems) < Math.min(MIN_SHARED_STEMS, longest)) return different;
    return { contained: ours / one.total, containing: theirs / other.total };
  };
}
