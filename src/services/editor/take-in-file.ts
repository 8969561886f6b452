import type { DossierDocument } from '../../core/dossier-document.ts';
import { FootnoteError } from '../../core/errors.ts';
import { actOnce, writeAudit } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';
import { nextVersion } from '../dossiers/import-dossier.ts';
import { type ActingOnEdit, step } from './change-edit.ts';
import { type EditState, editState } from './edit-state.ts';

/** What a file became: a new draft, or changes on the desk, which members see once they are published. */
export type TakenIn = { readonly kind: 'new' | 'changes'; readonly state: EditState };

/**
 * Takes in a checked file: a dossier of a new name becomes a draft, one the server has goes on its desk with what the file
 * changes. What others changed there meanwhile stays one step back.
 *
 * @throws FootnoteError `edit.other-post` when the file holds another post than the dossier of its name, `dossier.archived`,
 * `already-handled` on a second delivery
 */
export function takeInFile(
  deps: BoundDeps,
  {
    document,
    ...acting
  }: Pick<ActingOnEdit, 'interactionId' | 'guildId' | 'memberId'> & { readonly document: DossierDocument },
): Promise<TakenIn> {
  const { interactionId, guildId, memberId } = acting;
  return actOnce(deps, interactionId, async (stores) => {
    const stored = await stores.dossiers.find(guildId, document.slug);
    if (stored?.post.text !== undefined && stored.post.text !== document.post.text)
      throw new FootnoteError('edit.other-post');
    const dossier = nextVersion(deps, stored, { document, guildId, sample: false, status: 'draft' });
    if (stored !== null) {
      const state = await editState(stores, guildId, { id: stored.id });
      return { kind: 'changes', state: await step(deps, stores, state, { do: 'take-over', dossier }) };
    }
    await stores.dossiers.save(dossier);
    await writeAudit(deps, stores, {
      guildId,
      actorId: memberId,
      act: 'dossier.drafted',
      caseNumber: null,
      before: null,
      after: dossier.slug,
    });
    return { kind: 'new', state: await editState(stores, guildId, { id: dossier.id }) };
  });
}
