import { createHmac } from 'node:crypto';
import { FootnoteError } from '../../core/errors.ts';
import {
  type ClaimId,
  type DossierId,
  type GuildId,
  InquiryId,
  type InteractionId,
  type UserId,
} from '../../core/ids.ts';
import { dayAndHour, type Inquiry } from '../../core/inquiry.ts';
import { redact } from '../../core/redaction.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';
import type { KnownClaim } from '../dossiers/catalog.ts';

/** Who asks, where, and by which delivery. The member's id goes no further than the day's hashes. */
export type Asker = {
  readonly interactionId: InteractionId;
  readonly guildId: GuildId;
  readonly memberId: UserId;
  readonly locale: string;
};

/** What there is to write down of a question. */
export type Question = Pick<Inquiry, 'command' | 'outcome'> & {
  readonly found: KnownClaim | { readonly dossier: KnownClaim['dossier']; readonly claim: null } | null;
  /** The question as typed; stored redacted, and only while no claim answers it and the server keeps such texts. */
  readonly text: string | null;
};

/**
 * Marks a member's act as handled.
 *
 * @throws FootnoteError `already-handled` on a second delivery; the surrounding transaction then undoes itself
 */
export async function handleOnce(stores: Stores, id: InteractionId, nowMs: number): Promise<void> {
  if (!(await stores.interactions.claim(id, nowMs))) throw new FootnoteError('already-handled');
}

/**
 * Writes one inquiry, once per interaction.
 *
 * @throws FootnoteError `already-handled` when the interaction was delivered and acted on before
 */
export async function recordInquiry(deps: BoundDeps, asker: Asker, question: Question): Promise<InquiryId> {
  const nowMs = deps.clock.now();
  const { day, hour } = dayAndHour(nowMs);
  const about = aboutOf(question.found?.dossier.id ?? null, question.found?.claim?.id ?? null);
  const code = await askerCode(deps, asker, { day, about });
  const id = InquiryId.parse(deps.newId());

  await deps.database.transaction(async (stores) => {
    await handleOnce(stores, asker.interactionId, nowMs);
    await stores.inquiries.add({
      id,
      guildId: asker.guildId,
      command: question.command,
      outcome: question.outcome,
      dossierId: question.found?.dossier.id ?? null,
      claimId: question.found?.claim?.id ?? null,
      locale: asker.locale,
      day,
      hour,
      asker: code,
      feedback: null,
      text: isOpen(question.outcome) ? await keptText(stores, asker.guildId, question.text) : null,
    });
  });
  return id;
}

/** What an inquiry is about: its claim, or else its dossier; null where nothing was found. */
export type About = ClaimId | DossierId | null;

/** What an inquiry with this dossier and claim is about. */
export function aboutOf(dossierId: DossierId | null, claimId: ClaimId | null): About {
  return claimId ?? dossierId;
}

/**
 * What stands for a member in a server's inquiries of one day (`YYYY-MM-DD`): another code for each claim, for each dossier,
 * and for all that found nothing. Askers of the same are so told apart, and whoever learns who asked about one claim, from a
 * watch of it above all, learns nothing of what else that member asked.
 */
export async function askerCode(
  { dayKeys }: Pick<BoundDeps, 'dayKeys'>,
  { guildId, memberId }: Pick<Asker, 'guildId' | 'memberId'>,
  { day, about }: { readonly day: string; readonly about: About },
): Promise<string> {
  const key = await dayKeys.keyOf(guildId, day);
  const name = about === null ? memberId : `${memberId} ${about}`;
  return createHmac('sha256', key).update(name).digest('base64url').slice(0, 22);
}

function isOpen(outcome: Inquiry['outcome']): boolean {
  return outcome === 'unanswered' || outcome === 'ambiguous';
}

async function keptText(stores: Stores, guildId: GuildId, text: string | null): Promise<string | null> {
  if (text === null) return null;
  const { keepsQuestionTexts } = await stores.settings.read(guildId);
  return keepsQuestionTexts ? redact(text) : null;
}
