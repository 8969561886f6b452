import { type Claim, formatClaimReference } from '../core/claim.ts';
import { referenceTo } from '../core/dossier.ts';
import { claimIn, noteIn } from '../core/dossier-edit.ts';
import type { ClaimId, NoteId } from '../core/ids.ts';
import type { Note } from '../core/note.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { EditState } from '../services/editor/edit-state.ts';
import type { Words } from '../words/words.ts';
import { noteBlock, quoteLine, standingLine } from './attribution.ts';
import { limits, roomOf } from './limits.ts';
import { blockQuote, escapedExcerpt, escapeMarkdown } from './markdown.ts';
import { pager } from './menus.ts';
import { pageOf } from './pages.ts';
import { button, divider, frame, linesOf, makeCard, menu, row, text } from './parts.ts';

/** Room for the quote, the gist, and the list of notes. */
const rooms = { quote: 1_400, gist: 420, notes: 1_400 };

/** Stands in a custom_id for "no claim" or "no note". */
export const noneNamed = '-';

/** A claim as a moderator edits it. */
export function editorClaimCard(state: EditState, claimId: ClaimId, words: Words, notice?: string): Card {
  const { dossier, revision } = state;
  const claim = claimIn(dossier, claimId);
  const form = (kind: 'reword' | 'add-dispute') =>
    button(
      words.say(`edit.${kind}`),
      encodeRoute('edit.form', dossier.id, String(revision), kind, claim.id, noneNamed),
    );
  const quote = pageOf([[{ plain: claim.quote, show: escapeMarkdown }]], rooms.quote, 1);
  return makeCard([
    notice === undefined ? null : text(notice),
    frame([
      text(`### ${formatClaimReference(referenceTo(dossier, claim))}`),
      text(blockQuote(quote.count > 1 ? `${quote.text}…` : quote.text)),
      text(
        linesOf([
          escapedExcerpt(claim.gist, rooms.gist, rooms.gist),
          words.say('claim.kind', { kind: words.say(`kind.${claim.kind}`) }),
          standingLine(claim, words),
        ]),
      ),
      divider,
      text(noteLines(claim, words)),
      claim.notes.length === 0
        ? null
        : row(
            menu(
              encodeRoute('edit.note', dossier.id, claim.id),
              words.say('edit.open-note'),
              claim.notes.slice(0, limits.selectOptions).map((note) => ({
                label: nameOf(note, words),
                value: note.id,
                description: note.text,
              })),
            ),
          ),
    ]),
    row(
      form('reword'),
      button(
        words.say('edit.add-source'),
        encodeRoute('edit.source', dossier.id, String(revision), claim.id),
      ),
      form('add-dispute'),
      button(
        words.say('edit.remove-claim'),
        encodeRoute('edit.remove', dossier.id, String(revision), claim.id, noneNamed),
        { style: 'danger' },
      ),
    ),
    row(button(words.say('edit.back'), encodeRoute('edit.open', dossier.id))),
  ]);
}

function noteLines(claim: Claim, words: Words): string {
  if (claim.notes.length === 0) return words.say('notes.none');
  const lines = [`**${words.say('notes.title', { key: claim.key, count: claim.notes.length })}**`];
  for (const note of claim.notes) {
    const line = `- ${escapedExcerpt(nameOf(note, words), 90, 130)}: ${quoteLine(note.text, 90, words)}`;
    if (roomOf([...lines, line].join('\n')) > rooms.notes) return [...lines, '…'].join('\n');
    lines.push(line);
  }
  return lines.join('\n');
}

function nameOf(note: Note, words: Words): string {
  if (note.type === 'dispute') return words.say('edit.dispute');
  return `${words.say(`stance.${note.stance}`)} · ${note.publisher}`;
}

/** A note as a moderator edits it; a long one goes on on the next page. */
export function editorNoteCard(
  { dossier, revision }: EditState,
  {
    claimId,
    noteId,
    page: wanted,
  }: { readonly claimId: ClaimId; readonly noteId: NoteId; readonly page: number },
  words: Words,
): Card {
  const claim = claimIn(dossier, claimId);
  const note = noteIn(claim, noteId);
  const page = pageOf([noteBlock(note, words)], limits.textChars - 600, wanted);
  const kind = note.type === 'source' ? 'change-source' : 'change-dispute';
  const seen = [dossier.id, String(revision)] as const;
  return makeCard([
    frame([
      text(
        `### ${formatClaimReference(referenceTo(dossier, claim))} · ${escapedExcerpt(nameOf(note, words), 120, 160)}`,
      ),
      text(page.text),
    ]),
    pager(page, (number) => encodeRoute('edit.note-page', dossier.id, claim.id, note.id, number), words),
    row(
      button(words.say('edit.change-note'), encodeRoute('edit.form', ...seen, kind, claim.id, note.id)),
      button(words.say('edit.remove-note'), encodeRoute('edit.remove', ...seen, claim.id, note.id), {
        style: 'danger',
      }),
      button(words.say('edit.back-to-claim'), encodeRoute('edit.claim-again', dossier.id, claim.id)),
    ),
  ]);
}
