import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertCard } from '../../../src/cards/alert-card.ts';
import { caseCard } from '../../../src/cards/case-card.ts';
import { linkModal } from '../../../src/cards/case-modals.ts';
import { complaintsOf } from '../../../src/cards/limits.ts';
import { queueCard } from '../../../src/cards/queue-card.ts';
import { reportsCard } from '../../../src/cards/reports-card.ts';
import { type Case, caseStates, resolutionKinds, type Subject } from '../../../src/core/case.ts';
import { DossierSlug } from '../../../src/core/claim.ts';
import { referenceTo } from '../../../src/core/dossier.ts';
import { DossierId, ReportId, RoleId } from '../../../src/core/ids.ts';
import { reportReasons } from '../../../src/core/report.ts';
import { queueStates } from '../../../src/services/cases/list-cases.ts';
import type { ShownCase } from '../../../src/services/cases/show-case.ts';
import { locales, words } from '../../../src/words/words.ts';
import { exampleCase, exampleMessage, exampleReport } from '../../fakes/example-case.ts';
import { strangeDossier, strangeText } from '../../fakes/strange-dossier.ts';
import { longSlug, max, shownOf } from './shown-case.ts';

/** The dossiers made from a message. */
const fromMessage = ['case-999999-2', 'context-999999-2'].map((name) => DossierSlug.parse(name));

const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });

const strangeSubject: fc.Arbitrary<Subject> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        text: orNull(strangeText(4_000)),
        textFrom: fc.constantFrom('content', 'forward', 'embed'),
        attachments: fc.nat(10),
        reach: fc.constantFrom('everyone', 'some', 'private-thread', null),
        fate: fc.constantFrom('there', 'edited', 'deleted', 'closed'),
        authorId: fc.constantFrom(max, null),
      } as const)
      .map((message) => exampleMessage(message)),
  },
  orNull(strangeText(1_000)).map((text) => ({ kind: 'question' as const, text })),
  fc.constant({ kind: 'summary' as const, dossierId: DossierId.parse('dossierAAAAA'), slug: longSlug }),
);

const strangeReport = fc
  .record({
    reason: orNull(fc.constantFrom(...reportReasons)),
    statement: orNull(strangeText(1_000)),
    details: orNull(strangeText(1_000)),
    weight: fc.constantFrom(1, 0.5, 2 ** -20, 0),
    badFaith: fc.boolean(),
  })
  .map(exampleReport);

const strangeCase: fc.Arbitrary<ShownCase> = fc
  .record({
    subject: strangeSubject,
    state: fc.constantFrom(...caseStates),
    number: fc.constantFrom(1, 999_999),
    draft: fc.constantFrom(null, longSlug),
    kind: fc.constantFrom(...resolutionKinds),
    note: orNull(strangeText(500)),
    reports: fc.array(strangeReport, { minLength: 0, maxLength: 12 }),
    dossier: strangeDossier(1_000),
    ageing: fc.boolean(),
    priority: fc.constantFrom('low', 'normal', 'high'),
    stillShown: fc.subarray(fromMessage),
  } as const)
  .map(({ subject, state, number, draft, kind, note, reports, dossier, ...facts }) => {
    const own = { ...dossier, slug: longSlug };
    const claims = own.claims.map((claim) => ({ dossier: own, claim }));
    const answer = claims[0] ?? null;
    const url = 'https://discord.com/channels/1290000000000000100/1290000000000000110/1290000000000000999';
    const claim = answer === null ? null : referenceTo(answer.dossier, answer.claim);
    const numbered = reports.map((report, index) => ({
      ...report,
      id: ReportId.parse(`report${String(index).padStart(6, '0')}`),
    }));
    const changed = {
      subject,
      state,
      number,
      draft,
      assigneeId: state === 'assigned' ? max : null,
      resolution: state === 'resolved' ? { kind, by: max, note, url, claim } : null,
      resolvedAt: state === 'resolved' ? exampleCase().openedAt : null,
    };
    return { ...shownOf(changed, numbered), ...facts, claims, answer: state === 'resolved' ? answer : null };
  });

describe('a card of a case', () => {
  it.each(locales)('fits into a message whatever was reported and written, in %s', (locale) => {
    fc.assert(
      fc.property(strangeCase, (shown) => {
        const speech = words(locale);

        for (const view of ['channel', 'private'] as const)
          expect(complaintsOf(caseCard(shown, view, speech).components)).toEqual([]);
        for (const page of [1, 3, 99])
          expect(complaintsOf(reportsCard(shown, page, speech).components)).toEqual([]);
        expect(() => linkModal(shown, speech)).not.toThrow();
        const role = RoleId.parse('1290000000000000102');
        expect(complaintsOf(alertCard(shown, role, speech).components)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.each(locales)('fits into a message when the queue is full of the strangest, in %s', (locale) => {
    fc.assert(
      fc.property(strangeCase, fc.constantFrom(...queueStates), fc.boolean(), (shown, state, mine) => {
        const listed = Array.from({ length: 15 }, (_, index) => ({
          ...shown,
          case: { ...shown.case, id: exampleCase().id.replace(/..$/, String(10 + index)) as Case['id'] },
        }));
        const counts = Object.fromEntries(queueStates.map((each) => [each, 99_999]));
        const queue = {
          state,
          assignee: mine ? 'me' : 'anyone',
          own: listed.slice(0, 5),
          cases: listed.slice(5),
          page: { number: 2, count: 3 },
          counts: { open: 0, assigned: 0, reopened: 0, resolved: 0, active: 0, ageing: 0, ...counts },
        } as const;

        expect(complaintsOf(queueCard(queue, words(locale)).components)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
