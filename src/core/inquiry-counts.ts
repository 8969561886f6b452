import type { Feedback, WayTotal } from './inquiry.ts';

/** What members asked in their own words. */
export type QuestionCounts = {
  readonly asked: number;
  /** A claim was sure, or was picked from a list. */
  readonly answered: number;
  /** No claim was known, or the list held none that was meant. */
  readonly unanswered: number;
  /** A list was offered, and nothing was chosen. */
  readonly undecided: number;
};

/** The share of questions that were answered, from 0 to 1; null where nothing was asked. */
export function shareAnswered({ asked, answered }: QuestionCounts): number | null {
  return asked === 0 ? null : answered / asked;
}

/** The sum of what is counted in each item. */
export function sumOf<Item>(items: readonly Item[], count: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0);
}

/** How many inquiries ended in one of these ways. */
export function inquiriesOf(
  totals: readonly WayTotal[],
  ...outcomes: readonly WayTotal['outcome'][]
): number {
  return sumOf(
    totals.filter(({ outcome }) => outcomes.includes(outcome)),
    ({ inquiries }) => inquiries,
  );
}

/** What the totals say of questions in own words. */
export function questionsIn(totals: readonly WayTotal[]): QuestionCounts {
  const lookups = totals.filter(({ command }) => command === 'claim.lookup');
  return {
    asked: sumOf(lookups, ({ inquiries }) => inquiries),
    answered: inquiriesOf(lookups, 'answered', 'picked'),
    unanswered: inquiriesOf(lookups, 'unanswered', 'none-of-these'),
    undecided: inquiriesOf(lookups, 'ambiguous'),
  };
}

/** How often an answer fitted, and did not. */
export function feedbackIn(totals: readonly WayTotal[]): Readonly<Record<Feedback, number>> {
  return {
    yes: sumOf(totals, ({ feedback }) => feedback.yes),
    no: sumOf(totals, ({ feedback }) => feedback.no),
  };
}

/** How often a summary was opened by command. */
export function summariesIn(totals: readonly WayTotal[]): number {
  return sumOf(
    totals.filter(({ command }) => command === 'summary'),
    ({ inquiries }) => inquiries,
  );
}
