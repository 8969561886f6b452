import { closenessOf, meanSimilarity } from './closeness.ts';
import type { CloseClaim } from './fuse.ts';
import { nearest } from './nearest.ts';
import type { PackedVectors } from './packed-vectors.ts';
import { COMPARED_WITH, standingOut } from './standing-out.ts';

/**
 * The claims that are closest in meaning to a text, closest first.
 *
 * @param packs - packed around the centre
 * @param vector - of the text, of length 1
 * @param centre - of the vectors of `neutralTexts`, of the same model: the cosine with it is the mean of those with each
 * @returns null where the vectors cannot be compared
 */
export function closeClaims(
  packs: readonly PackedVectors[],
  vector: Float32Array,
  centre: Float32Array,
): readonly CloseClaim[] | null {
  const usual = meanSimilarity(vector, [centre]);
  if (usual === null) return null;
  const near = nearest(packs, vector, COMPARED_WITH + 1, centre);
  const { count, accident } = standingOut(near.map(({ similarity }) => similarity));
  return near.map(({ id, similarity }, at) => ({
    id,
    closeness: closenessOf(similarity, usual),
    accident: at < count ? accident : 1,
  }));
}
