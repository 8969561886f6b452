import type { Claim } from '../core/claim.ts';
import { formatClaimReference } from '../core/claim.ts';
import { type Dossier, referenceTo } from '../core/dossier.ts';
import type { Feedback } from '../core/inquiry.ts';
import { disputeNotes, type Note, sourceNotes, stances } from '../core/note.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { disputeLine, footer, sampleLine, sourceLine, standingLine } from './attribution.ts';
import { limits, roomOf } from './limits.ts';
import { blockQuote, escapedExcerpt, escapeMarkdown, smallPrint } from './markdown.ts';
import { claimMenu } from './menus.ts';
import { button, divider, frame, linesOf, makeCard, row, text } from './parts.ts';

/** Stands in a custom_id for "answers no question". */
export const noInquiry = '-';

/** What the parts show at most, in characters, and the room they take at most when escaping lengthens them. */
const title = { chars: 120, room: 160 };
const context = { chars: 140, room: 190 };
const quoted = { chars: 700, room: 900 };
const gist = { chars: 300, room: 420 };
const noteChars = 240;

/** What a claim card needs to know besides the claim. */
export type ClaimView = {
  readonly dossier: Dossier;
  readonly claim: Claim;
  /** The question this card answers, for "was this it?"; null when it was opened by other means. */
  readonly inquiryId: string | null;
  /** The answer to "was this it?", once given. */
  readonly feedback?: Feedback;
  /** Whether this member is told when it changes; left out where that is not known. */
  readonly watched?: boolean;
  /** A sentence on top: where the card was shared, or why it was not. */
  readonly notice?: string;
};

/** The card of one claim: the quote in its context, its standing, one note per stance, and the ways on. */
export function claimCard(view: ClaimView, words: Words): Card {
  const { dossier, claim } = view;
  const reference = formatClaimReference(referenceTo(dossier, claim));
  const head = [
    sampleLine(dossier, words),
    `### ${words.say('claim.title', { key: claim.key })}`,
    smallPrint(escapedExcerpt(dossier.title, title.chars, title.room)),
  ];
  const kind = words.say('claim.kind', { kind: words.say(`kind.${claim.kind}`) });
  const above = [
    linesOf(head),
    quoteInContext(dossier, claim, words),
    `${escapedExcerpt(claim.gist, gist.chars, gist.room)}\n${kind}`,
  ];
  const standing = standingLine(claim, words);
  const below = footer(reference, dossier, words);
  const taken = [view.notice ?? '', ...above, standing, below].reduce((sum, part) => sum + roomOf(part), 0);

  return makeCard([
    ...(view.notice === undefined ? [] : [text(view.notice)]),
    frame([
      ...above.map(text),
      divider,
      text(standing),
      ...leadingNotes(claim, words, limits.textChars - taken).map(text),
      text(below),
    ]),
    ...claimControls(view, reference, words),
  ]);
}

/** The quote in bold within the words of its paragraph around it. */
function quoteInContext({ post }: Dossier, claim: Claim, words: Words): string {
  const before = post.text.slice(0, claim.start).split('\n').at(-1) ?? '';
  const after = post.text.slice(claim.end).split('\n')[0] ?? '';
  const endOfBefore =
    before.length > context.chars ? `…${before.slice(-context.chars).replace(/^\S*/, '')}` : before;
  const escapedBefore = escapeMarkdown(endOfBefore.trimStart());
  const shownBefore = roomOf(escapedBefore) > context.room ? '… ' : escapedBefore;
  const shownAfter =
    after.trim() === ''
      ? ''
      : `${/^\s/.test(after) ? ' ' : ''}${escapedExcerpt(after, context.chars, context.room)}`;

  const quote = `**${escapedExcerpt(claim.quote, quoted.chars, quoted.room)}**`;
  return `${words.say('claim.post-says')}\n${blockQuote(`${shownBefore}${quote}${shownAfter}`)}`;
}

/** One note for each stance, then one dispute note: the first of each, shortened to share `room`. */
function leadingNotes(claim: Claim, words: Words, room: number): string[] {
  const groups: readonly (readonly Note[])[] = [
    ...stances.map((stance) => sourceNotes(claim.notes).filter((note) => note.stance === stance)),
    disputeNotes(claim.notes),
  ];
  const leading = groups.flatMap(([note, ...others]) =>
    note === undefined ? [] : [{ note, count: others.length + 1 }],
  );

  let left = room;
  return leading.map(({ note, count }, index) => {
    const block = leadingNote(note, count, left / (leading.length - index), words);
    left -= roomOf(block);
    return block;
  });
}

function leadingNote(note: Note, count: number, room: number, words: Words): string {
  const heading = `**${words.say(`note.${note.type === 'source' ? note.stance : 'disputed'}`, { count })}**`;
  const forText = room - roomOf(heading) - 2;
  const source = note.type === 'source' ? sourceLine(note, words, forText / 2) : disputeLine(note, words);
  const shown = escapedExcerpt(note.text, noteChars, forText - roomOf(source));
  return [heading, shown, source].join('\n');
}

function claimControls(view: ClaimView, reference: string, words: Words) {
  const { dossier, claim } = view;
  const inquiry = view.inquiryId ?? noInquiry;
  const position = dossier.claims.findIndex((candidate) => candidate.key === claim.key);

  return [
    row(
      neighbour('claim.previous', dossier, position - 1, words),
      neighbour('claim.next', dossier, position + 1, words),
      claim.notes.length === 0
        ? null
        : button(
            words.say('claim.all-notes', { count: claim.notes.length }),
            encodeRoute('claim.notes', reference, inquiry, '1'),
          ),
      button(words.say('claim.whole-post'), encodeRoute('summary.post', dossier.slug, '1')),
      button(words.say('share.button'), encodeRoute('share.ask', reference)),
    ),
    claimMenu(dossier, position, words),
    answerRow(view, reference, words),
  ];
}

function neighbour(label: 'claim.previous' | 'claim.next', dossier: Dossier, position: number, words: Words) {
  const claim = dossier.claims[position];
  if (claim === undefined) return button(words.say(label), encodeRoute(label), { disabled: true });
  const route = encodeRoute('claim.open', formatClaimReference(referenceTo(dossier, claim)), noInquiry);
  return button(words.say(label), route);
}

/** "Was this it?", and to be told of changes. */
function answerRow(view: ClaimView, reference: string, words: Words) {
  const { inquiryId, watched } = view;
  const inquiry = inquiryId ?? noInquiry;
  return row(
    ...feedbackButtons(view, reference, words),
    watched
      ? button(words.say('watch.stop'), encodeRoute('watch.end', reference, inquiry))
      : button(words.say('watch.claim'), encodeRoute('watch.claim', reference, inquiry)),
  );
}

function feedbackButtons({ inquiryId, feedback }: ClaimView, reference: string, words: Words) {
  if (inquiryId === null) return [];
  const answer = (given: Feedback) =>
    button(words.say(`feedback.${given}`), encodeRoute('claim.fit', inquiryId, given, reference), {
      style: feedback === given ? 'main' : 'plain',
      disabled: feedback === given,
    });
  return [
    answer('yes'),
    answer('no'),
    feedback === 'no' ? button(words.say('ask.again'), encodeRoute('claim.ask')) : null,
  ];
}
