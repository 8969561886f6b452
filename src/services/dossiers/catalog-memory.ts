import type { GuildId } from '../../core/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IndexFiles } from '../../ports/index-files.ts';
import type { Database } from '../../ports/stores.ts';
import { type KeptCatalog, keepCatalog } from './kept-catalog.ts';
import { emptyShelf, isSameState, type Revisions, revisionsOf, type Shelf, shelfNow } from './shelf.ts';

/** What catalogs are made of and kept in. */
export type CatalogDeps = {
  readonly clock: Clock;
  readonly database: Database;
  readonly indexFiles: IndexFiles;
};

/** The catalogs that are in memory. */
export type CatalogMemory = {
  /** A server's catalog, or with null the shared one, if it was looked at lately enough; null otherwise. */
  fresh(guildId: GuildId | null): KeptCatalog | null;
  /** The same brought up to date. Only one call at a time. */
  refresh(guildId: GuildId | null): Promise<KeptCatalog>;
  /** From now on nothing is fresh. */
  changed(): void;
  /** What is in memory under a server, or with null the shared one. */
  held(guildId: GuildId | null): KeptCatalog | null;
  /** Everything that `held` gives something for. */
  holders(): readonly (GuildId | null)[];
  /** Notes that a server's catalog was used; returns those that are let go, used least recently. */
  used(guildId: GuildId): readonly KeptCatalog[];
};

/** How many servers' own catalogs are kept in memory at once; the least recently used goes first. */
const keptCatalogs = 500;

/** How old, in ms, what is known of the store's revision may be: a change by another process is seen this late at most. */
const freshMs = 200;

/** The name of the shared catalog's file; others have the id of their server. */
export const sharedName = 'shared';

/** What a server has of its own, and the catalog of that and of what is shared; null without anything: the shared one is its. */
type Server = { readonly own: Shelf; readonly kept: KeptCatalog | null; readonly upTo: Revisions };

type Known = {
  readonly servers: Map<GuildId, Server>;
  shelf: Shelf;
  shared: KeptCatalog | null;
  revisions: Revisions;
  checkedAtMs: number;
  changes: number;
};

/** An empty memory. */
export function catalogMemory(deps: CatalogDeps): CatalogMemory {
  const known: Known = {
    servers: new Map(),
    shelf: emptyShelf,
    shared: null,
    revisions: emptyShelf.revisions,
    checkedAtMs: Number.NEGATIVE_INFINITY,
    changes: 0,
  };
  const held = (guildId: GuildId | null) =>
    guildId === null ? known.shared : (known.servers.get(guildId)?.kept ?? null);

  return {
    held,
    holders: () => [null, ...known.servers.keys()].filter((guildId) => held(guildId) !== null),
    refresh: (guildId) => refresh(deps, known, guildId),
    used: (guildId) => keepRecent(known.servers, guildId),

    fresh(guildId) {
      const age = deps.clock.now() - known.checkedAtMs;
      const upTo = guildId === null ? known.shelf.revisions : known.servers.get(guildId)?.upTo;
      const isKnown = upTo !== undefined && isSameState(upTo, known.revisions);
      if (!isKnown || age < 0 || age >= freshMs) return null;
      // The shared one is brought up to date whenever any is.
      return held(guildId) ?? known.shared;
    },

    changed() {
      known.changes += 1;
      known.checkedAtMs = Number.NEGATIVE_INFINITY;
    },
  };
}

/** Reads what has changed, then changes the catalogs in one turn. */
async function refresh(
  { clock, database, indexFiles: files }: CatalogDeps,
  known: Known,
  guildId: GuildId | null,
): Promise<KeptCatalog> {
  const [nowMs, began] = [clock.now(), known.changes];
  const server = guildId === null ? undefined : known.servers.get(guildId);
  const { upTo, shelf, own } = await database.snapshot(async (stores) => {
    const revisions = await revisionsOf(stores);
    const common = await shelfNow(known.shelf, stores, null, revisions);
    const of = { upTo: revisions, shelf: common };
    if (guildId === null) return { ...of, own: emptyShelf };
    return { ...of, own: await shelfNow(server?.own ?? emptyShelf, stores, guildId, revisions) };
  });
  known.shared?.update([shelf], nowMs);
  known.shelf = shelf;
  known.revisions = upTo;
  // What was changed while this was read may not be in it.
  if (began === known.changes) known.checkedAtMs = nowMs;

  if (guildId !== null && own.shelved.length > 0) {
    const shelves = [own, shelf];
    const kept = server?.kept ?? (await keepCatalog(shelves, nowMs, { files, name: guildId }));
    kept.update(shelves, nowMs);
    known.servers.set(guildId, { own, kept, upTo });
    return kept;
  }
  await server?.kept?.removeFile();
  if (guildId !== null) known.servers.set(guildId, { own, kept: null, upTo });
  known.shared ??= await keepCatalog([shelf], nowMs, { files, name: sharedName });
  return known.shared;
}

/** Moves a server to the end and lets go of those not used for longest; returns the catalogs of these. */
function keepRecent(servers: Map<GuildId, Server>, guildId: GuildId): readonly KeptCatalog[] {
  const used = servers.get(guildId);
  if (used === undefined) return [];
  servers.delete(guildId);
  servers.set(guildId, used);
  const gone = Array.from(servers).slice(0, Math.max(0, servers.size - keptCatalogs));
  for (const [oldest] of gone) servers.delete(oldest);
  return gone.flatMap(([, { kept }]) => kept ?? []);
}
