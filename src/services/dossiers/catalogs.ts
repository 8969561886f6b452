import { type Claim, ClaimReference, formatClaimReference } from '../../core/claim.ts';
import { type Dossier, referenceTo } from '../../core/dossier.ts';
import type { GuildId } from '../../core/ids.ts';
import { buildClaimIndex, type ClaimIndex, type IndexedClaim } from '../../core/matching/claim-index.ts';
import { isSamePost, type PostPrint, postPrintOf } from '../../core/matching/same-post.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LinkStore } from '../../ports/link-stores.ts';
import type { Database, Stores } from '../../ports/stores.ts';
import { dossiersWithLinks } from './dossiers-with-links.ts';

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
  /** A claim as a member names it: `slug/c01`, or `c01` where one offered dossier alone has it. */
  claimNamed(name: string): KnownClaim | null;
  /** The offered dossier of a post that is found at this address, or reads nearly the same; the address counts first. */
  dossierOfPost(post: { readonly url: string; readonly text: string | null }): Dossier | null;
  /** A dossier by slug or id; the server's own before a shared one of the same slug. */
  dossier(slugOrId: string): Dossier | null;
};

/** The catalogs of all servers, kept in memory and read anew when the store has changed, in any process. */
export type Catalogs = {
  /** What this server is offered; with null, what every server is. */
  of(guildId: GuildId | null): Promise<Catalog>;
  /** Says that this process has changed a dossier: the next question sees it. */
  changed(): void;
};

/** How many servers' own catalogs are kept in memory at once; the least recently used goes first. */
const keptCatalogs = 500;

/** How old, in ms, what is known of the store's revision may be: a change by another process is seen this late at most. */
const freshMs = 200;

/** A catalog, what it was made of, and of which revision its links are. */
type Kept = {
  readonly catalog: Catalog;
  readonly stored: readonly Dossier[];
  readonly linksRevision: number;
};

/** Makes a catalog; of the same dossiers before, its index is still right, whatever has become of the links. */
async function layOut(stored: readonly Dossier[], before: Kept | null, links: LinkStore): Promise<Kept> {
  const linksRevision = await links.revision();
  const published = await dossiersWithLinks(stored, links);
  return { catalog: makeCatalog(published, before?.catalog.index), stored, linksRevision };
}

/** Catalogs over `database`. Servers without dossiers of their own share one. */
export function openCatalogs(database: Database, clock: Clock): Catalogs {
  let revision = -1;
  let linksRevision = -1;
  let checkedAtMs = Number.NEGATIVE_INFINITY;
  let shared: Kept | null = null;
  const own = new Map<GuildId, Kept | 'shared'>();

  const inMemory = (guildId: GuildId | null): Kept | null => {
    const known = guildId === null ? 'shared' : own.get(guildId);
    return known === 'shared' ? shared : (known ?? null);
  };
  const isCurrent = (kept: Kept) => kept.linksRevision === linksRevision;

  const read = async (stores: Stores, guildId: GuildId | null): Promise<Catalog> => {
    const { dossiers, links } = stores;
    const present = await dossiers.revision();
    linksRevision = await links.revision();
    if (present !== revision) {
      revision = present;
      shared = null;
      own.clear();
    }
    checkedAtMs = clock.now();
    const known = inMemory(guildId);
    if (known !== null && isCurrent(known)) return known.catalog;

    const stored =
      known?.stored ?? (await (guildId === null ? dossiers.listShared() : dossiers.listPublished(guildId)));
    if (guildId !== null && stored.some((dossier) => dossier.guildId !== null)) {
      const kept = await layOut(stored, known, links);
      own.set(guildId, kept);
      return kept.catalog;
    }
    if (guildId !== null) own.set(guildId, 'shared');
    if (shared === null || !isCurrent(shared)) shared = await layOut(stored, shared, links);
    return shared.catalog;
  };

  return {
    async of(guildId) {
      const age = clock.now() - checkedAtMs;
      const known = age >= 0 && age < freshMs ? inMemory(guildId) : null;
      const catalog =
        known !== null && isCurrent(known)
          ? known.catalog
          : await database.snapshot((stores) => read(stores, guildId));
      if (guildId !== null) keepRecent(own, guildId);
      return catalog;
    },
    changed() {
      checkedAtMs = Number.NEGATIVE_INFINITY;
    },
  };
}

/** Moves a server to the end and lets go of those not used for longest. */
function keepRecent(own: Map<GuildId, Kept | 'shared'>, guildId: GuildId): void {
  const used = own.get(guildId);
  if (used === undefined) return;
  own.delete(guildId);
  own.set(guildId, used);
  for (const oldest of own.keys()) {
    if (own.size <= keptCatalogs) break;
    own.delete(oldest);
  }
}

/**
 * A catalog of published dossiers, the server's own first.
 *
 * @param index - of the same dossiers, where there is one
 */
function makeCatalog(published: readonly Dossier[], index?: ClaimIndex): Catalog {
  const hasOwn = published.some(({ guildId, sample }) => guildId !== null && !sample);
  const bySlugOrId = new Map<string, Dossier>();
  for (const dossier of published) {
    if (!bySlugOrId.has(dossier.slug)) bySlugOrId.set(dossier.slug, dossier);
  }
  // A dossier that another of its slug stands before is reached by no name, so its id leads to that one.
  for (const dossier of published) bySlugOrId.set(dossier.id, bySlugOrId.get(dossier.slug) ?? dossier);
  const offered = published.filter(
    (dossier) => bySlugOrId.get(dossier.slug) === dossier && !(hasOwn && dossier.sample),
  );

  const claim: Catalog['claim'] = ({ slug, key }) => {
    const dossier = bySlugOrId.get(slug);
    const found = dossier?.claims.find((candidate) => candidate.key === key);
    return dossier && found ? { dossier, claim: found } : null;
  };

  return {
    dossiers: offered,
    claim,
    claimNamed(name) {
      const wanted = name.trim().toLowerCase();
      const { success, data } = ClaimReference.safeParse(namedParts(wanted));
      if (success) return claim(data);
      const [only, ...others] = offered.flatMap((dossier) =>
        dossier.claims.filter(({ key }) => key === wanted).map((found) => ({ dossier, claim: found })),
      );
      return only !== undefined && others.length === 0 ? only : null;
    },
    dossierOfPost: postsOf(offered),
    index: index ?? buildClaimIndex(indexedClaims(offered)),
    dossier: (slugOrId) => bySlugOrId.get(slugOrId) ?? null,
  };
}

/** Finds the dossier of a post; texts are read when the first post is looked for. */
function postsOf(dossiers: readonly Dossier[]): Catalog['dossierOfPost'] {
  let prints: readonly { readonly dossier: Dossier; readonly print: PostPrint }[] | null = null;
  return ({ url, text }) => {
    const linked = dossiers.find(({ post }) => post.url === url);
    if (linked !== undefined || text === null) return linked ?? null;
    prints ??= dossiers.map((dossier) => ({ dossier, print: postPrintOf(dossier.post.text) }));
    const wanted = postPrintOf(text);
    return prints.find(({ print }) => isSamePost(wanted, print))?.dossier ?? null;
  };
}

function namedParts(name: string): { slug: string | undefined; key: string | undefined } {
  const [slug, key, ...rest] = name.split('/');
  return { slug, key: rest.length === 0 ? key : undefined };
}

function* indexedClaims(dossiers: readonly Dossier[]): Generator<IndexedClaim> {
  for (const dossier of dossiers) {
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
