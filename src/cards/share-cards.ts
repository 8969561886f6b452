import { channelMention, userMention } from '@discordjs/formatters';
import type { Claim } from '../core/claim.ts';
import { formatClaimReference } from '../core/claim.ts';
import { type Dossier, referenceTo } from '../core/dossier.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { Words } from '../words/words.ts';
import { footer, sampleLine, shortStanding } from './attribution.ts';
import { escapedExcerpt, smallPrint } from './markdown.ts';
import { button, frame, makeCard, row, text } from './parts.ts';

/** The longest text of a shared card, in UTF-16 code units: it stands in a conversation, not beside it. */
export const sharedCardChars = 600;

/** What a member shares: a claim, or the dossier itself. */
export type Subject = { readonly dossier: Dossier; readonly claim: Claim | null };

/** How a subject is named in a custom_id. */
export function subjectName({ dossier, claim }: Subject): string {
  return claim === null ? dossier.slug : formatClaimReference(referenceTo(dossier, claim));
}

/** The short card that is posted in the channel, naming the member who shared it. */
export function sharedCard(subject: Subject, sharerId: string, words: Words): Card {
  const { dossier, claim } = subject;
  const name = subjectName(subject);
  const frameLines = [
    sampleLine(dossier, words),
    footer(name, dossier, words),
    smallPrint(words.say('share.by', { member: userMention(sharerId) })),
  ].filter((line) => line !== null);
  const room = sharedCardChars - frameLines.join('\n').length - 20;

  return makeCard([
    frame([
      ...(frameLines.length === 3 ? [text(frameLines[0] ?? '')] : []),
      text(claim === null ? summaryText(dossier, words, room) : claimText(claim, words, room)),
      text(frameLines.slice(-2).join('\n')),
    ]),
    row(
      button(words.say('share.details'), encodeRoute('share.details', name), { style: 'main' }),
      button(words.say('share.latest'), encodeRoute('share.latest', name, sharerId)),
      button(words.say('share.remove'), encodeRoute('share.remove', name, sharerId)),
    ),
  ]);
}

function claimText(claim: Claim, words: Words, room: number): string {
  const standing = shortStanding(claim, words);
  const gist = fitted(claim.gist, 220);
  const quote = words.say('quote', { text: fitted(claim.quote, room - standing.length - gist.length - 6) });
  return `${gist}\n> ${quote}\n${standing}`;
}

function summaryText(dossier: Dossier, words: Words, room: number): string {
  const title = `### ${fitted(dossier.title, 100)}`;
  const claims = words.say('share.claims', { count: dossier.claims.length });
  return `${title}\n${fitted(dossier.summary.text, room - title.length - claims.length - 2)}\n${claims}`;
}

function fitted(plain: string, maxChars: number): string {
  return escapedExcerpt(plain, maxChars, maxChars);
}

/** Asks once more before a card is posted under the member's name. */
export function confirmShareCard(subject: Subject, channelId: string, words: Words): Card {
  const question = words.say('share.question', { channel: channelMention(channelId) });
  return askToShareCard(question, encodeRoute('share.post', subjectName(subject)), words);
}

/** Asks once more before a digest is posted, and says what of it is not. */
export function confirmShareDigestCard(channelId: string, confirmed: string, words: Words): Card {
  const question = words.say('digest.share-question', { channel: channelMention(channelId) });
  return askToShareCard(question, confirmed, words);
}

/** A question that `confirmed`, a custom_id, answers with yes. */
function askToShareCard(question: string, confirmed: string, words: Words): Card {
  return makeCard([
    text(`${question}\n${words.say('share.name-visible')}`),
    row(
      button(words.say('share.confirm'), confirmed, { style: 'main' }),
      button(words.say('share.cancel'), encodeRoute('share.cancel')),
    ),
  ]);
}
