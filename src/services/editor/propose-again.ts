import type { Analysis } from '../../core/analysis/analysis.ts';
import {
  type AnalysisPhrases,
  newOnes,
  proposedClaims,
  proposedSummary,
} from '../../core/analysis/proposed-dossier.ts';
import { changed } from '../../core/dossier-edit.ts';
import { ClaimId } from '../../core/ids.ts';
import { actOnce } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';
import { type ActingOnEdit, writeRevision } from './change-edit.ts';
import { type EditState, editState } from './edit-state.ts';

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
 * @throws FootnoteError `dossier.unknown`, `dossier.archived`, `already-handled` on a second delivery
 */
export function proposeAgain(
  deps: BoundDeps,
  {
    analysis,
    phrases,
    ...acting
  }: Omit<ActingOnEdit, 'revision'> & { readonly analysis: Analysis; readonly phrases: AnalysisPhrases },
): Promise<ProposedAgain> {
  const { interactionId, guildId, dossierId } = acting;
  return actOnce(deps, interactionId, async (stores) => {
    const state = await editState(stores, guildId, { id: dossierId });
    const { dossier } = state;
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
