import type { ClaimReference } from '../core/claim.ts';
import { formatClaimReference } from '../core/claim.ts';
import { FootnoteError } from '../core/errors.ts';
import type { GuildId, InquiryId } from '../core/ids.ts';
import type { KnownClaim } from './catalogs.ts';
import type { BoundDeps } from './deps.ts';
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
