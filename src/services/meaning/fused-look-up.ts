import { parseClaimReference } from '../../core/claim.ts';
import type { Lookup } from '../../core/matching/claim-index.ts';
import { fuse } from '../../core/matching/fuse.ts';
import type { Catalog } from '../dossiers/catalog.ts';
import type { ClosestClaims } from './meanings.ts';

/** How many claims are looked at by words beside those that meaning brings. */
export const RANKED_BY_WORDS = 20;

/** What a catalog finds for a text, together with what is close to it in meaning; by words alone where nothing is known of that. */
export function fusedLookUp(
  { index, claim }: Pick<Catalog, 'index' | 'claim'>,
  closest: ClosestClaims,
): (text: string, limit: number) => Lookup {
  return (text, limit) => {
    const words = index.lookUp(text, limit);
    // While the model was at it, a claim may have gone.
    const close = (closest.get(text) ?? []).filter(({ id }) => claim(parseClaimReference(id)) !== null);
    if (close.length === 0 || words.outcome === 'answered') return words;
    return fuse(words, index.rank(text, RANKED_BY_WORDS), close, limit);
  };
}
