import { ButtonStyle } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { caseCard } from '../../../src/cards/case-card.ts';
import { DossierId } from '../../../src/core/ids.ts';
import { exampleMessage } from '../../fakes/example-case.ts';
import { english, labelsIn, longSlug, max, shownOf } from './shown-case.ts';

describe('the buttons on the card of a case', () => {
  it.each([
    { why: 'open', change: {}, main: ['Take'] },
    { why: 'taken', change: { state: 'assigned', assigneeId: max }, main: ['Post context'] },
  ] as const)('has one button that stands out while it is $why', ({ change, main }) => {
    const outstanding: unknown[] = [];
    JSON.stringify(caseCard(shownOf(change), 'channel', english), (_key, value) => {
      if (value?.style === ButtonStyle.Primary) outstanding.push(value.label);
      return value;
    });

    expect(outstanding).toEqual(main);
  });

  it.each([
    {
      why: 'a message',
      change: {},
      labels: [
        'Take',
        'All reports',
        'Post context',
        'Link to a claim',
        'Draft a dossier',
        'Removed or handled elsewhere',
        'No action',
      ],
    },
    {
      why: 'a deleted message, where handled elsewhere comes first',
      change: { subject: exampleMessage({ fate: 'deleted', text: null }) },
      labels: ['Take', 'All reports', 'Removed or handled elsewhere', 'Link to a claim', 'No action'],
    },
    {
      why: 'a message with a drafted dossier, taken',
      change: { draft: longSlug, state: 'assigned', assigneeId: max },
      labels: [
        'Give back',
        'Take over',
        'All reports',
        'Post context',
        'Link to a claim',
        'Dossier is published',
        'Removed or handled elsewhere',
        'No action',
      ],
    },
    {
      why: 'a question',
      change: { subject: { kind: 'question', text: 'who pays?' } },
      labels: ['Take', 'All reports', 'Link to a claim', 'No action'],
    },
    {
      why: 'a summary',
      change: { subject: { kind: 'summary', dossierId: DossierId.parse('dossierAAAAA'), slug: longSlug } },
      labels: ['Take', 'All reports', 'Corrected or handled elsewhere', 'No action'],
    },
    {
      why: 'what is done',
      change: {
        state: 'resolved',
        resolution: { kind: 'handled-elsewhere', by: max, note: null, url: null, claim: null },
      },
      labels: ['Reopen', 'All reports'],
    },
  ] as const)('offers what fits $why', ({ change, labels }) => {
    expect(labelsIn(caseCard(shownOf(change), 'channel', english))).toEqual(labels);
  });
});
