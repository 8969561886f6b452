import { type MostAsked, maxClaims } from '../../src/core/digest.ts';
import type { ClaimId } from '../../src/core/ids.ts';
import type { InquiryTotal, WayTotal } from '../../src/core/inquiry.ts';

/** What the store's `ways` gives for these totals. */
export function waysOf(totals: readonly InquiryTotal[]): readonly WayTotal[] {
  const groups = Map.groupBy(totals, ({ command, outcome }) => JSON.stringify([command, outcome]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { command, outcome } = first;
    const sum = (count: (total: InquiryTotal) => number) =>
      group.reduce((all, total) => all + count(total), 0);
    const feedback = { yes: sum((total) => total.feedback.yes), no: sum((total) => total.feedback.no) };
    return [{ command, outcome, inquiries: sum(({ inquiries }) => inquiries), feedback }];
  });
}

/** What the store's `mostAsked` gives for these totals. */
export function claimsByAsks(totals: readonly InquiryTotal[]): readonly ClaimId[] {
  const claims = Map.groupBy(totals, ({ claimId }) => claimId);
  claims.delete(null);
  return [...claims]
    .flatMap(([claimId, rows]) =>
      claimId === null ? [] : { claimId, asks: asksOf(rows), askers: askersOf(rows) },
    )
    .toSorted((a, b) => b.asks - a.asks || b.askers - a.askers || (a.claimId < b.claimId ? -1 : 1))
    .map(({ claimId }) => claimId);
}

/** What a digest reads of the claims of these totals, and of those before. */
export function mostAskedOf(
  totals: readonly InquiryTotal[],
  totalsBefore: readonly InquiryTotal[],
): MostAsked {
  const claims = claimsByAsks(totals);
  const most: readonly (ClaimId | null)[] = claims.slice(0, maxClaims);
  const ofMost = ({ claimId }: InquiryTotal) => claimId !== null && most.includes(claimId);
  return {
    totals: totals.filter(ofMost),
    totalsBefore: totalsBefore.filter(ofMost),
    claims: claims.length,
  };
}

function asksOf(totals: readonly InquiryTotal[]): number {
  return totals.reduce((sum, { inquiries }) => sum + inquiries, 0);
}

function askersOf(totals: readonly InquiryTotal[]): number {
  return totals.reduce((sum, { askers }) => sum + askers, 0);
}
