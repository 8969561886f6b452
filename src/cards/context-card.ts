import { formatClaimReference } from '../core/claim.ts';
import type { Context, WrittenContext } from '../core/context.ts';
import { referenceTo } from '../core/dossier.ts';
import { disputeNotes, type Note, sourceNotes, stances } from '../core/note.ts';
import { hostOf } from '../core/web-address.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { disputeLine, footer, quoteLine, sampleLine, standingLine } from './attribution.ts';
import { limits, roomOf } from './limits.ts';
import { escapedExcerpt, escapeMarkdown, link, smallPrint } from './markdown.ts';
import { button, frame, linesOf, makeCard, row, text } from './parts.ts';

type ClaimContext = Extract<Context, { kind: 'claim' }>;

/** What a card on a claim shows at most: it stands in a conversation, not beside it. */
const shown = { notes: 3, quoteChars: 240, gistChars: 200, noteChars: 160, publisherChars: 60 } as const;

/** What is left free of a message's room: for the preview's own sentences and buttons. */
const reservedRoom = 700;

/** How the button that takes posted context away is named; no other message has one of the same draft. */
export function removeRoute(caseId: string, draftId: string): string {
  return encodeRoute('context.remove', caseId, draftId);
}

/** Context as it is posted, for everyone: attributed to the moderators, with a way to take it away. */
export function contextCard(context: Context, remove: string, words: Words): Card {
  return makeCard([
    contextFrame(context, words),
    row(
      context.kind === 'claim'
        ? button(words.say('share.details'), encodeRoute('share.details', nameOf(context)), { style: 'main' })
        : null,
      button(words.say('share.remove'), remove),
    ),
  ]);
}

/** The part of the card that says something; the preview shows exactly this. */
export function contextFrame(context: Context, words: Words) {
  return frame((context.kind === 'claim' ? claimParts(context, words) : textParts(context, words)).map(text));
}

function textParts({ text: written, urls }: WrittenContext, words: Words): string[] {
  const head = `**${words.say('context.title')}**`;
  const byline = smallPrint(words.say('context.byline'));
  const sources = urls.length === 0 ? null : words.say('context.sources', { sources: linksTo(urls) });
  const room = limits.textChars - reservedRoom - roomOf(linesOf([head, sources, byline])) - head.length;
  const whole = escapeMarkdown(written);
  // Only a text made of nothing but marks and mixed directions takes more room than this.
  const fitting = roomOf(whole) <= room ? whole : escapedExcerpt(written, written.length, room);
  return [`${head}\n${fitting}`, linesOf([sources, byline])];
}

function linksTo(urls: readonly string[]): string {
  return urls.map((url) => link(escapedExcerpt(hostOf(url), 60, 75), url)).join(' · ');
}

function nameOf({ dossier, claim }: ClaimContext): string {
  return formatClaimReference(referenceTo(dossier, claim));
}

function claimParts(context: ClaimContext, words: Words): string[] {
  const { dossier, claim } = context;
  const name = nameOf(context);
  return [
    linesOf([
      `**${words.say('context.title')}**`,
      sampleLine(dossier, words),
      words.say('context.on-claim'),
      `> ${quoteLine(claim.quote, shown.quoteChars, words)}`,
      escapedExcerpt(claim.gist, shown.gistChars, shown.gistChars * 1.25),
    ]),
    standingLine(claim, words),
    ...leadingNotes(claim.notes)
      .slice(0, shown.notes)
      .map(({ note, count }) => noteLines(note, count, words)),
    linesOf([words.say('context.more', { claim: name }), footer(name, dossier, words)]),
  ];
}

/** The first note of each stance, then of what is disputed, and how many there are of its kind. */
function leadingNotes(notes: readonly Note[]) {
  const groups: readonly (readonly Note[])[] = [
    ...stances.map((stance) => sourceNotes(notes).filter((note) => note.stance === stance)),
    disputeNotes(notes),
  ];
  return groups.flatMap(([note, ...others]) =>
    note === undefined ? [] : [{ note, count: others.length + 1 }],
  );
}

function noteLines(note: Note, count: number, words: Words): string {
  const heading = `**${words.say(`note.${note.type === 'source' ? note.stance : 'disputed'}`, { count })}**`;
  const { publisherChars: most } = shown;
  const source =
    note.type === 'source'
      ? smallPrint(
          `${link(escapedExcerpt(note.publisher, most, most * 1.25), note.url)} · ${note.date === null ? words.say('source.no-date') : words.date(note.date)}`,
        )
      : disputeLine(note, words);
  return linesOf([heading, escapedExcerpt(note.text, shown.noteChars, shown.noteChars * 1.25), source]);
}

/** The same for a person to copy and post: without formatting, addresses in full. */
export function plainContext(context: Context, words: Words): string {
  const head = words.say('context.title');
  if (context.kind === 'text') return linesOf([`${head}:`, escapeMarkdown(context.text), ...context.urls]);
  const { claim } = context;
  const notes = leadingNotes(claim.notes).slice(0, shown.notes);
  return linesOf([
    `${head}:`,
    quoteLine(claim.quote, shown.quoteChars, words),
    standingLine(claim, words),
    ...notes.flatMap(({ note }) => [
      escapedExcerpt(note.text, shown.noteChars, shown.noteChars * 1.25),
      note.url,
    ]),
    words.say('context.more', { claim: nameOf(context) }),
  ]);
}
