import type { InteractionId, UserId } from '../../core/ids.ts';
import type { Stores } from '../../ports/stores.ts';
import { actOnce, refreshCard } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';

/** What an erasure came to. */
export type Erased = {
  /** Cases that lost something, and whose cards are shown anew. */
  readonly cases: number;
};

/**
 * Takes a member out of everything, in every server; see `MemberStore.erase` for what goes and what stays.
 *
 * @param input - without an interaction the request came to whoever runs the bot
 * @throws FootnoteError `already-handled` on a second delivery
 */
export async function eraseMember(
  deps: BoundDeps,
  { interactionId, memberId }: { readonly interactionId: InteractionId | null; readonly memberId: UserId },
): Promise<Erased> {
  const work = (stores: Stores) => erase(deps, stores, memberId);
  const { changedDossiers, ...erased } =
    interactionId === null ? await deps.database.transaction(work) : await actOnce(deps, interactionId, work);
  deps.wakeOutbox();
  // Dossiers made from the member's messages have lost their text; indexes in files still hold its words.
  deps.catalogs.changed();
  if (changedDossiers) await deps.catalogs.removeFiles();
  return erased;
}

async function erase(
  deps: BoundDeps,
  stores: Stores,
  memberId: UserId,
): Promise<Erased & { readonly changedDossiers: boolean }> {
  const revision = await stores.dossiers.revision();
  const changed = await stores.members.erase(memberId);
  await stores.erasures.note(memberId, deps.clock.now());
  for (const found of changed) await refreshCard(deps, stores, found);
  return { cases: changed.length, changedDossiers: (await stores.dossiers.revision()) !== revision };
}
