/**
 * The numbers of the highest scores above 0, best first; of equal ones the lower number first.
 *
 * @param limit - how many at most; a whole number from 0 up
 */
export function highest(scores: Float32Array, limit: number): readonly number[] {
  if (limit < 1) return [];
  const claims = new Uint32Array(limit);
  const best = new Float32Array(limit);
  let held = 0;
  let floor = 0;
  for (let claim = 0; claim < scores.length; claim += 1) {
    const score = scores[claim] ?? 0;
    if (score <= floor) continue;
    let place = Math.min(held, limit - 1);
    for (; place > 0 && (best[place - 1] ?? 0) < score; place -= 1) {
      best[place] = best[place - 1] ?? 0;
      claims[place] = claims[place - 1] ?? 0;
    }
    best[place] = score;
    claims[place] = claim;
    held = Math.min(held + 1, limit);
    if (held === limit) floor = best[limit - 1] ?? 0;
  }
  return Array.from(claims.subarray(0, held));
}
