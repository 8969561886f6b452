import { userMention } from '@discordjs/formatters';
import type { Card } from '../ports/message.ts';
import { encodeRoute } from '../routes.ts';
import { type Queue, type QueueState, queueStates } from '../services/cases/list-cases.ts';
import type { ShownCase } from '../services/cases/show-case.ts';
import type { Words } from '../words/words.ts';
import { ago, subjectExcerpt } from './case-lines.ts';
import { pager } from './menus.ts';
import { button, divider, frame, linesOf, makeCard, menu, row, text } from './parts.ts';

const excerptChars = 80;

/** A page of the queue: a moderator's own cases, the longest waiting ones, and how many there are in each state. */
export function queueCard(queue: Queue, words: Words): Card {
  const { own, cases, state, assignee, page, counts } = queue;
  const listed = [...own, ...cases];
  const routeTo = (to: QueueState, whose: Queue['assignee'], number: string) =>
    encodeRoute('case.queue', to, whose, number);

  return makeCard([
    frame([
      text(linesOf([`### ${words.say('queue.title')}`, words.say('queue.counts', counts)])),
      own.length === 0 ? null : text(section(words.say('queue.own'), own, words)),
      divider,
      text(
        listed.length === 0
          ? words.say('queue.none')
          : section(words.say(`queue.state.${state}`, { count: counts[state] }), cases, words),
      ),
    ]),
    listed.length === 0 ? null : row(caseMenu(listed, words)),
    row(
      ...queueStates
        .filter((other) => other !== state)
        .map((other) =>
          button(words.say(`queue.state.${other}`, { count: counts[other] }), routeTo(other, assignee, '1')),
        ),
    ),
    row(
      assignee === 'me'
        ? button(words.say('queue.anyone'), routeTo(state, 'anyone', '1'))
        : button(words.say('queue.me'), routeTo(state, 'me', '1')),
    ),
    pager(page, (number) => routeTo(state, assignee, number), words),
  ]);
}

function section(title: string, cases: readonly ShownCase[], words: Words): string {
  return linesOf([`**${title}**`, ...cases.map((each) => entryOf(each, words))]);
}

function entryOf(shown: ShownCase, words: Words): string {
  const { number, assigneeId, waitsSince, resolvedAt } = shown.case;
  const head = [
    `**${words.say('case.name', { number })}**`,
    ...factsOf(shown, words),
    ...(assigneeId === null ? [] : [userMention(assigneeId)]),
    ago(resolvedAt ?? waitsSince),
  ];
  return `${head.join(' · ')}\n${subjectExcerpt(shown, words, excerptChars)}`;
}

/** What sets a case apart in a list: that it is open, and of no high priority, goes without saying. */
function factsOf({ case: { state }, priority, ageing, tally }: ShownCase, words: Words): readonly string[] {
  return [
    tally.reports === 0 ? words.say('queue.unreported') : `×${tally.reports}`,
    ...(state === 'open' ? [] : [words.say(`case.state.${state}`)]),
    ...(priority === 'high' && state !== 'resolved' ? [words.say('case.priority.high')] : []),
    ...(ageing ? [words.say('case.ageing')] : []),
  ];
}

function caseMenu(cases: readonly ShownCase[], words: Words) {
  return menu(
    encodeRoute('case.open'),
    words.say('queue.menu'),
    cases.map((each) => ({
      label: [words.say('case.name', { number: each.case.number }), ...factsOf(each, words)].join(' · '),
      value: each.case.id,
      description: plainExcerpt(each, words),
    })),
  );
}

/** Menus show text letter by letter, so that nothing in it is escaped. */
function plainExcerpt(shown: ShownCase, words: Words): string {
  const { subject } = shown.case;
  return subject.kind !== 'summary' && subject.text !== null
    ? subject.text
    : subjectExcerpt(shown, words, excerptChars);
}
