import type { ClaimKind } from './claim.ts';
import { disputeNotes, type Note, type Stance, sourceNotes } from './note.ts';

/** How a claim stands by the notes shown with it; the first row of `rules` that holds. */
export type StandingLabel = 'not-checkable' | 'unsourced' | 'mixed' | 'supported' | 'contradicted';

/** A label and the counts it is always shown with. */
export type Standing = {
  readonly label: StandingLabel;
  readonly counts: Readonly<Record<Stance, number>>;
  /** How many dispute notes there are: the open questions. */
  readonly openQuestions: number;
};

type Counts = Standing['counts'];

const rules: readonly { label: StandingLabel; holds: (kind: ClaimKind, counts: Counts) => boolean }[] = [
  { label: 'not-checkable', holds: (kind) => kind === 'opinion' || kind === 'prediction' },
  { label: 'unsourced', holds: (_, counts) => counts.supports + counts.partly + counts.contradicts === 0 },
  {
    label: 'mixed',
    holds: (_, counts) => counts.partly > 0 || (counts.supports > 0 && counts.contradicts > 0),
  },
  { label: 'supported', holds: (_, counts) => counts.supports > 0 },
  { label: 'contradicted', holds: (_, counts) => counts.contradicts > 0 },
];

/**
 * How well supported a claim stands, judged only by the notes shown with it.
 *
 * Says nothing about truth: two careful readers who disagree with every source get the same standing.
 *
 * @param kind - opinions and predictions are not checkable, whatever the notes say
 * @param notes - the notes shown with the claim; order does not matter
 * @returns the first label of the table in ARCHITECTURE.md#standing that holds, with its counts
 */
export function standingOf(kind: ClaimKind, notes: readonly Note[]): Standing {
  const counts = { supports: 0, partly: 0, contradicts: 0, context: 0 };
  for (const note of sourceNotes(notes)) counts[note.stance] += 1;

  const rule = rules.find(({ holds }) => holds(kind, counts));
  if (rule === undefined) throw new RangeError('no rule of the standing table holds');
  return { label: rule.label, counts, openQuestions: disputeNotes(notes).length };
}
