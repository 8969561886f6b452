import { describe, expect, it } from 'vitest';
import { queueCard } from '../../../src/cards/queue-card.ts';
import type { Case } from '../../../src/core/case.ts';
import { tallyOf } from '../../../src/core/case-priority.ts';
import { UserId } from '../../../src/core/ids.ts';
import type { ShownCase } from '../../../src/services/cases/show-case.ts';
import { words } from '../../../src/words/words.ts';
import { exampleCase, exampleMessage, exampleReport } from '../../fakes/example-case.ts';
import { textsOf } from './shown.ts';

const max = UserId.parse('1290000000000000303');
const waits = Date.UTC(2026, 2, 2, 9);
const done = Date.UTC(2026, 2, 3, 9);

/** The line of the queue that says how a case stands, and the line below it. */
function entryOf(change: Partial<Case>, facts: Partial<ShownCase> = {}): readonly string[] {
  const reports = [exampleReport()];
  const shown: ShownCase = {
    case: exampleCase({ number: 7, waitsSince: waits, ...change }),
    reports,
    tally: tallyOf(reports),
    priority: 'low',
    ageing: false,
    claims: [],
    answer: null,
    stillShown: [],
    cardLocale: 'en-US',
    nowMs: done,
    ...facts,
  };
  const counts = { active: 1, open: 1, assigned: 0, reopened: 0, ageing: 0, resolved: 0 };
  const page = { number: 1, count: 1 };
  const card = queueCard(
    { state: 'active', assignee: 'anyone', own: [], cases: [shown], page, counts },
    words('en-US'),
  );
  return (textsOf(card.components).at(-1) ?? '').split('\n').slice(1);
}

describe('a case in the queue', () => {
  it.each([
    { why: 'open', change: {}, facts: {}, says: '**Case 7** · ×1 · <t:1772442000:R>' },
    {
      why: 'ageing and urgent',
      change: {},
      facts: { ageing: true, priority: 'high' },
      says: '**Case 7** · ×1 · high priority · ageing · <t:1772442000:R>',
    },
    {
      why: 'of a message that nobody reported',
      change: {},
      facts: { reports: [], tally: tallyOf([]) },
      says: '**Case 7** · reported by nobody · <t:1772442000:R>',
    },
    {
      why: 'with a moderator',
      change: { state: 'assigned', assigneeId: max },
      facts: {},
      says: `**Case 7** · ×1 · taken · <@${max}> · <t:1772442000:R>`,
    },
    {
      why: 'done, with the time it was done',
      change: { state: 'resolved', resolvedAt: done },
      facts: { priority: 'high' },
      says: '**Case 7** · ×1 · resolved · <t:1772528400:R>',
    },
  ] as const)('says only what sets it apart: $why', ({ change, facts, says }) => {
    expect(entryOf(change, facts)[0]).toBe(says);
  });

  it('says in a few words that no text is kept', () => {
    expect(entryOf({ subject: exampleMessage({ text: null }) })[1]).toBe('No text of the message is kept.');
  });
});
