import type { RankedClaim } from './run.ts';

type Wanted = ReadonlySet<string>;

/**
 * Average precision at `depth`: the precision at the rank of each claim wanted, over the number of claims wanted (as CheckThat! counts
 * MAP@5). 0 where nothing is wanted.
 */
export function averagePrecision(ranked: readonly RankedClaim[], wanted: Wanted, depth: number): number {
  let found = 0;
  let sum = 0;
  for (const [index, { claimId }] of ranked.slice(0, depth).entries()) {
    if (!wanted.has(claimId)) continue;
    found += 1;
    sum += found / (index + 1);
  }
  return wanted.size === 0 ? 0 : sum / wanted.size;
}

/** One over the rank of the first claim wanted; 0 where none is among them. */
export function reciprocalRank(ranked: readonly RankedClaim[], wanted: Wanted): number {
  const index = ranked.findIndex(({ claimId }) => wanted.has(claimId));
  return index === -1 ? 0 : 1 / (index + 1);
}

/** The share of the claims wanted that are among the first `depth`; 0 where nothing is wanted. */
export function recall(ranked: readonly RankedClaim[], wanted: Wanted, depth: number): number {
  const found = ranked.slice(0, depth).filter(({ claimId }) => wanted.has(claimId)).length;
  return wanted.size === 0 ? 0 : found / wanted.size;
}

/** The mean of the numbers; 0 of none. */
export function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
