import type { APIButtonComponent } from 'discord-api-types/v10';
import type { Case } from '../core/case.ts';
import { encodeRoute } from '../routes.ts';
import type { ShownCase } from '../services/cases/show-case.ts';
import type { WordKey, Words } from '../words/words.ts';
import { button, row } from './parts.ts';

/** Where a case is shown: to all moderators in their channel, or to the one who opened it from the queue. */
export type CaseView = 'channel' | 'private';

/**
 * What can be done with a case: first who has it, then how it ends. One button stands out: taking a case nobody has,
 * then what most cases end with.
 */
export function caseButtons(shown: ShownCase, view: CaseView, words: Words) {
  const { id } = shown.case;
  return [
    row(
      ...holding(shown.case, words),
      shown.tally.reports === 0
        ? null
        : button(words.say('case.button.reports'), encodeRoute('case.reports', id, '1')),
      view === 'private'
        ? button(words.say('case.button.queue'), encodeRoute('case.queue', 'active', 'anyone', '1'))
        : null,
    ),
    shown.case.state === 'resolved' ? null : row(...endings(shown, words)),
  ];
}

function holding({ id, state, assigneeId }: Case, words: Words): readonly APIButtonComponent[] {
  if (state === 'resolved') return [button(words.say('case.button.reopen'), encodeRoute('case.reopen', id))];
  if (assigneeId === null)
    return [button(words.say('case.button.take'), encodeRoute('case.take', id), { style: 'main' })];
  return [
    button(words.say('case.button.give-back'), encodeRoute('case.give-back', id)),
    button(words.say('case.button.take-over'), encodeRoute('case.take-over', id, assigneeId)),
  ];
}

function endings({ case: shown, stillShown }: ShownCase, words: Words): readonly APIButtonComponent[] {
  const { id, subject, draft, assigneeId } = shown;
  const count = stillShown.length;
  const ending = (label: WordKey, route: string, main = false) =>
    button(
      words.say(label, { count }),
      encodeRoute(route, id),
      main && assigneeId !== null ? { style: 'main' } : {},
    );
  const noAction = ending('case.button.no-action', 'case.no-action');
  const linked = ending('case.button.link', 'case.link');

  const made = draft === null ? [] : [ending('case.button.made', 'case.made')];

  if (subject.kind === 'question') return [linked, ...made, noAction];
  if (subject.kind === 'summary') return [ending('case.button.corrected', 'case.close'), noAction];
  // Nothing can be said under a message that is gone, and there is no text to make a dossier of.
  if (subject.fate === 'deleted')
    return [
      ...(count > 0 ? [ending('case.button.withdraw', 'draft.withdraw', true)] : []),
      ending('case.button.close', 'case.close', count === 0),
      linked,
      noAction,
    ];
  return [
    ending('case.button.context', 'context.write', true),
    linked,
    ...made,
    ...(draft === null && subject.text !== null ? [ending('case.button.draft', 'draft.make')] : []),
    ending('case.button.close', 'case.close'),
    noAction,
  ];
}
