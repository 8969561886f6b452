/** No request takes so many tokens; a server that reports more is not believed. */
const mostReportedTokens = 10_000_000;

/** How many tokens a server reports, which may be anything; null where that is no count. */
export function reportedTokens(value: unknown): number | null {
  const isCount = Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= mostReportedTokens;
  return isCount ? Number(value) : null;
}
