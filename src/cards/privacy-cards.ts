import { inlineCode } from '@discordjs/formatters';
import { retention } from '../core/retention.ts';
import type { Card, CardFile } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { MyData } from '../services/privacy/show-my-data.ts';
import type { WordKey, Words } from '../words/words.ts';
import { attachment, button, divider, frame, makeCard, row, text } from './parts.ts';
import { fileCard } from './plain-cards.ts';
import { myWatchesRoute } from './watch-cards.ts';

/** `/privacy view`: what is stored, why and for how long, what of it is this member's, and the whole policy. */
export function privacyCard(mine: MyData, policy: string, words: Words): Card {
  const file: CardFile = {
    name: 'PRIVACY.md',
    contentType: 'text/markdown; charset=utf-8',
    content: policy,
  };
  return makeCard(
    [
      frame([
        text(`## ${words.say('privacy.mine')}\n${listed(ownLines(mine, words))}`),
        text(words.say('privacy.commands', commandNames)),
        divider,
        text(`### ${words.say('privacy.title')}`),
        text(`${words.say('privacy.you')}\n${listed(generalLines(words))}\n${words.say('privacy.not')}`),
        attachment(file),
      ]),
      mine.watchedClaims + mine.watchedQuestions === 0
        ? null
        : row(button(words.say('watch.mine'), myWatchesRoute())),
    ],
    [file],
  );
}

const commandNames = {
  export: inlineCode('/privacy export'),
  delete: inlineCode('/privacy delete'),
  optOut: inlineCode('/privacy opt-out'),
};

function generalLines(words: Words): readonly string[] {
  return [
    words.say('privacy.inquiries', { days: retention.inquiryDays }),
    words.say('privacy.texts', { days: retention.questionTextDays }),
    words.say('privacy.reports', { days: retention.resolvedCaseDays }),
    words.say('privacy.messages', { days: retention.resolvedCaseDays, hours: retention.unseenTextHours }),
    words.say('privacy.dossiers', { days: retention.archivedPostDays }),
    words.say('privacy.watches', { days: retention.untoldWatchDays }),
    words.say('privacy.moderators', { days: retention.auditDays }),
    words.say('privacy.short', {
      interactions: retention.handledInteractionMinutes,
      drafts: retention.draftMinutes,
      unsent: retention.outboxDays,
    }),
    words.say('privacy.shares'),
    words.say('privacy.servers', { days: retention.departureDays }),
  ];
}

function ownLines(mine: MyData, words: Words): readonly string[] {
  const counted: readonly (readonly [WordKey, Readonly<Record<string, number>>, number])[] = [
    [
      'privacy.mine.reports',
      { waiting: mine.waitingReports, done: mine.doneReports },
      mine.waitingReports + mine.doneReports,
    ],
    ['privacy.mine.messages', { count: mine.reportedMessages, texts: mine.keptTexts }, mine.reportedMessages],
    ['privacy.mine.dossiers', { count: mine.dossiers }, mine.dossiers],
    [
      'privacy.mine.watches',
      { claims: mine.watchedClaims, questions: mine.watchedQuestions },
      mine.watchedClaims + mine.watchedQuestions,
    ],
    ['privacy.mine.bad-faith', { count: mine.badFaithMarks }, mine.badFaithMarks],
    [
      'privacy.mine.moderating',
      { lines: mine.auditLines, cases: mine.moderatedCases },
      mine.auditLines + mine.moderatedCases,
    ],
  ];
  const lines = counted.filter(([, , count]) => count > 0).map(([key, values]) => words.say(key, values));
  if (mine.optedOutSince !== null)
    lines.push(words.say('privacy.mine.opt-out', { day: words.day(mine.optedOutSince) }));
  return lines.length > 0 ? lines : [words.say('privacy.mine.nothing')];
}

function listed(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** `/privacy export`: the file, and what it is. */
export function exportCard(document: unknown, words: Words): Card {
  const file: CardFile = {
    name: 'footnote-my-data.json',
    contentType: 'application/json; charset=utf-8',
    content: `${JSON.stringify(document, null, 2)}\n`,
  };
  return fileCard(words.say('privacy.export.done'), file);
}

/** `/privacy delete`: says what goes and what stays, and asks once more. */
export function askToEraseCard(words: Words): Card {
  const stays = { days: retention.auditDays };
  return makeCard([
    frame([
      text(`## ${words.say('privacy.delete.title')}`),
      text(words.say('privacy.delete.goes')),
      text(words.say('privacy.delete.stays', stays)),
      text(words.say('privacy.delete.yours')),
    ]),
    row(
      button(words.say('privacy.delete.confirm'), encodeRoute('privacy.delete'), { style: 'danger' }),
      button(words.say('privacy.cancel'), encodeRoute('privacy.cancel')),
    ),
  ]);
}

/** `/privacy opt-out`: how it stands, what it means, and the other way. */
export function optOutCard(isOut: boolean, words: Words): Card {
  return makeCard([
    frame([
      text(`## ${words.say(isOut ? 'privacy.opt-out.is-out' : 'privacy.opt-out.is-in')}`),
      text(words.say('privacy.opt-out.means')),
      text(words.say('privacy.opt-out.not', { days: retention.archivedPostDays })),
    ]),
    row(
      isOut
        ? button(words.say('privacy.opt-out.withdraw'), encodeRoute('privacy.opt-out', 'off'))
        : button(words.say('privacy.opt-out.confirm'), encodeRoute('privacy.opt-out', 'on'), {
            style: 'main',
          }),
      isOut ? null : button(words.say('privacy.cancel'), encodeRoute('privacy.cancel')),
    ),
  ]);
}
