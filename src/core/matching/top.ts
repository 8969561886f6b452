/**
 * The numbers of the highest scores above 0, best first; of equal ones the lower number first.
 *
 * @param limit - how many at most
 */
export function highest(scores: Float32Array, limit: number): readonly number[] {
  const best: number[] = [];
  if (limit < 1) return best;
  let floor = 0;
  for (let claim = 0; claim < scores.length; claim += 1) {
    const score = scores[claim] ?? 0;
    if (score <= floor) continue;
    let at = best.length;
    while (at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score) at -= 1;
    best.splice(at, 0, claim);
    if (best.length > limit) best.pop();
    if (best.length === limit) floor = scores[best[limit - 1] ?? 0] ?? 0;
  }
  return best;
}
