import type { Card } from '../ports/message.ts';
import type { Receipt } from '../services/reports/file-report.ts';
import type { Words } from '../words/words.ts';
import { smallPrint } from './markdown.ts';
import { frame, linesOf, makeCard, text } from './parts.ts';

/**
 * What a member reads once their report is on disk: its number, who sees it, and how they hear what came of it.
 *
 * @param by - with a link, a missing text has another reason and a remedy, and no form has said what is kept
 */
export function receiptCard(receipt: Receipt, by: 'form' | 'link', words: Words): Card {
  const { about, caseNumber, hasModeratorsChannel, textRead, wantsOutcome } = receipt;
  const lines = [
    `### ${words.say('receipt.title', { about, number: caseNumber })}`,
    words.say(hasModeratorsChannel ? 'receipt.in-channel' : 'receipt.in-queue'),
    textRead ? null : words.say(by === 'link' ? 'receipt.unread-link' : 'receipt.unread'),
    wantsOutcome ? words.say('receipt.will-tell') : null,
    words.say('receipt.look'),
    by === 'link' ? smallPrint(words.say('receipt.kept')) : null,
  ];
  return makeCard([frame([text(linesOf(lines))])]);
}
