import { z } from 'zod';
import { analysisPhrases } from '../../src/cards/analysis-phrases.ts';
import { editorModal } from '../../src/cards/editor-forms.ts';
import { editProblemsCard } from '../../src/cards/editor-outcome-cards.ts';
import { action, replyWith } from '../../src/command.ts';
import { alignQuote, foldForQuotes } from '../../src/core/analysis/grounding/align-quote.ts';
import type { DossierChange } from '../../src/core/dossier-edit.ts';
import { EditForm } from '../../src/core/edit-form.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import { ClaimId, DossierId, DraftId, NoteId } from '../../src/core/ids.ts';
import { words as wordsIn } from '../../src/words/words.ts';
import { actingIn, editedReply, editorReply, idOrNone, RevisionArgument } from '../parts/edit-reply.ts';

const access = 'moderator';

/** Opens a form for one change. */
const openForm = action({
  route: 'edit.form',
  args: z.tuple([DossierId, RevisionArgument, z.string(), idOrNone(ClaimId), idOrNone(NoteId)]),
  access,
  answers: 'modal',

  async run({ guildId, member }, [dossierId, revision, kind, claimId, noteId], services, words) {
    const form = EditForm.safeParse({ kind, claimId, noteId });
    if (!form.success) throw new FootnoteError('button.expired');
    const input = { guildId, memberId: member.id, dossierId, revision, form: form.data };
    return { kind: 'modal', modal: editorModal(await services.openForm(input), words) };
  },
});

/** Opens a form again with what was typed, or with what was found out about a source. */
const openFormAgain = action({
  route: 'edit.again',
  args: z.tuple([DraftId]),
  access,
  answers: 'modal',

  async run({ member }, [draft], services, words) {
    const shown = await services.openFormAgain({ memberId: member.id, draft });
    return { kind: 'modal', modal: editorModal(shown, words) };
  },
});

/** Makes the change that a form asks for. */
const writeForm = action({
  route: 'edit.written',
  form: true,
  args: z.tuple([DraftId]),
  access,
  answers: 'update',

  async run(call, [draft], services, words) {
    const chosen = Object.entries(call.choices).map(([field, [value = '']]) => [field, value]);
    const serverWords = wordsIn(await services.postLocale(call));
    const written = await services.writeForm({
      ...actingIn(call),
      draft,
      typed: { ...call.fields, ...Object.fromEntries(chosen) },
      reading: { findQuote, gistOf: analysisPhrases(serverWords).gist },
    });
    if (written.kind === 'problems') return replyWith(editProblemsCard(written, words));
    return editedReply(written, claimOf(written.change), words, words.say('edit.changed'));
  },
});

/** Makes a change that another moderator's came before. */
const changeAllTheSame = action({
  route: 'edit.anyway',
  args: z.tuple([DraftId]),
  access,
  answers: 'update',

  async run(call, [draft], services, words) {
    const state = await services.changeAllTheSame({ ...actingIn(call), draft });
    return editorReply(state, words, words.say('edit.changed'));
  },
});

/** Removes a claim, or a note of it. */
const remove = action({
  route: 'edit.remove',
  args: z.tuple([DossierId, RevisionArgument, ClaimId, idOrNone(NoteId)]),
  access,
  answers: 'update',

  async run(call, [dossierId, revision, claimId, noteId], services, words) {
    const change: DossierChange =
      noteId === null ? { do: 'remove-claim', claimId } : { do: 'remove-note', claimId, noteId };
    const edited = await services.changeEdit({ ...actingIn(call), dossierId, revision, change });
    return editedReply(edited, noteId === null ? null : claimId, words, words.say('edit.removed'));
  },
});

/** Where a post says a passage, however its spaces and quotation marks were typed. */
function findQuote(post: string, quote: string) {
  return alignQuote(post, foldForQuotes(post), quote, new Set()) ?? null;
}

/** The claim a change is about; null where it is about the dossier, or makes claims. */
function claimOf(change: DossierChange): ClaimId | null {
  return 'claimId' in change ? change.claimId : null;
}

/** Everything that changes a dossier on the desk. */
export const writingEdits = [openForm, openFormAgain, writeForm, changeAllTheSame, remove];
