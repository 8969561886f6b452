import type { Dossier } from '../../core/dossier.ts';
import type { DossierDiff } from '../../core/dossier-diff.ts';
import { unchangedRevision, versionUnchangedIn } from '../../core/edit-revision.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { DossierId, GuildId } from '../../core/ids.ts';
import type { Stores } from '../../ports/stores.ts';
import { actOnce, writeAudit } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';
import { withdrawDossier } from '../dossiers/archive-dossiers.ts';
import { authorOptedOut } from '../privacy/opt-out.ts';
import { type ActingOnEdit, changesSince, writeRevision } from './change-edit.ts';
import { asPublished, type EditState, editState, isNews } from './edit-state.ts';

/** What came of publishing. */
export type Published =
  | { readonly kind: 'published'; readonly dossier: Dossier }
  /** Another moderator changed it after this one had looked: nothing was published. */
  | { readonly kind: 'changed-meanwhile'; readonly state: EditState; readonly since: DossierDiff | null };

/**
 * Shows members a dossier as it is on the desk. What the moderator did not see is not published.
 *
 * @throws FootnoteError `dossier.unknown`, `dossier.archived`, `dossier.author-opted-out`, `dossier.unchanged` when it is published as it is,
 * `dossier.overtaken` when the stored one was changed since the edit was begun, `already-handled` on a second delivery
 */
export async function publishEdit(deps: BoundDeps, acting: ActingOnEdit): Promise<Published> {
  const { interactionId, guildId, memberId, dossierId, revision } = acting;
  const published = await actOnce(deps, interactionId, async (stores): Promise<Published> => {
    const state = await editState(stores, guildId, { id: dossierId });
    if (state.revision !== revision)
      return {
        kind: 'changed-meanwhile',
        state,
        since: await changesSince(stores, guildId, state, revision),
      };
    const { stored, overtaken } = state;
    if (stored.status === 'archived') throw new FootnoteError('dossier.archived', { dossier: stored.slug });
    if (overtaken !== null) throw new FootnoteError('dossier.overtaken', { dossier: stored.slug });
    if (!isNews(state)) throw new FootnoteError('dossier.unchanged', { dossier: stored.slug });
    await checkAuthor(stores, guildId, dossierId);
    const dossier: Dossier = { ...asPublished(state), changedAt: deps.clock.now() };
    await stores.edits.drop(guildId, dossierId);
    await stores.dossiers.save(dossier);
    await writeAudit(deps, stores, {
      guildId,
      actorId: memberId,
      act: 'dossier.published',
      caseNumber: null,
      before: `${stored.slug} ${stored.status} ${stored.version}`,
      after: `${dossier.slug} ${dossier.status} ${dossier.version}`,
    });
    return { kind: 'published', dossier };
  });
  deps.catalogs.changed();
  return published;
}

/** A post whose author has opted out is shown to nobody, whoever made a dossier of it and when. */
async function checkAuthor(stores: Stores, guildId: GuildId, dossierId: DossierId): Promise<void> {
  const origin = await stores.origins.ofDossier(guildId, dossierId);
  if (await authorOptedOut(stores, origin?.authorId ?? null))
    throw new FootnoteError('dossier.author-opted-out');
}

/**
 * Forgets what was changed and not published.
 *
 * @throws FootnoteError `dossier.unknown`, `already-handled` on a second delivery
 */
export function dropEdit(
  deps: BoundDeps,
  { interactionId, guildId, dossierId }: Omit<ActingOnEdit, 'revision'>,
): Promise<EditState> {
  return actOnce(deps, interactionId, async (stores) => {
    const { stored, revision } = await editState(stores, guildId, { id: dossierId });
    if ((await stores.edits.latest(guildId, dossierId)) === null)
      return editState(stores, guildId, { id: dossierId });
    await stores.edits.drop(guildId, dossierId);
    // Whoever has the discarded changes before them must not take what follows for them.
    const changedAt = deps.clock.now();
    const before = unchangedRevision(stored.version);
    await stores.edits.add(guildId, { dossier: stored, revision: revision + 1, before, changedAt });
    return editState(stores, guildId, { id: dossierId });
  });
}

/**
 * Takes back the last change on the desk that was not taken back yet.
 *
 * @throws FootnoteError `edit.nothing-to-undo`, `dossier.unknown`, `already-handled` on a second delivery
 */
export function undoEdit(deps: BoundDeps, acting: ActingOnEdit): Promise<EditState> {
  const { interactionId, guildId, dossierId, revision } = acting;
  return actOnce(deps, interactionId, async (stores) => {
    const state = await editState(stores, guildId, { id: dossierId });
    const last = await stores.edits.latest(guildId, dossierId);
    const isThere = state.revision === revision && state.diff !== null && state.overtaken === null;
    if (last === null || !isThere) throw new FootnoteError('edit.nothing-to-undo');
    const back = await stores.edits.at(guildId, dossierId, last.before);
    if (back === null && versionUnchangedIn(last.before) === null)
      throw new FootnoteError('edit.nothing-to-undo');
    return writeRevision(deps, stores, state, back?.dossier ?? state.stored, back?.before ?? last.before);
  });
}

/**
 * Goes on with changes that were overtaken: from now on they are based on the dossier as it is stored.
 *
 * @throws FootnoteError `dossier.unknown`, `already-handled` on a second delivery
 */
export function keepEditOnTop(
  deps: BoundDeps,
  { interactionId, guildId, dossierId }: Omit<ActingOnEdit, 'revision'>,
): Promise<EditState> {
  return actOnce(deps, interactionId, async (stores) => {
    const state = await editState(stores, guildId, { id: dossierId });
    if (state.overtaken === null) return state;
    const { stored, dossier } = state;
    return writeRevision(deps, stores, state, { ...dossier, version: stored.version, status: stored.status });
  });
}

/**
 * Withdraws a dossier: nobody is shown it any more, and unpublished changes go.
 *
 * @throws FootnoteError `dossier.unknown`, `dossier.archived`, `already-handled` on a second delivery
 */
export async function archiveByHand(
  deps: BoundDeps,
  { interactionId, guildId, memberId, dossierId }: Omit<ActingOnEdit, 'revision'>,
): Promise<Dossier> {
  const archived = await actOnce(deps, interactionId, async (stores) => {
    const { stored } = await editState(stores, guildId, { id: dossierId });
    if (stored.status === 'archived') throw new FootnoteError('dossier.archived', { dossier: stored.slug });
    return withdrawDossier(deps, stores, stored, { guildId, actorId: memberId, caseNumber: null });
  });
  deps.catalogs.changed();
  return archived;
}
