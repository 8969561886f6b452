import { FootnoteError } from '../../core/errors.ts';
import type { Catalog, KnownClaim } from '../dossiers/catalog.ts';

/** How much of what was written instead of a claim's name is repeated. */
const echoedChars = 100;

/**
 * The claim a moderator names as an answer: `slug/c01`, or `c01` where one dossier alone has it.
 *
 * @throws FootnoteError `case.claim-missing` when none is named, `case.no-claim` with the `claim` named
 */
export function namedClaim(catalog: Catalog, name: string): KnownClaim {
  if (name.trim() === '') throw new FootnoteError('case.claim-missing');
  const known = catalog.claimNamed(name);
  if (known === null) throw new FootnoteError('case.no-claim', { claim: name.trim().slice(0, echoedChars) });
  return known;
}
