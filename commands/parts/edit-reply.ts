import { z } from 'zod';
import { editorCard } from '../../src/cards/editor-card.ts';
import { editorClaimCard, noneNamed } from '../../src/cards/editor-claim-card.ts';
import { changedMeanwhileCard } from '../../src/cards/editor-outcome-cards.ts';
import { type GuildCall, type Reply, replyWith } from '../../src/command.ts';
import { uncoveredIn } from '../../src/core/analysis/uncovered.ts';
import type { ClaimId } from '../../src/core/ids.ts';
import type { Edited } from '../../src/services/editor/change-edit.ts';
import type { EditState } from '../../src/services/editor/edit-state.ts';
import type { Words } from '../../src/words/words.ts';

/** A revision in a custom_id. */
export const RevisionArgument = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number);

/** An id in a custom_id, or null where none is named. */
export const idOrNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal(noneNamed).transform(() => null), schema]);

/** Who acts, by which delivery, where. */
export function actingIn({ id, guildId, member }: GuildCall) {
  return { interactionId: id, guildId, memberId: member.id };
}

/** The editor as it is now. */
export function editorReply(state: EditState, words: Words, notice?: string, page = 1): Reply {
  const view = { state, page, uncovered: uncoveredIn(state.dossier) };
  return replyWith(editorCard(notice === undefined ? view : { ...view, notice }, words));
}

/**
 * What came of a change: the claim it was about, else the whole dossier; or what another moderator changed before it.
 *
 * @param claimId - the claim it was about, while there is one
 */
export function editedReply(edited: Edited, claimId: ClaimId | null, words: Words, notice: string): Reply {
  if (edited.kind === 'changed-meanwhile') return replyWith(changedMeanwhileCard(edited, words));
  const { state } = edited;
  const claim = state.dossier.claims.find(({ id }) => id === claimId);
  if (claim === undefined) return editorReply(state, words, notice);
  return replyWith(editorClaimCard(state, claim.id, words, notice));
}
