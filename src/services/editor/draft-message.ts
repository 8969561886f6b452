import type { Analysis } from '../../core/analysis/analysis.ts';
import type { AnalysisPhrases } from '../../core/analysis/proposed-dossier.ts';
import type { Case, MessageSubject } from '../../core/case.ts';
import type { DossierSlug } from '../../core/claim.ts';
import { type MessagePhrases, type MessageWithText, messagePost } from '../../core/context-dossier.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { GuildId, InteractionId, MessageId, UserId } from '../../core/ids.ts';
import { languageOfText } from '../../core/matching/language-of-text.ts';
import type { Stores } from '../../ports/stores.ts';
import { actOnce, queueCard } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';
import { dossiersShowing } from '../dossiers/archive-dossiers.ts';
import { forgetDeleted } from '../privacy/forget-messages.ts';
import { isRecentlyDeleted } from '../reports/file-report.ts';
import { storeDraft } from './add-dossier.ts';
import { type EditState, editState } from './edit-state.ts';
import { refuseUnwanted } from './refuse-unwanted.ts';

/** A message that a moderator wants a dossier of. */
export type MessageToDraft = MessageWithText['subject'] &
  Pick<MessageSubject, 'parentId' | 'reach'> & {
    readonly guildId: GuildId;
    /** When it was read, in milliseconds since 1970. */
    readonly readAt: number;
  };

/** The dossier made of a message, on the desk. */
export type DraftedMessage = {
  readonly state: EditState;
  /** Whether there was one already; then nothing was changed. */
  readonly again: boolean;
};

/** The dossier that holds a message's text already, on the desk; null where none does. */
export function dossierOfMessage(
  deps: BoundDeps,
  { guildId, messageId }: { readonly guildId: GuildId; readonly messageId: MessageId },
): Promise<EditState | null> {
  return deps.database.snapshot((stores) => presentOf(stores, guildId, messageId));
}

/**
 * Stores a message, word for word, as a draft no member sees, with what an analysis proposes, and remembers where it comes from.
 * A case of the message that is not done gets to know of the draft.
 *
 * @throws FootnoteError `dossier.post-deleted`, `dossier.slug-taken`, `already-handled` on a second delivery, and as `refuseUnwanted` does
 */
export async function draftMessage(
  deps: BoundDeps,
  {
    interactionId,
    guildId,
    memberId,
    message,
    ...told
  }: {
    readonly interactionId: InteractionId;
    readonly guildId: GuildId;
    readonly memberId: UserId;
    readonly message: MessageToDraft;
    /** Its name, where the moderator chose one. */
    readonly slug: DossierSlug | null;
    /** The server's Discord locale. */
    readonly locale: string;
    readonly analysis: Analysis;
    readonly phrases: AnalysisPhrases & MessagePhrases;
  },
): Promise<DraftedMessage> {
  const { channelId, parentId, messageId, authorId } = message;
  const drafted = await actOnce(deps, interactionId, async (stores) => {
    const present = await presentOf(stores, guildId, messageId);
    if (present !== null) return { state: present, again: true };
    await refuseUnwanted(stores, message);
    const reported = await stores.cases.ofSubject(guildId, { kind: 'message', key: messageId });
    if (isRecentlyDeleted(deps, message) || isDeleted(reported))
      throw new FootnoteError('dossier.post-deleted');

    const { slug, locale, analysis, phrases } = told;
    const read = messagePost({ guildId, locale, subject: message }, phrases);
    const written = languageOfText(read.post.text);
    const added = { slug, ...read, language: written === 'und' ? read.language : written };
    const caseNumber = reported?.number ?? null;
    const { id, slug: draft } = await storeDraft(deps, stores, {
      ...{ guildId, memberId, added, analysis, phrases, caseNumber },
    });
    await stores.origins.add({ dossierId: id, guildId, channelId, parentId, messageId, authorId });
    if (reported !== null && reported.state !== 'resolved' && reported.draft === null) {
      await stores.cases.save({ ...reported, draft });
      await queueCard(deps, stores, { ...reported, draft });
    }
    return { state: await editState(stores, guildId, { id }), again: false };
  });
  // A deletion that is heard of while the draft is being written finds none yet.
  if (isRecentlyDeleted(deps, message)) await forgetDeleted(deps, { guildId, messageIds: [messageId] });
  return drafted;
}

function isDeleted(reported: Case | null): boolean {
  return reported?.subject.kind === 'message' && reported.subject.fate === 'deleted';
}

async function presentOf(stores: Stores, guildId: GuildId, messageId: MessageId): Promise<EditState | null> {
  const [present] = await dossiersShowing(stores, guildId, messageId);
  return present === undefined ? null : editState(stores, guildId, { id: present.id });
}
