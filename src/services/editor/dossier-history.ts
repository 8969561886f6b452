import type { DossierSlug } from '../../core/claim.ts';
import type { Dossier } from '../../core/dossier.ts';
import { type DossierDiff, diffOf } from '../../core/dossier-diff.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { DossierId, GuildId } from '../../core/ids.ts';
import { erasedPost, expiredPost } from '../../core/withheld-post.ts';
import type { Stores } from '../../ports/stores.ts';
import { actOnce, writeAudit } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';
import { authorOptedOut } from '../privacy/opt-out.ts';
import { type ActingOnEdit, step } from './change-edit.ts';
import { type EditState, editState } from './edit-state.ts';

/** One version of a dossier, and what it changed. */
export type PastVersion = {
  readonly dossier: Dossier;
  /** Against the version before; null for the first one. */
  readonly diff: DossierDiff | null;
};

/** What became of a dossier. */
export type DossierHistory = {
  readonly stored: Dossier;
  /** Newest first. */
  readonly versions: readonly PastVersion[];
};

/**
 * Every version of a server's dossier.
 *
 * @throws FootnoteError `dossier.unknown`, `dossier.shared`
 */
export function dossierHistory(
  deps: BoundDeps,
  {
    guildId,
    ...named
  }: { readonly guildId: GuildId } & ({ readonly slug: DossierSlug } | { readonly id: DossierId }),
): Promise<DossierHistory> {
  return deps.database.snapshot(async (stores) => {
    const { stored } = await editState(stores, guildId, named);
    const history = await stores.dossiers.history(guildId, stored.id);
    return {
      stored,
      versions: history.map(({ dossier }, at) => {
        const before = history[at + 1]?.dossier;
        return { dossier, diff: before === undefined ? null : diffOf(before, dossier) };
      }),
    };
  });
}

/**
 * Puts an earlier version of a dossier on the desk, to be looked at and published. An archived dossier becomes a draft.
 *
 * @throws FootnoteError `dossier.unknown`, `dossier.version-unknown`, `dossier.post-gone` when its post is no longer kept,
 * `dossier.author-opted-out`, `already-handled` on a second delivery
 */
export async function restoreVersion(
  deps: BoundDeps,
  { version, ...acting }: Omit<ActingOnEdit, 'revision'> & { readonly version: number },
): Promise<EditState> {
  const { interactionId, guildId, memberId, dossierId } = acting;
  const restored = await actOnce(deps, interactionId, async (stores) => {
    const history = await stores.dossiers.history(guildId, dossierId);
    const state = await editState(stores, guildId, { id: dossierId });
    const { slug } = state.stored;
    const past = history.find((each) => each.version === version)?.dossier;
    if (past === undefined) throw new FootnoteError('dossier.version-unknown', { dossier: slug });
    if ([erasedPost, expiredPost].includes(past.post.text))
      throw new FootnoteError('dossier.post-gone', { dossier: slug });
    const onDesk = await outOfArchive(deps, stores, state);
    await writeAudit(deps, stores, {
      guildId,
      actorId: memberId,
      act: 'dossier.restored',
      caseNumber: null,
      before: `${slug} ${state.stored.version}`,
      after: `${slug} ${version}`,
    });
    return step(deps, stores, onDesk, { do: 'take-over', dossier: past });
  });
  deps.catalogs.changed();
  return restored;
}

async function outOfArchive(deps: BoundDeps, stores: Stores, state: EditState): Promise<EditState> {
  const { stored } = state;
  const { guildId, id, status, version } = stored;
  if (status !== 'archived' || guildId === null) return state;
  const origin = await stores.origins.ofDossier(guildId, id);
  if (await authorOptedOut(stores, origin?.authorId ?? null))
    throw new FootnoteError('dossier.author-opted-out');
  await stores.dossiers.save({
    ...stored,
    status: 'draft',
    version: version + 1,
    changedAt: deps.clock.now(),
  });
  return editState(stores, guildId, { id });
}
