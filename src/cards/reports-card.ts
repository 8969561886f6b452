import { marksBehind, type Report } from '../core/report.ts';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import type { ShownCase } from '../services/cases/show-case.ts';
import type { Words } from '../words/words.ts';
import { reportLines, timesLine } from './case-lines.ts';
import { limits, roomOf } from './limits.ts';
import { pager } from './menus.ts';
import { button, divider, frame, makeCard, row, text } from './parts.ts';

/** What a report's two texts may take each; only writing made of nothing but marks is cut by it. */
const fieldRoom = { chars: 1_000, room: 1_600 };
const pageRoom = 3_500;

type Entry = { readonly report: Report; readonly position: number; readonly markdown: string };

/** The reports of a case, without their reporters' names, each with a button that marks it as made in bad faith. */
export function reportsCard(shown: ShownCase, wanted: number, words: Words): Card {
  const pages = pagesOf(shown, words);
  const number = Math.min(Math.max(1, wanted), pages.length);
  const page = pages[number - 1] ?? [];
  const { id, number: caseNumber } = shown.case;
  const head = `### ${words.say('case.reports-of', { number: caseNumber })}\n${timesLine(shown, words)}`;

  return makeCard([
    frame([text(head), ...page.flatMap(({ markdown }) => [divider, text(markdown)])]),
    row(
      ...page.map(({ report, position }) =>
        button(
          words.say(report.badFaith ? 'case.button.good-faith' : 'case.button.bad-faith', {
            number: position,
          }),
          encodeRoute('case.faith', id, report.id, report.badFaith ? 'off' : 'on'),
        ),
      ),
    ),
    pager({ number, count: pages.length }, (to) => encodeRoute('case.reports-page', id, to), words),
  ]);
}

/** The page on which a report of the case stands. */
export function pageOfReport(shown: ShownCase, reportId: Report['id'], words: Words): number {
  return 1 + pagesOf(shown, words).findIndex((page) => page.some(({ report }) => report.id === reportId));
}

/** As many reports on a page as fit, and as there are buttons side by side. */
function pagesOf(shown: ShownCase, words: Words): readonly (readonly Entry[])[] {
  const pages: Entry[][] = [[]];
  let room = pageRoom;
  for (const [index, report] of shown.reports.entries()) {
    const entry = { report, position: index + 1, markdown: entryOf(report, index + 1, words) };
    const needed = roomOf(entry.markdown);
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (needed > room || page.length === limits.buttonsInRow)) {
      pages.push([entry]);
      room = pageRoom - needed;
    } else {
      page.push(entry);
      room -= needed;
    }
  }
  return pages;
}

function entryOf(report: Report, position: number, words: Words): string {
  const marks = marksBehind(report.weight);
  return [
    ...reportLines(report, position, words, fieldRoom),
    ...(report.statement === null && report.details === null ? [words.say('case.no-words')] : []),
    ...(report.badFaith ? [`**${words.say('case.marked')}**`] : []),
    ...(marks === 0 ? [] : [words.say('case.marks', { count: marks })]),
  ].join('\n');
}
