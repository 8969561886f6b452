import { z } from 'zod';
import type { Dossier } from '../../core/dossier.ts';
import { type DossierDiff, diffOf } from '../../core/dossier-diff.ts';
import { changed, type DossierChange } from '../../core/dossier-edit.ts';
import { versionUnchangedIn } from '../../core/edit-revision.ts';
import { FootnoteError } from '../../core/errors.ts';
import {
  ClaimId,
  DossierId,
  type DraftId,
  type GuildId,
  type InteractionId,
  type UserId,
} from '../../core/ids.ts';
import type { Stores } from '../../ports/stores.ts';
import { actOnce } from '../cases/change-case.ts';
import { keepDraft, readDraft } from '../context/drafts.ts';
import type { BoundDeps } from '../deps.ts';
import { type EditState, editState } from './edit-state.ts';
import { postMark, refuseGonePost } from './post-mark.ts';

/** An act of a moderator on a dossier they have before them. */
export type ActingOnEdit = {
  readonly interactionId: InteractionId;
  readonly guildId: GuildId;
  readonly memberId: UserId;
  readonly dossierId: DossierId;
  /** The revision that the moderator saw. */
  readonly revision: number;
};

/** What came of a change. */
export type Edited =
  | { readonly kind: 'changed'; readonly state: EditState }
  /** Another moderator was faster: nothing was overwritten. */
  | {
      readonly kind: 'changed-meanwhile';
      readonly state: EditState;
      /** What the other changed; null when that is not known any more. */
      readonly since: DossierDiff | null;
      /** Keeps the change for fifteen minutes, so that it can be made all the same. */
      readonly draft: DraftId;
    };

const KeptChange = z.object({
  dossierId: DossierId,
  post: z.string(),
  // Sealed by ourselves: what comes back is what was kept.
  change: z.custom<DossierChange>((value) => typeof value === 'object' && value !== null && 'do' in value),
});

/**
 * Changes a dossier on the desk; members see nothing of it.
 *
 * @param input - `post` names the post that the change was written about (see `postMark`); null where nobody wrote a word
 * @throws FootnoteError as `changed` and `editState` do, `dossier.archived`, `edit.post-gone`, `already-handled` on a second delivery
 */
export function changeEdit(
  deps: BoundDeps,
  {
    change,
    post = null,
    ...acting
  }: ActingOnEdit & { readonly change: DossierChange; readonly post?: string | null },
): Promise<Edited> {
  return actOnce(deps, acting.interactionId, async (stores): Promise<Edited> => {
    const { guildId, memberId, dossierId, revision } = acting;
    const state = await editState(stores, guildId, { id: dossierId });
    if (post !== null) refuseGonePost(state.stored, post);
    if (state.revision === revision)
      return { kind: 'changed', state: await step(deps, stores, state, change) };
    return {
      kind: 'changed-meanwhile',
      state,
      since: await changesSince(stores, guildId, state, revision),
      draft: await keepDraft(deps, memberId, {
        ...{ dossierId, change, post: postMark(state.stored) },
      } satisfies z.input<typeof KeptChange>),
    };
  });
}

/**
 * Makes a change that another moderator's came before, on top of theirs.
 *
 * @throws FootnoteError `draft.gone`, and as `changeEdit` does
 */
export async function changeAllTheSame(
  deps: BoundDeps,
  {
    draft,
    ...acting
  }: Pick<ActingOnEdit, 'interactionId' | 'guildId' | 'memberId'> & { readonly draft: DraftId },
): Promise<EditState> {
  const { dossierId, change, post } = await readDraft(deps, acting.memberId, draft, KeptChange);
  return actOnce(deps, acting.interactionId, async (stores) => {
    const state = await editState(stores, acting.guildId, { id: dossierId });
    refuseGonePost(state.stored, post);
    return step(deps, stores, state, change);
  });
}

/** Writes the next revision, in the surrounding transaction. */
export async function step(
  deps: BoundDeps,
  stores: Stores,
  state: EditState,
  change: DossierChange,
): Promise<EditState> {
  const dossier = changed(state.dossier, change, () => ClaimId.parse(deps.newId()));
  return writeRevision(deps, stores, state, dossier);
}

/**
 * Writes a state of the dossier as the next revision, in the surrounding transaction.
 *
 * @param before - the revision that undoing leads to
 */
export async function writeRevision(
  deps: BoundDeps,
  stores: Stores,
  { stored, revision }: EditState,
  dossier: Dossier,
  before: number = revision,
): Promise<EditState> {
  const { guildId, id, slug, status } = stored;
  if (guildId === null) throw new FootnoteError('dossier.shared', { dossier: slug });
  if (status === 'archived') throw new FootnoteError('dossier.archived', { dossier: slug });
  await stores.edits.add(guildId, {
    dossier,
    revision: revision + 1,
    before,
    changedAt: deps.clock.now(),
  });
  return editState(stores, guildId, { id });
}

/** What others changed since the revision that a moderator saw; null when that is not kept any more. */
export async function changesSince(
  { dossiers, edits }: Stores,
  guildId: GuildId,
  { dossier, stored }: EditState,
  revision: number,
): Promise<DossierDiff | null> {
  const version = versionUnchangedIn(revision);
  const seen =
    version === null
      ? (await edits.at(guildId, stored.id, revision))?.dossier
      : (await dossiers.history(guildId, stored.id)).find(({ version: past }) => past === version)?.dossier;
  return seen === undefined ? null : diffOf(seen, dossier);
}
