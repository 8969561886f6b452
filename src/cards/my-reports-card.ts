import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { MyReports } from '../services/reports/list-my-reports.ts';
import type { MyReport } from '../services/reports/my-report.ts';
import type { Words } from '../words/words.ts';
import { smallPrint } from './markdown.ts';
import { pager } from './menus.ts';
import { shortOutcome, subjectLine } from './outcome-card.ts';
import { frame, linesOf, makeCard, text } from './parts.ts';

/** A member's reports in a server, newest first: what each was about, how it stands, and what came of it. */
export function myReportsCard({ reports, total, page, pages }: MyReports, words: Words): Card {
  if (total === 0) return makeCard([frame([text(words.say('my-reports.none'))])]);
  return makeCard([
    frame([
      text(`### ${words.say('my-reports.title', { count: total })}`),
      ...reports.map((report) => text(linesOf(entryOf(report, words)))),
    ]),
    pager({ number: page, count: pages }, (to) => encodeRoute('report.mine', to), words),
  ]);
}

function entryOf(report: MyReport, words: Words): readonly (string | null)[] {
  const { caseNumber, state, told, reportedAt, outcome } = report;
  const facts = {
    number: caseNumber,
    state: words.say(`my-reports.${state}`),
    date: words.day(reportedAt),
  };
  return [
    `**${words.say('my-reports.entry', facts)}**`,
    subjectLine(report, words),
    ...(told === null ? [] : shortOutcome({ ...report, told }, words)),
    outcome === 'wanted' && told === null ? smallPrint(words.say('my-reports.will-tell')) : null,
  ];
}
