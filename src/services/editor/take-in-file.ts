import type { Dossier } from '../../core/dossier.ts';
import type { DossierDocument } from '../../core/dossier-document.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { GuildId } from '../../core/ids.ts';
import { parseMessageLink } from '../../core/message-link.ts';
import { erasedPost } from '../../core/withheld-post.ts';
import type { DossierOrigin } from '../../ports/case-stores.ts';
import type { Stores } from '../../ports/stores.ts';
import { actOnce } from '../cases/change-case.ts';
import type { BoundDeps } from '../deps.ts';
import { nextVersion } from '../dossiers/import-dossier.ts';
import { noteDrafted } from '../dossiers/note-drafted.ts';
import { authorOptedOut } from '../privacy/opt-out.ts';
import { type ActingOnEdit, step } from './change-edit.ts';
import { type EditState, editState } from './edit-state.ts';

/** What a file became: a new draft, or changes on the desk, which members see once they are published. */
export type TakenIn = { readonly kind: 'new' | 'changes'; readonly state: EditState };

/**
 * Takes in a checked file: a dossier of a new name becomes a draft, one the server has goes on its desk with what the file
 * changes. What others changed there meanwhile stays one step back.
 *
 * @throws FootnoteError `edit.other-post` when the file holds another post than the dossier of its name, `dossier.archived`,
 * `dossier.author-opted-out`, `dossier.post-erased` when its author had the words taken away, `already-handled` on a second delivery
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
    await keepOrigin(stores, guildId, dossier);
    await noteDrafted(deps, stores, dossier.slug, { guildId, actorId: memberId, caseNumber: null });
    return { kind: 'new', state: await editState(stores, guildId, { id: dossier.id }) };
  });
}

/** The first of these whose dossier has not lost its post at the request of the author; null where all have. */
async function unerasedOf(
  { dossiers }: Stores,
  origins: readonly DossierOrigin[],
): Promise<DossierOrigin | null> {
  for (const origin of origins) {
    const dossier = await dossiers.findOwn(origin.guildId, origin.dossierId);
    if (dossier !== null && dossier.post.text !== erasedPost) return origin;
  }
  return null;
}

/** A copy of a dossier made from a message is of that message, too, so that an erasure and an opt-out reach it. */
async function keepOrigin(stores: Stores, guildId: GuildId, { id, post }: Dossier): Promise<void> {
  const message = post.url === null ? null : parseMessageLink(post.url);
  if (message?.guildId !== guildId) return;
  const origins = await stores.origins.ofMessage(guildId, message.messageId);
  if (origins.length === 0) return;
  const origin = await unerasedOf(stores, origins);
  if (origin === null) throw new FootnoteError('dossier.post-erased');
  if (await authorOptedOut(stores, origin.authorId)) throw new FootnoteError('dossier.author-opted-out');
  await stores.origins.add({ ...origin, dossierId: id });
}
