import type { Claim } from '../core/claim.ts';
import { formatClaimReference } from '../core/claim.ts';
import { type Dossier, referenceTo } from '../core/dossier.ts';
import type { Feedback } from '../core/inquiry.ts';
import { disputeNotes, type Note, sourceNotes, stances } from '../core/note.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { footer, sampleLine, sourceLine, standingLine } from './attribution.ts';
import { blockQuote, escapeMarkdown, excerpt } from './markdown.ts';
import { claimMenu } from './menus.ts';
import { button, divider, frame, makeCard, row, text } from './parts.ts';

/** Stands in a custom_id for "answers no question". */
export const noInquiry = '-';

const contextChars = 140;
const quoteChars = 700;
const noteChars = 240;

/** What a claim card needs to know besides the claim. */
export type ClaimView = {
  readonly dossier: Dossier;
  readonly claim: Claim;
  /** The question this card answers, for "was this it?"; null when it was opened by other means. */
  readonly inquiryId: string | null;
  /** The answer to "was this it?", once given. */
  readonly feedback?: Feedback;
  /** A sentence on top: where the card was shared, or why it was not. */
  readonly notice?: string;
};

/** The card of one claim: the quote in its context, its standing, one note per stance, and the ways on. */
export function claimCard(view: ClaimView, words: Words): Card {
  const { dossier, claim } = view;
  const reference = formatClaimReference(referenceTo(dossier, claim));
  const head = [
    sampleLine(dossier, words),
    `### ${words.say('claim.title', { key: claim.key, title: escapeMarkdown(excerpt(dossier.title, 120)) })}`,
  ];

  return makeCard([
    ...(view.notice === undefined ? [] : [text(view.notice)]),
    frame([
      text(head.filter((line) => line !== null).join('\n')),
      text(quoteInContext(dossier, claim, words)),
      text(
        `${escapeMarkdown(claim.gist)}\n${words.say('claim.kind', { kind: words.say(`kind.${claim.kind}`) })}`,
      ),
      divider,
      text(standingLine(claim, words)),
      ...leadingNotes(claim, words).map(text),
      text(footer(reference, dossier, words)),
    ]),
    ...claimControls(view, reference, words),
  ]);
}

/** The quote in bold within the words of its paragraph around it. */
function quoteInContext({ post }: Dossier, claim: Claim, words: Words): string {
  const before = post.text.slice(0, claim.start).split('\n').at(-1) ?? '';
  const after = post.text.slice(claim.end).split('\n')[0] ?? '';
  const shownBefore =
    before.length > contextChars ? `…${before.slice(-contextChars).replace(/^\S*/, '')}` : before;
  const shownAfter =
    after.trim() === '' ? '' : `${/^\s/.test(after) ? ' ' : ''}${excerpt(after, contextChars)}`;

  const quote = `**${escapeMarkdown(excerpt(claim.quote, quoteChars))}**`;
  const quoted = `${escapeMarkdown(shownBefore.trimStart())}${quote}${escapeMarkdown(shownAfter)}`;
  return `${words.say('claim.post-says')}\n${blockQuote(quoted)}`;
}

/** One note for each stance, then one dispute note: the first of each, shortened. */
function leadingNotes(claim: Claim, words: Words): string[] {
  const sources = sourceNotes(claim.notes);
  const blocks = stances.flatMap((stance) => {
    const [first, ...others] = sources.filter((note) => note.stance === stance);
    if (first === undefined) return [];
    const heading = words.say(`note.${stance}`, { count: others.length + 1 });
    return [`**${heading}**\n${shortened(first)}\n${sourceLine(first, words)}`];
  });

  const [dispute, ...others] = disputeNotes(claim.notes);
  if (dispute !== undefined)
    blocks.push(`**${words.say('note.disputed', { count: others.length + 1 })}**\n${shortened(dispute)}`);
  return blocks;
}

function shortened(note: Note): string {
  return escapeMarkdown(excerpt(note.text, noteChars));
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
      button(words.say('share.button'), encodeRoute('share.ask', 'claim', reference)),
    ),
    claimMenu(dossier, position, words),
    feedbackRow(view, reference, words),
  ].filter((component) => component !== null);
}

function neighbour(label: 'claim.previous' | 'claim.next', dossier: Dossier, position: number, words: Words) {
  const claim = dossier.claims[position];
  if (claim === undefined) return button(words.say(label), encodeRoute(label), { disabled: true });
  const route = encodeRoute('claim.open', formatClaimReference(referenceTo(dossier, claim)), noInquiry);
  return button(words.say(label), route);
}

function feedbackRow({ inquiryId, feedback }: ClaimView, reference: string, words: Words) {
  if (inquiryId === null) return null;
  const answer = (given: Feedback) =>
    button(words.say(`feedback.${given}`), encodeRoute('claim.fit', inquiryId, given, reference), {
      style: feedback === given ? 'main' : 'plain',
      disabled: feedback === given,
    });
  return row(
    answer('yes'),
    answer('no'),
    feedback === 'no' ? button(words.say('ask.again'), encodeRoute('claim.ask')) : null,
  );
}
