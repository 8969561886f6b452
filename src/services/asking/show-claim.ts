import { type ClaimReference, formatClaimReference, parseClaimReference } from '../../core/claim.ts';
import { referenceTo } from '../../core/dossier.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { GuildId, InquiryId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';
import type { KnownClaim } from '../dossiers/catalog.ts';
import { type Asker, recordInquiry } from './record-inquiry.ts';

/** A claim in its dossier, and the inquiry it answers, if it answers one. */
export type ShownClaim = KnownClaim & { readonly inquiryId: InquiryId | null };

/**
 * A claim by its name.
 *
 * @param input - with an `asker` the opening is written down as one inquiry; paging through a card is not
 * @throws FootnoteError `claim.unknown` when this server has no such claim
 */
export async function showClaim(
  deps: BoundDeps,
  input: { readonly guildId: GuildId; readonly reference: ClaimReference; readonly asker: Asker | null },
): Promise<ShownClaim> {
  const known = (await deps.catalogs.of(input.guildId)).claim(input.reference);
  if (known === null)
    throw new FootnoteError('claim.unknown', { claim: formatClaimReference(input.reference) });
  if (input.asker === null) return { ...known, inquiryId: null };

  const question = { command: 'claim.show', outcome: 'opened', found: known, text: null } as const;
  return { ...known, inquiryId: await recordInquiry(deps, input.asker, question) };
}

/**
 * A claim as a member names it, `slug/c01` or, where only one dossier has it, `c01`; written down as one inquiry.
 *
 * @throws FootnoteError `claim.reference-malformed` for what is no name, `claim.unknown` when there is none
 */
export async function showClaimNamed(
  deps: BoundDeps,
  { name, asker }: { readonly name: string; readonly asker: Asker },
): Promise<ShownClaim> {
  const known = (await deps.catalogs.of(asker.guildId)).claimNamed(name);
  const reference = known === null ? parseClaimReference(name) : referenceTo(known.dossier, known.claim);
  return showClaim(deps, { guildId: asker.guildId, reference, asker });
}
