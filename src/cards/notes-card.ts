import { formatClaimReference } from '../core/claim.ts';
import { referenceTo } from '../core/dossier.ts';
import { disputeNotes, sourceNotes, stances } from '../core/note.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { footer, noteBlock, quoteLine, sampleLine, standingLine } from './attribution.ts';
import { type ClaimView, noInquiry } from './claim-card.ts';
import { pager } from './menus.ts';
import { type Block, notesRoom, pageOf } from './pages.ts';
import { button, divider, frame, linesOf, makeCard, row, text } from './parts.ts';

/** All notes of a claim, in full: source notes grouped by stance, then dispute notes; paged. */
export function notesCard(view: ClaimView, wanted: number, words: Words): Card {
  const { dossier, claim } = view;
  const reference = formatClaimReference(referenceTo(dossier, claim));
  const inquiry = view.inquiryId ?? noInquiry;
  const page = pageOf(noteBlocks(view, words), notesRoom, wanted);
  const head = [
    sampleLine(dossier, words),
    `### ${words.say('notes.title', { key: claim.key, count: claim.notes.length })}`,
    quoteLine(claim.quote, 160, words),
    standingLine(claim, words),
  ];

  return makeCard([
    frame([text(linesOf(head)), divider, text(page.text), text(footer(reference, dossier, words))]),
    pager(page, (number) => encodeRoute('claim.notes', reference, inquiry, number), words),
    row(button(words.say('claim.back'), encodeRoute('claim.open', reference, inquiry))),
  ]);
}

function noteBlocks({ claim }: ClaimView, words: Words): Block[] {
  const disputes = disputeNotes(claim.notes);
  const groups = [
    ...stances.map((stance) => ({
      heading: `notes.${stance}` as const,
      notes: sourceNotes(claim.notes).filter((note) => note.stance === stance),
    })),
    { heading: 'notes.disputed' as const, notes: disputes },
  ];
  const blocks = groups.flatMap(({ heading, notes }) =>
    notes.map((note, index) => {
      const block = noteBlock(note, words);
      return index === 0 ? [`**${words.say(heading, { count: notes.length })}**`, ...block] : block;
    }),
  );
  return blocks.length > 0 ? blocks : [[words.say('notes.none')]];
}
