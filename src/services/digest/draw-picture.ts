import { errorFacts } from '../../core/error-facts.ts';
import type { DigestPicture } from '../../ports/pictures.ts';
import type { BoundDeps } from '../deps.ts';

/** A picture before it is drawn, and what it says for those who do not see it. */
export type DescribedPicture = { readonly picture: DigestPicture; readonly alt: string };

/** A picture of a digest as a PNG; null where there is none, or it cannot be drawn: a digest is worth sending without. */
export async function drawPicture(
  { pictures, log }: Pick<BoundDeps, 'pictures' | 'log'>,
  described: DescribedPicture | null,
): Promise<{ readonly png: Uint8Array; readonly alt: string } | null> {
  if (described === null) return null;
  try {
    return { png: await pictures.draw(described.picture), alt: described.alt };
  } catch (error) {
    log.warn({ error: errorFacts(error) }, 'a digest goes without its picture');
    return null;
  }
}
