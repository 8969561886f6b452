import type { ClaimReference, DossierSlug } from '../../core/claim.ts';
import type { Dossier } from '../../core/dossier.ts';
import type { GuildId, InquiryId, InteractionId } from '../../core/ids.ts';
import type { Completion } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';
import { handleOnce } from './record-inquiry.ts';
import { type ShownClaim, showClaim } from './show-claim.ts';
import { showDossier } from './show-summary.ts';

type Completing = {
  readonly interactionId: InteractionId;
  readonly guildId: GuildId;
  readonly inquiryId: InquiryId;
};

/**
 * Ends a question whose answer was a list, with the claim the member picked.
 * A question that was ended before stays as it is; the pick is shown all the same.
 *
 * @throws FootnoteError `claim.unknown`, or `already-handled` on a second delivery
 */
export async function completeInquiry(
  deps: BoundDeps,
  input: Completing & { readonly reference: ClaimReference },
): Promise<ShownClaim> {
  const { guildId, reference, inquiryId } = input;
  const picked = await showClaim(deps, { guildId, reference, asker: null });
  await complete(deps, input, { outcome: 'picked', dossierId: picked.dossier.id, claimId: picked.claim.id });
  return { ...picked, inquiryId };
}

/** Ends a question whose answer was a list with "none of these". */
export async function rejectChoices(deps: BoundDeps, input: Completing): Promise<void> {
  await complete(deps, input, { outcome: 'none-of-these', dossierId: null, claimId: null });
}

/** Ends a question whose answer was a choice of dossiers. */
export async function completeWithDossier(
  deps: BoundDeps,
  input: Completing & { readonly slug: DossierSlug },
): Promise<Dossier> {
  const dossier = await showDossier(deps, input);
  await complete(deps, input, { outcome: 'picked', dossierId: dossier.id, claimId: null });
  return dossier;
}

async function complete(deps: BoundDeps, input: Completing, completion: Completion): Promise<void> {
  await deps.database.transaction(async (stores) => {
    await handleOnce(stores, input.interactionId, deps.clock.now());
    await stores.inquiries.complete(input.guildId, input.inquiryId, completion);
  });
}
