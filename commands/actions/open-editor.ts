import { z } from 'zod';
import { editorClaimCard, editorNoteCard } from '../../src/cards/editor-claim-card.ts';
import { diffCard, previewCard } from '../../src/cards/editor-outcome-cards.ts';
import { action, replyWith } from '../../src/command.ts';
import { diffOf } from '../../src/core/dossier-diff.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import { ClaimId, DossierId, NoteId } from '../../src/core/ids.ts';
import { encodeRoute } from '../../src/routes.ts';
import { asPublished } from '../../src/services/editor/edit-state.ts';
import { PageArgument } from '../parts/arguments.ts';
import { editorReply } from '../parts/edit-reply.ts';

const access = 'moderator';
const answers = 'update';

/** Shows a dossier on the desk as it is now. */
const openEditor = action({
  route: 'edit.open',
  args: z.tuple([DossierId]),
  access,
  answers,

  async run({ guildId }, [id], { openEdit }, words) {
    return editorReply(await openEdit({ guildId, id }), words);
  },
});

/** Turns to another page of its claims. */
const turnClaims = action({
  route: 'edit.page',
  args: z.tuple([DossierId, PageArgument]),
  access,
  answers,

  async run({ guildId }, [id, page], { openEdit }, words) {
    return editorReply(await openEdit({ guildId, id }), words, undefined, page);
  },
});

/** Opens the claim chosen from the menu. */
const openEditedClaim = action({
  route: 'edit.claim',
  args: z.tuple([DossierId]),
  access,
  answers,

  async run({ guildId, values }, [id], { openEdit }, words) {
    const { success, data: claimId } = ClaimId.safeParse(values[0]);
    if (!success) throw new FootnoteError('button.expired');
    return replyWith(editorClaimCard(await openEdit({ guildId, id }), claimId, words));
  },
});

/** Shows a claim again, after one of its notes. */
const openEditedClaimAgain = action({
  route: 'edit.claim-again',
  args: z.tuple([DossierId, ClaimId]),
  access,
  answers,

  async run({ guildId }, [id, claimId], { openEdit }, words) {
    return replyWith(editorClaimCard(await openEdit({ guildId, id }), claimId, words));
  },
});

/** Opens the note chosen from the menu. */
const openEditedNote = action({
  route: 'edit.note',
  args: z.tuple([DossierId, ClaimId]),
  access,
  answers,

  async run({ guildId, values }, [id, claimId], { openEdit }, words) {
    const { success, data: noteId } = NoteId.safeParse(values[0]);
    if (!success) throw new FootnoteError('button.expired');
    return replyWith(editorNoteCard(await openEdit({ guildId, id }), { claimId, noteId, page: 1 }, words));
  },
});

/** Turns to another page of a long note. */
const turnEditedNote = action({
  route: 'edit.note-page',
  args: z.tuple([DossierId, ClaimId, NoteId, PageArgument]),
  access,
  answers,

  async run({ guildId }, [id, claimId, noteId, page], { openEdit }, words) {
    return replyWith(editorNoteCard(await openEdit({ guildId, id }), { claimId, noteId, page }, words));
  },
});

/** Shows the dossier as members will see it. */
const preview = action({
  route: 'edit.preview',
  args: z.tuple([DossierId]),
  access,
  answers,

  async run({ guildId }, [id], { openEdit }, words) {
    const dossier = asPublished(await openEdit({ guildId, id }));
    return replyWith(previewCard(dossier, { claimId: null, page: 1 }, words));
  },
});

/** Shows one of its claims as members will see it. */
const previewClaim = action({
  route: 'edit.preview-claim',
  args: z.tuple([DossierId]),
  access,
  answers,

  async run({ guildId, values }, [id], { openEdit }, words) {
    const dossier = asPublished(await openEdit({ guildId, id }));
    const claimId = ClaimId.safeParse(values[0]).data ?? null;
    return replyWith(previewCard(dossier, { claimId, page: 1 }, words));
  },
});

/** Turns to another page of its claims as members will see them. */
const turnPreview = action({
  route: 'edit.preview-page',
  args: z.tuple([DossierId, PageArgument]),
  access,
  answers,

  async run({ guildId }, [id, page], { openEdit }, words) {
    const dossier = asPublished(await openEdit({ guildId, id }));
    return replyWith(previewCard(dossier, { claimId: null, page }, words));
  },
});

/** Shows what publishing changes for members. */
const seeChanges = action({
  route: 'edit.changes',
  args: z.tuple([DossierId, PageArgument]),
  access,
  answers,

  async run({ guildId }, [id, page], { openEdit }, words) {
    const { stored, dossier } = await openEdit({ guildId, id });
    const view = {
      title: words.say('edit.changes-title'),
      diff: diffOf(stored, dossier),
      page,
      routeTo: (number: string) => encodeRoute('edit.changes', id, number),
      back: { label: words.say('edit.back'), route: encodeRoute('edit.open', id) },
    };
    return replyWith(diffCard(view, words));
  },
});

/** Shows what changed elsewhere since the changes on the desk were begun. */
const seeOvertaken = action({
  route: 'edit.overtaken',
  args: z.tuple([DossierId, PageArgument]),
  access,
  answers,

  async run({ guildId }, [id, page], { openEdit }, words) {
    const state = await openEdit({ guildId, id });
    if (state.overtaken === null) return editorReply(state, words);
    const view = {
      title: words.say('edit.overtaken-title'),
      diff: state.overtaken,
      page,
      routeTo: (number: string) => encodeRoute('edit.overtaken', id, number),
      back: { label: words.say('edit.back'), route: encodeRoute('edit.open', id) },
    };
    return replyWith(diffCard(view, words));
  },
});

/** Everything that shows a dossier on the desk and changes nothing. */
export const openingEditor = [
  openEditor,
  turnClaims,
  openEditedClaim,
  openEditedClaimAgain,
  openEditedNote,
  turnEditedNote,
  preview,
  previewClaim,
  turnPreview,
  seeChanges,
  seeOvertaken,
];
