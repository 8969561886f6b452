/** What tells how sure a match is. */
export type Signs = {
  /** Share of what the query says that the claim answers to, 0 to 1. */
  readonly coverage: number;
  /**
   * How far the claim's score is above the next one's, as a share of it, 0 to 1; 0 for any claim but the first. There is always
   * taken to be one that shares the most telling word alone: among two claims one word in common is no lead.
   */
  readonly lead: number;
  /** How much the matched words say, in nats. */
  readonly mass: number;
  /** The same two of the sentence of the query that the claim answers to best. */
  readonly sentence: { readonly coverage: number; readonly mass: number };
  /** The share of what the claim says that the query speaks of, 0 to 1. */
  readonly said: number;
  /** Whether the claim says another number than that sentence. */
  readonly contradicts: boolean;
};

/** Those of no claim at all. */
export const NO_SIGNS: Signs = {
  coverage: 0,
  lead: 0,
  mass: 0,
  sentence: { coverage: 0, mass: 0 },
  said: 0,
  contradicts: false,
};

/** What `confidenceOf` weighs: 1, then the signs as they stand in a sum. */
export function inputsOf({ coverage, lead, mass, sentence, said, contradicts }: Signs): readonly number[] {
  const spoken = coverage === 0 ? 0 : mass / coverage;
  return [
    1,
    coverage,
    lead,
    Math.log1p(mass),
    coverage * Math.log1p(spoken),
    sentence.coverage,
    Math.log1p(sentence.mass),
    said,
    contradicts ? 1 : 0,
  ];
}

/**
 * The weight of each input, printed by `node bench/matching/fit-confidence.ts`: a logistic regression on CheckThat! 2021 tweets (training
 * part, signatures off) and debates, 2020 questions, 2025 posts in French, Portuguese and German, as they are, reworded, mistyped and
 * forwarded, asked of the whole collection and of 17 claims, with the right claim there and taken away. Coverage counts less the
 * longer the query is: a claim answers to a part of a long message only. The last, of a number that contradicts, is fitted on the same
 * queries as they are and with a number of the claim changed: of 79 tweets and questions held out and so changed, 2 are "answered".
 */
const WEIGHTS: readonly number[] = [-5.44, 3.3, 5.53, -0.52, -0.94, 0.88, 1.12, 2.14, -2.63];

/**
 * From this chance on one claim is shown as the answer. Of such answers so many are right (queries with and without a claim, in equal
 * numbers; of the wrong ones most are a neighbour of a claim that was taken away):
 *
 * | chance | tweets held out | questions held out | both, of 17 claims | all held out |
 * | ------ | --------------- | ------------------ | ------------------ | ------------ |
 * | 0.60   | .944 of 143     | .882 of 434        | .955 of 397        | .922         |
 * | 0.70   | .962 of 130     | .905 of 391        | .976 of 368        | .941         |
 * | 0.80   | .981 of 103     | .929 of 338        | .981 of 324        | .955         |
 * | 0.85   | 1.00 of 89      | .933 of 298        | .986 of 287        | .962         |
 */
export const ANSWERED_FROM = 0.8;

/**
 * Below this chance that a claim is about the question, there is none. 93 % of questions about something else than 17 given claims
 * fall below it, and 1 % of those about one of them. In thousands of claims something near is nearly always there: see the AUROC
 * in bench/matching/quality.ts.
 */
export const KNOWN_FROM = 0.45;

/** The chance that a match is the right claim, 0 to 1. */
export function confidenceOf(signs: Signs): number {
  return logistic(inputsOf(signs).reduce((sum, input, at) => sum + input * (WEIGHTS[at] ?? 0), 0));
}

/**
 * The chance that the claim is on the subject of the query at all, whether or not it is the right one, 0 to 1. Fitted on tweets and
 * questions about one of 17 claims against questions about none of them.
 */
export function knownness({ coverage, mass }: Pick<Signs, 'coverage' | 'mass'>): number {
  return logistic(-9.7 + 5.5 * coverage + 3.4 * Math.log1p(mass));
}

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
