import type { Case } from '../../core/case.ts';
import type { DossierSlug } from '../../core/claim.ts';
import { type CaseWithText, type DossierPhrases, draftDocument } from '../../core/context-dossier.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { Stores } from '../../ports/stores.ts';
import { type ActingOnCase, actOnCase, actOnce, queueCard } from '../cases/change-case.ts';
import { type MessageCase, messageCaseOf, withText } from '../cases/message-case.ts';
import type { BoundDeps } from '../deps.ts';
import { authorOptedOut } from '../privacy/opt-out.ts';
import { dossiersShowing } from './archive-dossiers.ts';
import { noteDrafted } from './note-drafted.ts';
import { saveFromMessage } from './save-from-message.ts';

/** The draft made from a case. */
export type DraftedDossier = {
  readonly case: MessageCase;
  readonly slug: DossierSlug;
  /** Whether there was one already; then nothing of it was changed. */
  readonly again: boolean;
};

/**
 * Stores the message of a case, word for word, as a draft no member sees, and takes the case. Where there is a draft of the
 * message already, the case gets that.
 *
 * @throws FootnoteError `case.unknown`, `case.not-a-message`, `case.taken`, `case.already-resolved`,
 * `dossier.author-opted-out`, `dossier.post-deleted`, `dossier.no-text`, `already-handled` on a second delivery
 */
export function draftDossier(
  deps: BoundDeps,
  input: ActingOnCase & { readonly phrases: DossierPhrases },
): Promise<DraftedDossier> {
  const { interactionId, guildId, caseId, memberId } = input;
  return actOnce(deps, interactionId, async (stores) => {
    const found = await messageCaseOf(stores, guildId, caseId);
    if (found.draft !== null) return { case: found, slug: found.draft, again: true };
    const from = await usableText(stores, found);
    const [made] = await dossiersShowing(stores, guildId, from.subject.messageId);
    if (made?.status === 'draft') {
      await takeWithDraft(deps, stores, { ...found, draft: made.slug }, memberId);
      return { case: found, slug: made.slug, again: true };
    }
    const document = draftDocument(from, input.phrases);
    const { slug } = await saveFromMessage(deps, stores, from, document, 'draft');
    await takeWithDraft(deps, stores, { ...found, draft: slug }, memberId);
    await noteDrafted(deps, stores, slug, { guildId, actorId: memberId, caseNumber: found.number });
    return { case: found, slug, again: false };
  });
}

async function usableText(stores: Stores, found: MessageCase): Promise<CaseWithText> {
  const { authorId, fate } = found.subject;
  if (await authorOptedOut(stores, authorId)) throw new FootnoteError('dossier.author-opted-out');
  if (fate === 'deleted') throw new FootnoteError('dossier.post-deleted');
  const from = withText(found);
  if (from === null) throw new FootnoteError('dossier.no-text');
  return from;
}

/** Stores a case with its draft, and has the moderator take it. */
export async function takeWithDraft(
  deps: BoundDeps,
  stores: Stores,
  drafted: Case,
  memberId: ActingOnCase['memberId'],
): Promise<void> {
  if (drafted.assigneeId === memberId) {
    await stores.cases.save(drafted);
    await queueCard(deps, stores, drafted);
    return;
  }
  const audit = { act: 'case.taken', actorId: memberId } as const;
  await actOnCase(deps, stores, drafted, { do: 'take', by: memberId }, audit);
}
