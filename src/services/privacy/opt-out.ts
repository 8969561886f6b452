import type { InteractionId, UserId } from '../../core/ids.ts';
import type { Stores } from '../../ports/stores.ts';
import { actOnce } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';
import { withdrawMessages } from '../dossiers/withdraw-dossiers.ts';

/**
 * Opts a member out of having their messages processed, in every server, or in again. Opting out takes what is kept
 * of their messages out of every case and archives the dossiers made from them; opting in again brings nothing back.
 *
 * @throws FootnoteError `already-handled` on a second delivery
 */
export async function optOut(
  deps: BoundDeps,
  input: { readonly interactionId: InteractionId; readonly memberId: UserId; readonly out: boolean },
): Promise<void> {
  const { interactionId, memberId, out } = input;
  await actOnce(deps, interactionId, async (stores) => {
    if (!out) {
      await stores.optOuts.remove(memberId);
      return;
    }
    await stores.optOuts.add(memberId, deps.clock.now());
    await withdrawMessages(deps, stores, memberId);
  });
  if (out) deps.catalogs.changed();
}

/** Whether the author of a message has opted out, for work within a transaction; one who is not known has not. */
export async function authorOptedOut({ optOuts }: Stores, authorId: UserId | null): Promise<boolean> {
  return authorId !== null && (await optOuts.has(authorId));
}

/** Whether a member has opted out. */
export function isOptedOut(
  { database }: BoundDeps,
  { memberId }: { readonly memberId: UserId },
): Promise<boolean> {
  return database.snapshot(({ optOuts }) => optOuts.has(memberId));
}
