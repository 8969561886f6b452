import type { Match } from '../matching/match.ts';
import type { RankedClaim } from './run.ts';

/** How far below the one before it a claim's chance is at least: small, and kept by a number written out in full. */
const step = 1e-9;

/**
 * Matches as a run holds them: their chances as scores, so that scores of different queries can be compared, and strictly falling, so
 * that whoever orders by score alone gets the order of the matches.
 *
 * @param matches - best first
 */
export function asRanked(matches: readonly Match[]): readonly RankedClaim[] {
  let before = Number.POSITIVE_INFINITY;
  return matches.map(({ id, confidence }) => {
    before = Math.min(confidence, before * (1 - step));
    return { claimId: id, score: before };
  });
}
