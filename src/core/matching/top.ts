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
  let floor = 0;
  for (let claim = 0; claim < scores.length; claim += 1) {
    const score = scores[claim] ?? 0;
    if (score < floor || score <= 0) continue;
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
    if (held === limit) floor = best[limit - 1] ?? 0;
  }
  return Array.from(claims.subarray(0, held));
}
