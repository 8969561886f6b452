/** The order of claims that score the same, and which numbers mean no claim any more. */
export type ClaimOrder = {
  readonly removed: Iterable<number>;
  /** Below 0 when the first comes first. Of two claims known when the index was built that is the lower number. */
  compare(one: number, other: number): number;
};

/** Claims in the order of their numbers, none removed. */
export const byNumber: ClaimOrder = { removed: [], compare: (one, other) => one - other };

/**
 * The numbers of the highest scores above 0, best first; of equal ones the one that comes first in `order`.
 *
 * @param scores - those of removed claims are set to 0
 * @param limit - how many at most; a whole number from 0 up
 */
export function highest(
  scores: Float32Array,
  limit: number,
  order: ClaimOrder = byNumber,
): readonly number[] {
  if (limit < 1) return [];
  for (const claim of order.removed) scores[claim] = 0;
  const claims = new Uint32Array(limit);
  const best = new Float32Array(limit);
  let held = 0;
  let floor = Number.MIN_VALUE;
  for (
    let claim = nextFrom(scores, 0, floor);
    claim < scores.length;
    claim = nextFrom(scores, claim + 1, floor)
  ) {
    const score = scores[claim] ?? 0;
    let place = held;
    for (; place > 0; place -= 1) {
      const above = best[place - 1] ?? 0;
      if (above > score) break;
      const there = claims[place - 1] ?? 0;
      if (above === score && order.compare(there, claim) < 0) break;
      if (place === limit) continue;
      best[place] = above;
      claims[place] = there;
    }
    if (place === limit) continue;
    best[place] = score;
    claims[place] = claim;
    held = Math.min(held + 1, limit);
    if (held === limit) floor = best[limit - 1] ?? floor;
  }
  return Array.from(claims.subarray(0, held));
}

/** The first claim from one on with a score of `floor` or more. Apart from the rest, as nearly all claims are passed over here. */
function nextFrom(scores: Float32Array, from: number, floor: number): number {
  let claim = from;
  while (claim < scores.length && (scores[claim] ?? 0) < floor) claim += 1;
  return claim;
}
