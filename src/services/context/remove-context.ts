import { FootnoteError } from '../../core/errors.ts';
import type { ChannelId, MessageId } from '../../core/ids.ts';
import { messageLink } from '../../core/message-link.ts';
import type { Stores } from '../../ports/stores.ts';
import { caseWaitsAgain } from '../cases/case-waits-again.ts';
import { type ActingOnCase, actOnce, writeAudit } from '../cases/change-case.ts';
import { type MessageCase, messageCaseOf } from '../cases/message-case.ts';
import type { BoundDeps } from '../deps.ts';
import { archiveDossier } from '../dossiers/archive-dossiers.ts';

/** What taking context away did to its case. */
export type RemovedContext = { readonly case: MessageCase; readonly reopened: boolean };

type Removing = ActingOnCase & {
  /** The message that holds the context. */
  readonly channelId: ChannelId;
  readonly messageId: MessageId;
};

/**
 * Takes posted context away, archives the dossier it was kept in, and reopens the case if it was resolved with it;
 * its reporters will hear the new outcome. Everything is written first: should the message then not go, pressing
 * again takes it away.
 *
 * @throws FootnoteError `case.unknown`, `already-handled` on a second delivery, and as `Messages.remove` does
 */
export async function removeContext(deps: BoundDeps, removing: Removing): Promise<RemovedContext> {
  const { interactionId, guildId, caseId, memberId, channelId, messageId } = removing;
  const url = messageLink({ guildId, channelId, messageId });
  const removed = await actOnce(deps, interactionId, async (stores) => {
    const found = await messageCaseOf(stores, guildId, caseId);
    if (found.subject.channelId !== channelId) throw new FootnoteError('button.expired');
    const reopened = found.resolution?.url === url;
    const dossier = reopened ? await archiveKept(deps, stores, found) : null;
    await writeAudit(deps, stores, {
      guildId,
      actorId: memberId,
      act: 'context.removed',
      caseNumber: found.number,
      before: dossier,
      after: null,
    });
    if (reopened) await caseWaitsAgain(deps, stores, found, 'reopen', memberId);
    return { case: found, reopened };
  });
  deps.catalogs.changed();
  await deps.messages.remove(channelId, messageId);
  return removed;
}

/** Archives the dossier the context of this case is kept in; a claim it was linked to stays. */
async function archiveKept(
  deps: BoundDeps,
  stores: Stores,
  { guildId, subject, resolution }: MessageCase,
): Promise<string | null> {
  const { dossiers, origins } = stores;
  const slug = resolution?.claim?.slug;
  const kept = slug === undefined ? null : await dossiers.find(guildId, slug);
  if (kept === null || kept.status !== 'published') return null;
  const made = await origins.ofMessage(guildId, subject.messageId);
  if (!made.some(({ dossierId }) => dossierId === kept.id)) return null;
  await archiveDossier(deps, stores, kept);
  return kept.slug;
}
