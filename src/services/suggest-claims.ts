import { parseClaimReference } from '../core/claim.ts';
import type { GuildId } from '../core/ids.ts';
import type { KnownClaim } from './catalogs.ts';
import type { BoundDeps } from './deps.ts';

/** The most choices Discord shows while somebody types. */
const maxSuggestions = 25;

/** Claims for what a member has typed so far, best first; all claims in order while nothing is typed. */
export async function suggestClaims(
  deps: BoundDeps,
  { guildId, prefix }: { readonly guildId: GuildId; readonly prefix: string },
): Promise<readonly KnownClaim[]> {
  const catalog = await deps.catalogs.of(guildId);
  return catalog.index
    .suggest(prefix.slice(0, 200), maxSuggestions)
    .flatMap((match) => catalog.claim(parseClaimReference(match.id)) ?? []);
}
