/** What tells how sure a match is. */
export type Signs = {
  /** Share of what the query says that the claim answers to, 0 to 1. */
  readonly coverage: number;
  /** How far the claim's score is above the next one's, as a share of it, 0 to 1; 0 for any claim but the first. */
  readonly lead: number;
  /** How much the matched words say, in nats. */
  readonly mass: number;
};

/**
 * From this confidence on one claim is shown as the answer. On the tweets and questions of the development data 84 to
 * 91 % of such answers are the labelled claim; part of the rest are second copies of it without a label.
 */
export const ANSWERED_FROM = 0.6;

/**
 * Below this chance that a claim is about the question, there is none. 93 % of questions about something else than 17 given claims
 * fall below it, and 1 % of those about one of them. In thousands of claims something near is nearly always there: see the AUROC
 * in bench/matching/quality.ts.
 */
export const KNOWN_FROM = 0.45;

/**
 * The chance that a match is the right claim, 0 to 1.
 *
 * A logistic regression on CheckThat! 2021 tweets (training part, signatures off) and 2020 questions, each asked of the
 * whole collection and of 17 claims near the right one, with the right claim there and taken away, and of 16
 * claims on something else; the ten cases weigh the same. Coverage counts less the longer the query is: a claim answers to a
 * part of a long message only.
 */
export function confidenceOf({ coverage, lead, mass }: Signs): number {
  const spoken = coverage === 0 ? 0 : mass / coverage;
  return logistic(
    -14.7 + 11.2 * coverage + 3.6 * lead + 4.5 * Math.log1p(mass) - 3.3 * coverage * Math.log1p(spoken),
  );
}

/**
 * The chance that the claim is on the subject of the query at all, whether or not it is the right one, 0 to 1. Fitted on the same
 * data: questions about one of 17 claims against questions about none of them.
 */
export function knownness({ coverage, mass }: Omit<Signs, 'lead'>): number {
  return logistic(-9.7 + 5.5 * coverage + 3.4 * Math.log1p(mass));
}

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
