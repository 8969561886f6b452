import { z } from 'zod';
import type { Dossier } from '../../core/dossier.ts';
import type { DossierChange } from '../../core/dossier-edit.ts';
import {
  EditFields,
  EditForm,
  type EditProblem,
  type EditReading,
  fieldsAtFirst,
  readEditForm,
} from '../../core/edit-form.ts';
import { DossierId, type DraftId, type GuildId, NoteId, type UserId } from '../../core/ids.ts';
import { keepDraft, readDraft } from '../context/drafts.ts';
import type { BoundDeps } from '../deps.ts';
import { type ActingOnEdit, changeEdit, type Edited } from './change-edit.ts';
import { editState } from './edit-state.ts';
import { postMark, refuseGonePost } from './post-mark.ts';

/** A form that a moderator has open, and what stands in it. */
const OpenForm = z.object({
  dossierId: DossierId,
  revision: z.int().min(0),
  form: EditForm,
  fields: EditFields,
  /** The post it was opened for (see `postMark`). */
  post: z.string(),
});
export type OpenForm = z.infer<typeof OpenForm>;

/** A form to show. */
export type FormToShow = Pick<OpenForm, 'form' | 'fields'> & { readonly draft: DraftId };

type Moderator = { readonly guildId: GuildId; readonly memberId: UserId };

/**
 * Opens a form for one change of a dossier.
 *
 * @param input - `fields` what stands in it besides what the dossier says: what was found out about a source
 * @throws FootnoteError `dossier.unknown`, `edit.claim-gone`, `edit.note-gone`
 */
export async function openForm(
  deps: BoundDeps,
  {
    guildId,
    memberId,
    fields = {},
    ...open
  }: Moderator & Omit<OpenForm, 'fields' | 'post'> & { readonly fields?: EditFields },
): Promise<FormToShow> {
  const dossier = await onDesk(deps, guildId, open.dossierId);
  const filled: OpenForm = {
    ...open,
    fields: { ...fieldsAtFirst(open.form, dossier), ...fields },
    post: postMark(dossier),
  };
  const draft = await keepDraft(deps, memberId, filled);
  return { draft, form: filled.form, fields: filled.fields };
}

/**
 * The form once more, with what was typed.
 *
 * @throws FootnoteError `draft.gone`
 */
export async function openFormAgain(
  deps: BoundDeps,
  { memberId, draft }: Pick<Moderator, 'memberId'> & { readonly draft: DraftId },
): Promise<FormToShow> {
  const { form, fields } = await readDraft(deps, memberId, draft, OpenForm);
  return { draft, form, fields };
}

/** What came of a form. */
export type Written =
  | (Edited & { readonly change: DossierChange })
  | {
      readonly kind: 'problems';
      readonly problems: readonly EditProblem[];
      readonly dossierId: DossierId;
      /** Opens the form with what was typed. */
      readonly draft: DraftId;
    };

/**
 * Makes the change that a form asks for; what cannot be read is explained, and nothing that was typed is lost.
 *
 * @throws FootnoteError `draft.gone`, and as `changeEdit` does
 */
export async function writeForm(
  deps: BoundDeps,
  {
    draft,
    typed,
    reading,
    ...acting
  }: Pick<ActingOnEdit, 'interactionId' | 'guildId' | 'memberId'> & {
    readonly draft: DraftId;
    readonly typed: EditFields;
    readonly reading: Pick<EditReading, 'findQuote' | 'gistOf'>;
  },
): Promise<Written> {
  const open = await readDraft(deps, acting.memberId, draft, OpenForm);
  const { dossierId, revision, form, post } = open;
  const dossier = await onDesk(deps, acting.guildId, dossierId);
  refuseGonePost(dossier, post);
  const read = readEditForm(form, typed, {
    ...reading,
    dossier,
    newNoteId: () => NoteId.parse(deps.newId()),
  });
  if (read.kind === 'problems') {
    const again = await keepDraft(deps, acting.memberId, { ...open, fields: typed } satisfies OpenForm);
    return { kind: 'problems', problems: read.problems, dossierId, draft: again };
  }
  const { change } = read;
  return { ...(await changeEdit(deps, { ...acting, dossierId, revision, change, post })), change };
}

async function onDesk(deps: BoundDeps, guildId: GuildId, dossierId: DossierId): Promise<Dossier> {
  const { dossier } = await deps.database.snapshot((stores) => editState(stores, guildId, { id: dossierId }));
  return dossier;
}
