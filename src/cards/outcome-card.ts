import { channelMention } from '@discordjs/formatters';
import { formatClaimReference } from '../core/claim.ts';
import { referenceTo } from '../core/dossier.ts';
import { messageLink } from '../core/message-link.ts';
import type { Card } from '../ports/message.ts';
import type { KnownClaim } from '../services/dossiers/catalog.ts';
import type { MyReport } from '../services/reports/my-report.ts';
import type { OutcomeView } from '../services/reports/show-outcome.ts';
import type { Words } from '../words/words.ts';
import { quoteLine } from './attribution.ts';
import { blockQuote, escapedExcerpt, link, smallPrint } from './markdown.ts';
import { frame, linesOf, makeCard, text } from './parts.ts';

/** How much of a text is shown: UTF-16 code units, and units of `roomOf`. */
type Room = { readonly chars: number; readonly room: number };

/** As much as a card with one outcome has room for. */
const wholeRoom: Room = { chars: 1_000, room: 1_800 };
/** As much as each of two outcomes has room for. */
const halfRoom: Room = { chars: 500, room: 800 };
/** In a list, which names claims and does not quote them. */
const listRoom: Room = { chars: 150, room: 200 };

/** What came of a report, as a direct message; `serverName` is what its server is called. */
export function outcomeCard(view: OutcomeView, serverName: string, words: Words): Card {
  const server = escapedExcerpt(serverName, 100, 150);
  const moderators = words.say('outcome.moderators-of', { server });
  return makeCard([
    frame([
      text(linesOf(outcomeBlock(view, moderators, wholeRoom, words))),
      text(smallPrint(words.say('outcome.why-told'))),
    ]),
  ]);
}

/** What came of one or two reports, told in the server because direct messages are closed. */
export function waitingOutcomesCard(views: readonly OutcomeView[], words: Words): Card {
  const moderators = words.say('outcome.moderators-here');
  const blocks = views.map((view) => linesOf(outcomeBlock(view, moderators, halfRoom, words)));
  return makeCard([text(words.say('outcome.waited')), frame(blocks.map(text))]);
}

function outcomeBlock(
  view: OutcomeView,
  moderators: string,
  room: Room,
  words: Words,
): readonly (string | null)[] {
  const about = view.subject.kind;
  return [
    `### ${words.say('outcome.title', { about, number: view.caseNumber })}`,
    subjectLine(view, words),
    ...outcomeLines(view, moderators, room, words),
  ];
}

/** What a report was about: a link to the message, the question, or the summary. */
export function subjectLine({ guildId, subject }: MyReport, words: Words): string {
  switch (subject.kind) {
    case 'message':
      if (subject.fate === 'deleted') return words.say('my-reports.message-deleted');
      return `${link(words.say('my-reports.message'), messageLink({ guildId, ...subject }))} · ${channelMention(subject.channelId)}`;
    case 'question':
      if (subject.text === null) return words.say('my-reports.question-forgotten');
      return words.say('my-reports.question', { text: escapedExcerpt(subject.text, 150, 200) });
    case 'summary':
      return words.say('my-reports.summary', { slug: subject.slug });
  }
}

/** What was done, for a list: shortened, and by "the moderators of this server". */
export function shortOutcome(view: OutcomeView, words: Words): readonly string[] {
  return outcomeLines(view, words.say('outcome.moderators-here'), listRoom, words);
}

/** What was done, by whom (never by which moderator), and where to find it. */
function outcomeLines(view: OutcomeView, moderators: string, room: Room, words: Words): readonly string[] {
  const { told, answer, dossier, subject } = view;
  const lines = [
    words.say(`outcome.${told.kind}`, { moderators, about: subject.kind }),
    told.url === null ? null : link(words.say('outcome.context-link'), told.url),
    answer === null ? null : claimLine(answer, room !== listRoom, words),
    told.kind !== 'dossier-made' ? null : dossierLine(dossier, words),
    told.note === null
      ? null
      : blockQuote(words.say('outcome.note', { text: escapedExcerpt(told.note, room.chars, room.room) })),
  ];
  return lines.filter((line) => line !== null);
}

function claimLine({ dossier, claim }: KnownClaim, quoted: boolean, words: Words): string {
  const name = `**${formatClaimReference(referenceTo(dossier, claim))}**`;
  const quote = quoted ? `${quoteLine(claim.quote, 300, words)} ` : '';
  return `${name} ${quote}${words.say('outcome.claim-open')}`;
}

function dossierLine(slug: string | null, words: Words): string {
  return slug === null ? words.say('outcome.dossier-later') : words.say('outcome.dossier-open', { slug });
}
