import type { Case } from './case.ts';
import { type Report, type ReportReason, reportReasons } from './report.ts';

/** What the reports of a case come to. */
export type Tally = {
  readonly reports: number;
  /** How often each reason was given, most often first; reasons nobody gave are left out. */
  readonly reasons: readonly { readonly reason: ReportReason; readonly count: number }[];
  readonly badFaith: number;
  /**
   * Independent reporters: reports by weight, those made in bad faith left out, and each burst counted once.
   */
  readonly independent: number;
};

/**
 * Reports at most `gapMs` apart belong together; from `size` on such a run is a burst and counts as its heaviest
 * report. Members who find a message by themselves rarely report it within the same half minute five times over;
 * members who were called upon do.
 */
const burst = { gapMs: 30_000, size: 5 } as const;

/** Counts the reports of one case. */
export function tallyOf(reports: readonly Report[]): Tally {
  const counts = new Map<ReportReason, number>();
  for (const { reason } of reports) if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const honest = reports.filter(({ badFaith }) => !badFaith).toSorted((a, b) => a.reportedAt - b.reportedAt);
  return {
    reports: reports.length,
    reasons: reportReasons
      .flatMap((reason) => {
        const count = counts.get(reason);
        return count === undefined ? [] : [{ reason, count }];
      })
      .toSorted((a, b) => b.count - a.count),
    badFaith: reports.length - honest.length,
    independent: runsOf(honest).reduce((sum, run) => sum + weightOf(run), 0),
  };
}

function runsOf(sorted: readonly Report[]): readonly (readonly Report[])[] {
  const runs: Report[][] = [];
  for (const report of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && report.reportedAt - last.reportedAt <= burst.gapMs)
      run.push(report);
    else runs.push([report]);
  }
  return runs;
}

function weightOf(run: readonly Report[]): number {
  const weights = run.map(({ weight }) => weight);
  return run.length < burst.size ? weights.reduce((sum, weight) => sum + weight, 0) : Math.max(...weights);
}

/** How soon a case should be looked at. */
export const priorities = ['low', 'normal', 'high'] as const;
export type Priority = (typeof priorities)[number];

/**
 * How soon a case should be looked at. A rule of our own, kept small so that a moderator can follow it:
 *
 * | what | points |
 * | --- | --- |
 * | independent reporters | 1 for each, at most 5 |
 * | known claims in the message | 1 for any |
 * | everyone can see the place | 1 |
 * | each full day it has waited | 1, at most 3 |
 *
 * Five points and more are high, two and more normal, less is low.
 */
export function priorityOf(tally: Tally, { subject, waitsSince }: Case, nowMs: number): Priority {
  const message = subject.kind === 'message' ? subject : null;
  const days = Math.floor(Math.max(0, nowMs - waitsSince) / 86_400_000);
  const points =
    Math.min(5, tally.independent) +
    (message !== null && message.claims.length > 0 ? 1 : 0) +
    (message?.reach === 'everyone' ? 1 : 0) +
    Math.min(3, days);
  if (points >= 5) return 'high';
  return points >= 2 ? 'normal' : 'low';
}
