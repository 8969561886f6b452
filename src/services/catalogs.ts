import type { Claim, ClaimReference } from '../core/claim.ts';
import { formatClaimReference } from '../core/claim.ts';
import { type Dossier, referenceTo } from '../core/dossier.ts';
import type { GuildId } from '../core/ids.ts';
import { buildClaimIndex, type ClaimIndex, type IndexedClaim } from '../core/matching/claim-index.ts';
import type { Database } from '../ports/stores.ts';

/** A claim with the dossier it belongs to. */
export type KnownClaim = { readonly dossier: Dossier; readonly claim: Claim };

/** What one server can be shown and asked about. */
export type Catalog = {
  /** The dossiers offered: the server's own, then shared ones; samples only while it has none of its own. */
  readonly dossiers: readonly Dossier[];
  /** Searches the claims of `dossiers`; its ids are claim references. */
  readonly index: ClaimIndex;
  /** A claim by reference; finds those of samples that are no longer offered, too. */
  claim(reference: ClaimReference): KnownClaim | null;
  /** A dossier by slug or id; the server's own before a shared one of the same slug. */
  dossier(slugOrId: string): Dossier | null;
};

/** The catalogs of all servers, kept in memory and read anew when the store has changed, in any process. */
export type Catalogs = {
  /** What this server is offered; with null, what every server is. */
  of(guildId: GuildId | null): Promise<Catalog>;
};

/** How many servers' own catalogs are kept in memory at once; the least recently used goes first. */
const keptCatalogs = 500;

/** Catalogs over `database`. Servers without dossiers of their own share one. */
export function openCatalogs(database: Database): Catalogs {
  let revision = -1;
  let shared: Catalog | null = null;
  const own = new Map<GuildId, Catalog | 'shared'>();

  return {
    of: (guildId) =>
      database.snapshot(async ({ dossiers }) => {
        const stored = await dossiers.revision();
        if (stored !== revision) {
          revision = stored;
          shared = null;
          own.clear();
        }

        if (guildId === null) {
          shared ??= makeCatalog(await dossiers.listShared());
          return shared;
        }
        let known = own.get(guildId);
        if (known === undefined) {
          const published = await dossiers.listPublished(guildId);
          known = published.some((dossier) => dossier.guildId !== null) ? makeCatalog(published) : 'shared';
          if (known === 'shared') shared ??= makeCatalog(published);
        }
        own.delete(guildId);
        own.set(guildId, known);
        for (const oldest of own.keys()) {
          if (own.size <= keptCatalogs) break;
          own.delete(oldest);
        }
        if (known !== 'shared') return known;
        shared ??= makeCatalog(await dossiers.listShared());
        return shared;
      }),
  };
}

/** A catalog of published dossiers, the server's own first. */
export function makeCatalog(published: readonly Dossier[]): Catalog {
  const hasOwn = published.some((dossier) => dossier.guildId !== null);
  const offered = published.filter((dossier) => !(hasOwn && dossier.sample));
  const bySlugOrId = new Map<string, Dossier>();
  for (const dossier of published) {
    if (!bySlugOrId.has(dossier.slug)) bySlugOrId.set(dossier.slug, dossier);
    bySlugOrId.set(dossier.id, dossier);
  }

  return {
    dossiers: offered,
    index: buildClaimIndex(indexedClaims(offered)),
    dossier: (slugOrId) => bySlugOrId.get(slugOrId) ?? null,
    claim({ slug, key }) {
      const dossier = bySlugOrId.get(slug);
      const claim = dossier?.claims.find((candidate) => candidate.key === key);
      return dossier && claim ? { dossier, claim } : null;
    },
  };
}

function* indexedClaims(dossiers: readonly Dossier[]): Generator<IndexedClaim> {
  const seen = new Set<string>();
  for (const dossier of dossiers) {
    if (seen.has(dossier.slug)) continue;
    seen.add(dossier.slug);
    for (const claim of dossier.claims) {
      yield {
        id: formatClaimReference(referenceTo(dossier, claim)),
        quote: claim.quote,
        gist: claim.gist,
        title: dossier.title,
        context: claim.notes.map((note) => note.text).join(' '),
      };
    }
  }
}
