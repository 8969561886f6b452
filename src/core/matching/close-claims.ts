import { closenessOf, meanSimilarity } from './closeness.ts';
import { type CloseClaim, MOST_LISTED } from './fuse.ts';
import { nearest } from './nearest.ts';
import type { PackedVectors } from './packed-vectors.ts';

/**
 * The claims that are closest in meaning to a text, closest first.
 *
 * @param vector - of the text, of length 1
 * @param neutral - the vectors of `neutralTexts`, of the same model
 * @returns null where the vectors cannot be compared
 */
export function closeClaims(
  packs: readonly PackedVectors[],
  vector: Float32Array,
  neutral: readonly Float32Array[],
): readonly CloseClaim[] | null {
  const usual = meanSimilarity(vector, neutral);
  if (usual === null) return null;
  return nearest(packs, vector, MOST_LISTED).map(({ id, similarity }) => ({
    id,
    closeness: closenessOf(similarity, usual),
  }));
}
