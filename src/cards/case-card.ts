import type { Report } from '../core/report.ts';
import type { Card } from '../ports/message.ts';
import type { ShownCase } from '../services/cases/show-case.ts';
import type { Words } from '../words/words.ts';
import { type CaseView, caseButtons } from './case-buttons.ts';
import {
  claimLine,
  headingOf,
  placeLines,
  reportLines,
  statusLine,
  subjectLines,
  timesLine,
} from './case-lines.ts';
import { limits, roomOf } from './limits.ts';
import { divider, frame, linesOf, makeCard, text } from './parts.ts';

/** What of each is shown; the reports' own card and /claim show the whole. */
const shownClaims = 4;
const shownReports = 3;
const reportRoom = { chars: 150, room: 170 };
const excerptRoom = { chars: 700, room: 1_100 };
/** Enough to know a case that is done again; nobody has to judge it any more. */
const doneRoom = { chars: 240, room: 400 };

/**
 * The card of a case, for a moderator in a hurry: how many report it, where it is and why, then what it says, then what
 * is known of it and what reporters wrote, then what can be done.
 */
export function caseCard(shown: ShownCase, view: CaseView, words: Words): Card {
  const isDone = shown.case.state === 'resolved';
  const status = statusLine(shown, words);
  const head = linesOf([
    `### ${headingOf(shown, words)}`,
    isDone ? status : null,
    timesLine(shown, words),
    ...placeLines(shown, words),
    reasonsLine(shown, words),
    isDone ? null : status,
  ]);
  const said = isDone ? '' : linesOf([...claimsOf(shown, words), ...reportsOf(shown, words)]);
  const wished = isDone ? doneRoom : excerptRoom;
  const room = limits.textChars - roomOf(head) - roomOf(said) - 150;
  const about = subjectLines(shown.case.subject, words, wished.chars, Math.min(wished.room, room));

  return makeCard([
    frame([
      text(head),
      about.length === 0 ? null : text(linesOf(about)),
      said === '' ? null : divider,
      said === '' ? null : text(said),
    ]),
    ...caseButtons(shown, view, words),
  ]);
}

function claimsOf({ claims }: ShownCase, words: Words): readonly string[] {
  if (claims.length === 0) return [];
  return [
    `**${words.say('case.claims', { count: claims.length })}**`,
    ...claims.slice(0, shownClaims).map((known) => claimLine(known, words)),
  ];
}

function reasonsLine({ tally }: ShownCase, words: Words): string | null {
  if (tally.reasons.length === 0) return null;
  const reasons = tally.reasons.map(({ reason, count }) =>
    words.say('case.reason-count', { reason: words.say(`report.reason.${reason}`), count }),
  );
  return `**${words.say('case.reasons')}** ${reasons.join(' · ')}`;
}

/** What the last few reporters wrote. */
function reportsOf(shown: ShownCase, words: Words): readonly string[] {
  return writtenIn(shown)
    .slice(-shownReports)
    .flatMap(({ report, position }) => reportLines(report, position, words, reportRoom));
}

/**
 * The reports in which something new is written. The form offers a statement, and whoever leaves it as it is repeats the
 * message or the reporter before.
 */
function writtenIn({ reports, case: { subject } }: ShownCase) {
  const said = new Set(subject.kind === 'message' && subject.text !== null ? [subject.text.trim()] : []);
  const written: { readonly report: Report; readonly position: number }[] = [];
  for (const [index, report] of reports.entries()) {
    if (report.badFaith) continue;
    const statement =
      report.statement !== null && said.has(report.statement.trim()) ? null : report.statement;
    if (statement !== null) said.add(statement.trim());
    if ((statement ?? report.details) !== null)
      written.push({ report: { ...report, statement }, position: index + 1 });
  }
  return written;
}
