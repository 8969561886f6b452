import type { GuildId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';
import type { Catalog, KnownClaim } from '../dossiers/catalog.ts';

/** The most choices Discord shows while somebody types. */
const maxSuggestions = 25;

/**
 * Claims for what a member has typed so far: those whose name (`c04` or `slug/c04`) begins like that, else the best
 * matches of its words; all claims in order while nothing is typed.
 */
export async function suggestClaims(
  deps: BoundDeps,
  { guildId, prefix }: { readonly guildId: GuildId; readonly prefix: string },
): Promise<readonly KnownClaim[]> {
  const catalog = await deps.catalogs.of(guildId);
  const typed = prefix.trim().toLowerCase();
  const named = /^(?:[a-z0-9-]+\/)?[a-z]\d+[a-z]?$/.test(typed) ? namedLike(catalog, typed) : [];
  if (named.length > 0) return named.slice(0, maxSuggestions);
  return catalog.suggest(prefix.slice(0, 200), maxSuggestions);
}

function namedLike(catalog: Catalog, typed: string): KnownClaim[] {
  return catalog.dossiers.flatMap((dossier) =>
    dossier.claims
      .filter(({ key }) => key.startsWith(typed) || `${dossier.slug}/${key}`.startsWith(typed))
      .map((claim) => ({ dossier, claim })),
  );
}
