import type { Case } from '../../core/case.ts';
import type { Dossier } from '../../core/dossier.ts';
import type { UserId } from '../../core/ids.ts';
import type { Stores } from '../../ports/stores.ts';
import { type ActingOnCase, actOnce, checkActing, queueCard, refreshCard } from '../cases/change-case.ts';
import { messageCaseOf } from '../cases/message-case.ts';
import { type ShownCase, shownCase } from '../cases/show-case.ts';
import type { BoundDeps } from '../deps.ts';
import { dossiersShowing, withdrawDossier } from './archive-dossiers.ts';

/**
 * Archives every dossier made from the message of a case; done before, it changes nothing.
 *
 * @throws FootnoteError `case.unknown`, `case.not-a-message`, `case.taken`, `case.already-resolved`, `already-handled`
 * on a second delivery
 */
export async function withdrawDossiers(deps: BoundDeps, acting: ActingOnCase): Promise<ShownCase> {
  const { interactionId, guildId, caseId, memberId } = acting;
  const catalog = await deps.catalogs.of(guildId);
  const shown = await actOnce(deps, interactionId, async (stores) => {
    const found = await messageCaseOf(stores, guildId, caseId);
    checkActing(deps, found, memberId);
    const dossiers = await dossiersShowing(stores, guildId, found.subject.messageId);
    const by = { guildId, caseNumber: found.number, actorId: memberId };
    for (const dossier of dossiers) await withdrawDossier(deps, stores, dossier, by);
    const after = await withoutDraft(stores, found, dossiers);
    await queueCard(deps, stores, after);
    return shownCase(deps, stores, catalog, after);
  });
  deps.catalogs.changed();
  return shown;
}

/**
 * Takes what is kept of a member's messages out of every case, and archives the dossiers made from them, in the
 * surrounding transaction. Whoever calls it says `deps.catalogs.changed()` afterwards.
 */
export async function withdrawMessages(deps: BoundDeps, stores: Stores, authorId: UserId): Promise<void> {
  // A case may have forgotten its author while the dossier made from it still knows.
  for (const { guildId, messageId } of await stores.origins.byAuthor(authorId)) {
    const dossiers = await dossiersShowing(stores, guildId, messageId);
    const found = await stores.cases.ofSubject(guildId, { kind: 'message', key: messageId });
    const by = { guildId, caseNumber: found?.number ?? null, actorId: null };
    for (const dossier of dossiers) await withdrawDossier(deps, stores, dossier, by);
    if (found !== null && dossiers.length > 0)
      await refreshCard(deps, stores, await withoutDraft(stores, found, dossiers));
  }
  for (const changed of await stores.members.withdrawMessages(authorId))
    await refreshCard(deps, stores, changed);
}

/** A case that waits forgets that there was a draft which is archived now, so that none is offered as published. */
async function withoutDraft(stores: Stores, before: Case, archived: readonly Dossier[]): Promise<Case> {
  if (before.state === 'resolved' || !archived.some(({ slug }) => slug === before.draft)) return before;
  const after = { ...before, draft: null };
  await stores.cases.save(after);
  return after;
}
