import type { Analysis } from '../../core/analysis/analysis.ts';
import {
  type AnalysisPhrases,
  newOnes,
  proposedClaims,
  proposedSummary,
} from '../../core/analysis/proposed-dossier.ts';
import { changed } from '../../core/dossier-edit.ts';
import { FootnoteError } from '../../core/errors.ts';
import { ClaimId } from '../../core/ids.ts';
import { showsPost } from '../../core/withheld-post.ts';
import { actOnce } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';
import { authorOptedOut } from '../privacy/opt-out.ts';
import { type ActingOnEdit, writeRevision } from './change-edit.ts';
import { type EditState, editState } from './edit-state.ts';
import { postMark, refuseGonePost } from './post-mark.ts';

/**
 * The post of a dossier that is to be analysed anew.
 *
 * @throws FootnoteError `dossier.unknown`, `dossier.shared`, `dossier.archived`, `dossier.author-opted-out`, `edit.post-gone`
 */
export function postToAnalyze(
  deps: BoundDeps,
  { guildId, dossierId }: Pick<ActingOnEdit, 'guildId' | 'dossierId'>,
): Promise<string> {
  return deps.database.snapshot(async (stores) => {
    const { stored } = await editState(stores, guildId, { id: dossierId });
    if (stored.status === 'archived') throw new FootnoteError('dossier.archived', { dossier: stored.slug });
    const origin = await stores.origins.ofDossier(guildId, dossierId);
    if (await authorOptedOut(stores, origin?.authorId ?? null))
      throw new FootnoteError('dossier.author-opted-out');
    if (!showsPost(stored)) throw new FootnoteError('edit.post-gone');
    return stored.post.text;
  });
}

/** What an analysis added. */
export type ProposedAgain = {
  readonly state: EditState;
  readonly addedClaims: number;
  /** Whether the summary was replaced; one that a person wrote never is. */
  readonly newSummary: boolean;
};

/**
 * Adds what an analysis proposes to a dossier on the desk. Nothing that stands there is taken away, and no words of a person
 * are replaced; hence it does not matter whether somebody changed it meanwhile.
 *
 * @throws FootnoteError `dossier.unknown`, `dossier.archived`, `edit.post-gone` when the post was erased meanwhile, `already-handled`
 * on a second delivery
 */
export function proposeAgain(
  deps: BoundDeps,
  {
    post,
    analysis,
    phrases,
    ...acting
  }: Omit<ActingOnEdit, 'revision'> & {
    /** The text that was analysed. */
    readonly post: string;
    readonly analysis: Analysis;
    readonly phrases: AnalysisPhrases;
  },
): Promise<ProposedAgain> {
  const { interactionId, guildId, dossierId } = acting;
  return actOnce(deps, interactionId, async (stores) => {
    const state = await editState(stores, guildId, { id: dossierId });
    const { dossier } = state;
    refuseGonePost(dossier, postMark({ post: { text: post } }));
    const claims = newOnes(proposedClaims(analysis, phrases), dossier.claims);
    const summary = proposedSummary(analysis, phrases);
    const newSummary = dossier.summary.madeBy.by !== 'person' && summary.text !== dossier.summary.text;
    if (claims.length === 0 && !newSummary) return { state, addedClaims: 0, newSummary };
    const withClaims = changed(dossier, { do: 'add-claims', claims }, () => ClaimId.parse(deps.newId()));
    const after = newSummary ? changed(withClaims, { do: 'change-summary', summary }, neverNew) : withClaims;
    return {
      state: await writeRevision(deps, stores, state, after),
      addedClaims: after.claims.length - dossier.claims.length,
      newSummary,
    };
  });
}

function neverNew(): never {
  throw new TypeError('a summary makes no claim');
}
