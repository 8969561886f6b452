/** When a case was opened, by its first report, when a moderator took it, where one did, and when it was resolved. */
export type HandledCase = {
  readonly openedAt: number;
  readonly takenAt: number | null;
  readonly resolvedAt: number;
};

/** What half of some cases took at most, and nine in ten of them; percentiles by nearest rank. */
export type TimeTaken = { readonly cases: number; readonly medianMs: number; readonly p90Ms: number };

/**
 * How long cases took that were resolved in a period, under the names that Ozone, Bluesky's moderation service, gives to them
 * in `tools.ozone.report.defs#liveStats`: resolution time is "from report creation to close", handling time "from report
 * assignment to close", of those that were assigned. Null where there are none. Ozone gives averages, which one
 * forgotten case can ruin.
 *
 * A case that was reopened counts once it is resolved again: its resolution from its first report, its handling from when it was
 * taken anew.
 */
export type CaseTimes = { readonly resolution: TimeTaken | null; readonly handling: TimeTaken | null };

/** How long these cases took. */
export function caseTimes(cases: readonly HandledCase[]): CaseTimes {
  return {
    resolution: timeTaken(cases.map(({ openedAt, resolvedAt }) => resolvedAt - openedAt)),
    handling: timeTaken(
      cases.flatMap(({ takenAt, resolvedAt }) => (takenAt === null ? [] : [resolvedAt - takenAt])),
    ),
  };
}

function timeTaken(times: readonly number[]): TimeTaken | null {
  const sorted = times.toSorted((a, b) => a - b);
  const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
  const [medianMs, p90Ms] = [rank(0.5), rank(0.9)];
  if (medianMs === undefined || p90Ms === undefined) return null;
  return { cases: sorted.length, medianMs, p90Ms };
}
