import type { Dossier } from '../../core/dossier.ts';
import { ownFirstThenTitle } from '../../core/dossier-order.ts';
import type { DossierId, GuildId } from '../../core/ids.ts';
import type { DossierState, Stores } from '../../ports/stores.ts';
import type { Shelved } from './catalog.ts';
import { dossiersWithLinks } from './dossiers-with-links.ts';

/** Which state of the store something was read at, as the two numbers that grow with its changes. */
export type Revisions = { readonly dossiers: number; readonly links: number };

/** The published dossiers of one server, or the shared ones, as they were when they were last looked at. */
export type Shelf = {
  readonly revisions: Revisions;
  /** In the order of the catalog; the same array as before while nothing has changed. */
  readonly shelved: readonly Shelved[];
  readonly states: ReadonlyMap<DossierId, DossierState>;
};

/** What nothing was read of yet. */
export const emptyShelf: Shelf = {
  revisions: { dossiers: -1, links: -1 },
  shelved: [],
  states: new Map(),
};

/** Whether two states of the store are the same one. */
export function isSameState(one: Revisions, other: Revisions): boolean {
  return one.dossiers === other.dossiers && one.links === other.links;
}

/** The states of the store that a transaction sees. */
export async function revisionsOf({ dossiers, links }: Stores): Promise<Revisions> {
  return { dossiers: await dossiers.revision(), links: await links.revision() };
}

/**
 * A shelf brought up to date: only dossiers that have changed are read again.
 *
 * @param guildId - null for the shared ones
 * @param now - as `revisionsOf` gives them in the same transaction
 */
export async function shelfNow(
  before: Shelf,
  { dossiers, links }: Stores,
  guildId: GuildId | null,
  now: Revisions,
): Promise<Shelf> {
  let { shelved, states } = before;
  let fresh: readonly Dossier[] = [];
  if (before.revisions.dossiers !== now.dossiers) {
    const found = await dossiers.published(guildId);
    const missing = found.filter((state) => !isSame(state, before.states.get(state.id)));
    if (missing.length > 0 || found.length < before.states.size) {
      fresh = await dossiers.loadPublished(
        guildId,
        missing.map(({ id }) => id),
      );
      states = new Map(found.map((state) => [state.id, state]));
      shelved = shelved.filter(({ stored: { id } }) => isSame(states.get(id), before.states.get(id)));
    }
  }
  // What is known of links is read for all again only when some of it has changed.
  const unlinked = before.revisions.links === now.links ? [] : shelved.map(({ stored }) => stored);
  if (unlinked.length > 0) shelved = [];
  if (fresh.length + unlinked.length > 0) {
    const stored = [...unlinked, ...fresh];
    const shown = await dossiersWithLinks(stored, links);
    const laidOut = shown.flatMap((dossier, at) => ({ stored: stored[at] ?? dossier, shown: dossier }));
    shelved = [...shelved, ...laidOut].sort((a, b) => ownFirstThenTitle(a.stored, b.stored));
  }
  return { revisions: now, shelved, states };
}

function isSame(one: DossierState | undefined, other: DossierState | undefined): boolean {
  return one?.version === other?.version && one?.rewrites === other?.rewrites;
}
