import type { ClaimReference, DossierSlug } from '../../core/claim.ts';
import type { Dossier } from '../../core/dossier.ts';
import type { GuildId, InquiryId, InteractionId, UserId } from '../../core/ids.ts';
import { dayAndHour } from '../../core/inquiry.ts';
import type { Completion } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';
import { aboutOf, askerCode, handleOnce } from './record-inquiry.ts';
import { type ShownClaim, showClaim } from './show-claim.ts';
import { showDossier } from './show-summary.ts';

type Completing = {
  readonly interactionId: InteractionId;
  readonly guildId: GuildId;
  readonly inquiryId: InquiryId;
};

type Picking = Completing & { readonly memberId: UserId };

/**
 * Ends a question whose answer was a list, with the claim the member picked.
 * A question that was ended before stays as it is; the pick is shown all the same.
 *
 * @throws FootnoteError `claim.unknown`, or `already-handled` on a second delivery
 */
export async function completeInquiry(
  deps: BoundDeps,
  input: Picking & { readonly reference: ClaimReference },
): Promise<ShownClaim> {
  const { guildId, reference, inquiryId } = input;
  const picked = await showClaim(deps, { guildId, reference, asker: null });
  await pick(deps, input, { dossierId: picked.dossier.id, claimId: picked.claim.id });
  return { ...picked, inquiryId };
}

/** Ends a question whose answer was a list with "none of these". */
export async function rejectChoices(deps: BoundDeps, input: Completing): Promise<void> {
  await complete(deps, input, { outcome: 'none-of-these', dossierId: null, claimId: null });
}

/** Ends a question whose answer was a choice of dossiers. */
export async function completeWithDossier(
  deps: BoundDeps,
  input: Picking & { readonly slug: DossierSlug },
): Promise<Dossier> {
  const dossier = await showDossier(deps, input);
  await pick(deps, input, { dossierId: dossier.id, claimId: null });
  return dossier;
}

/** A list is answered by today's key: that of the day it was asked on may be gone. */
async function pick(
  deps: BoundDeps,
  input: Picking,
  picked: Pick<Completion, 'dossierId' | 'claimId'>,
): Promise<void> {
  const { day } = dayAndHour(deps.clock.now());
  const about = aboutOf(picked.dossierId, picked.claimId);
  const asker = await askerCode(deps, input, { day, about });
  await complete(deps, input, { outcome: 'picked', ...picked, asker });
}

async function complete(deps: BoundDeps, input: Completing, completion: Completion): Promise<void> {
  await deps.database.transaction(async (stores) => {
    await handleOnce(stores, input.interactionId, deps.clock.now());
    await stores.inquiries.complete(input.guildId, input.inquiryId, completion);
  });
}
