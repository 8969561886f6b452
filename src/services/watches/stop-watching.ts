import type { ClaimReference } from '../../core/claim.ts';
import type { GuildId, InteractionId, UserId, WatchId } from '../../core/ids.ts';
import { handleOnce } from '../asking/record-inquiry.ts';
import { showClaim } from '../asking/show-claim.ts';
import type { BoundDeps } from '../deps.ts';
import type { KnownClaim } from '../dossiers/catalog.ts';

type Stopping = { readonly interactionId: InteractionId; readonly memberId: UserId };

/**
 * Ends a watch of a member, in whatever server; one that has ended is no error, and another member's is left alone.
 *
 * @throws FootnoteError `already-handled` on a second delivery
 */
export async function stopWatching(
  deps: BoundDeps,
  { interactionId, memberId, watchId }: Stopping & { readonly watchId: WatchId },
): Promise<void> {
  await deps.database.transaction(async (stores) => {
    await handleOnce(stores, interactionId, deps.clock.now());
    await stores.watches.remove(memberId, [watchId]);
  });
}

/**
 * Ends a member's watch of a claim, if there is one.
 *
 * @throws FootnoteError `claim.unknown`, or `already-handled` on a second delivery
 */
export async function stopWatchingClaim(
  deps: BoundDeps,
  {
    interactionId,
    memberId,
    guildId,
    reference,
  }: Stopping & { readonly guildId: GuildId; readonly reference: ClaimReference },
): Promise<KnownClaim> {
  const { dossier, claim } = await showClaim(deps, { guildId, reference, asker: null });
  await deps.database.transaction(async (stores) => {
    await handleOnce(stores, interactionId, deps.clock.now());
    const known = await stores.watches.ofMember(guildId, memberId);
    const ended = known?.watches.filter(
      (watch) => watch.kind === 'claim' && watch.claim.claimId === claim.id,
    );
    await stores.watches.remove(memberId, ended?.map(({ id }) => id) ?? []);
  });
  return { dossier, claim };
}
