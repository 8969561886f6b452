import { ButtonStyle } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertCard } from '../../../src/cards/alert-card.ts';
import { caseCard } from '../../../src/cards/case-card.ts';
import { linkModal, noActionModal } from '../../../src/cards/case-modals.ts';
import { complaintsOf } from '../../../src/cards/limits.ts';
import { queueCard } from '../../../src/cards/queue-card.ts';
import { pageOfReport, reportsCard } from '../../../src/cards/reports-card.ts';
import { type Case, caseStates, resolutionKinds, type Subject } from '../../../src/core/case.ts';
import { tallyOf } from '../../../src/core/case-priority.ts';
import { DossierSlug } from '../../../src/core/claim.ts';
import { referenceTo } from '../../../src/core/dossier.ts';
import { ChannelId, DossierId, MessageId, ReportId, RoleId, UserId } from '../../../src/core/ids.ts';
import { type Report, reportReasons } from '../../../src/core/report.ts';
import { queueStates } from '../../../src/services/list-cases.ts';
import type { ShownCase } from '../../../src/services/show-case.ts';
import { locales, words } from '../../../src/words/words.ts';
import { exampleCase, exampleMessage, exampleReport } from '../../fakes/example-case.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';
import { strangeDossier, strangeText } from '../../fakes/strange-dossier.ts';
import { controlOf, customIdsOf } from './card-nodes.ts';

const max = UserId.parse('1290000000000000303');
const mia = '1290000000000000301';
const english = words('en-US');
const fromMessage = ['case-999999-2', 'context-999999-2'].map((name) => DossierSlug.parse(name));
const longSlug = DossierSlug.parse('a'.repeat(48));

function shownOf(change: Partial<Case> = {}, reports: readonly Report[] = [exampleReport()]): ShownCase {
  const shown = exampleCase(change);
  return {
    case: shown,
    reports,
    tally: tallyOf(reports),
    priority: 'normal',
    ageing: false,
    claims: [],
    answer: null,
    stillShown: [],
    cardLocale: 'en-US',
    nowMs: shown.openedAt,
  };
}

function textIn(card: unknown): string {
  const parts: string[] = [];
  JSON.stringify(card, (key, value: unknown) => {
    if (key === 'content' && typeof value === 'string') parts.push(value);
    return value;
  });
  return parts.join('\n');
}

function labelsIn(card: unknown): string[] {
  const labels: string[] = [];
  JSON.stringify(card, (key, value: unknown) => {
    if (key === 'label' && typeof value === 'string') labels.push(value);
    return value;
  });
  return labels;
}

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

describe('the card of a case', () => {
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

  it('never names a reporter', () => {
    const reports = [exampleReport({ statement: 'this sentence', details: 'look here' })];
    const shown = shownOf({}, reports);

    const cards = JSON.stringify([caseCard(shown, 'channel', english), reportsCard(shown, 1, english)]);

    expect(cards).toContain('this sentence');
    expect(cards).not.toContain(mia);
  });

  it('attributes and quotes the message, and escapes what it says', () => {
    const card = caseCard(
      shownOf({ subject: exampleMessage({ text: '**@everyone** look' }) }),
      'channel',
      english,
    );

    expect(textIn(card)).toContain('The message says:\n> \\*\\*\\@everyone\\*\\* look');
  });

  it.each([
    {
      why: 'it was forwarded',
      subject: { textFrom: 'forward' },
      says: 'The message forwards another, which says:',
    },
    { why: 'it is an embed', subject: { textFrom: 'embed' }, says: 'An embed of the message says:' },
    { why: 'it was edited', subject: { fate: 'edited' }, says: 'the new text cannot be read here' },
    { why: 'it is gone', subject: { fate: 'deleted', text: null }, says: 'its text is no longer kept' },
    { why: 'nothing could be read', subject: { text: null }, says: 'No text of the message is kept' },
    {
      why: 'it has pictures',
      subject: { attachments: 2 },
      says: 'It has 2 attachments, which Footnote does not read.',
    },
    { why: 'few can see it', subject: { reach: 'private-thread' }, says: 'It is in a private thread' },
    { why: 'its author is unknown', subject: { authorId: null }, says: 'by somebody unknown' },
  ] as const)('says so when $why', ({ subject, says }) => {
    expect(textIn(caseCard(shownOf({ subject: exampleMessage(subject) }), 'channel', english))).toContain(
      says,
    );
  });

  it.each([
    { slugs: ['context-1'], says: 'The dossier context-1 made from it still shows its text.' },
    {
      slugs: ['case-1', 'context-1'],
      says: 'The dossiers case-1, context-1 made from it still show its text.',
    },
  ])('says that a deleted message is still to be read in $slugs', ({ slugs, says }) => {
    const stillShown = slugs.map((slug) => DossierSlug.parse(slug));
    const shown = { ...shownOf({ subject: exampleMessage({ fate: 'deleted', text: null }) }), stillShown };

    const card = caseCard(shown, 'channel', english);

    expect(textIn(card)).toContain(`The message was deleted. ${says}`);
    expect(textIn(card)).not.toContain('no longer kept');
    expect(labelsIn(card)[2]).toBe(slugs.length === 1 ? 'Withdraw the dossier' : 'Withdraw the dossiers');
  });

  it('says first what came of a case that is done, then where its message is', () => {
    const url = 'https://discord.com/channels/1290000000000000100/1290000000000000110/1290000000000001000';
    const resolution = { kind: 'context-posted', by: max, note: null, url, claim: null } as const;
    const resolvedAt = exampleCase().openedAt;

    const [head = ''] = textIn(
      caseCard(shownOf({ state: 'resolved', resolution, resolvedAt }), 'channel', english),
    ).split('\nThe message says');

    const lines = head.split('\n');
    expect(lines[1]).toBe(`<@${max}> posted context <t:1772442000:R>. [Read the context](${url})`);
    expect(lines[2]).toContain('×1');
    expect(lines[3]).toMatch(/^In .*\[go to the reported message\]/);
  });

  it('says where and why before it quotes the message, and counts a reason only when it is given twice', () => {
    const reports = [
      exampleReport({ reason: 'misleading' }),
      exampleReport({ reason: 'misleading' }),
      exampleReport({ reason: 'other' }),
    ];

    const text = textIn(caseCard(shownOf({}, reports), 'channel', english));

    expect(text).toMatch(/×3.*\nIn .*\n\*\*Reasons:\*\* Misleading ×2 · Something else\nThe message says:/);
  });

  it('does not repeat a statement that is the whole message or was made before', () => {
    const whole = 'The papers were sold. Nobody says to whom.';
    const reports = [
      exampleReport({ statement: whole, details: null }),
      exampleReport({ statement: 'The papers were sold.', details: null }),
      exampleReport({ statement: 'The papers were sold. ', details: 'See the register.' }),
    ];

    const text = textIn(
      caseCard(shownOf({ subject: exampleMessage({ text: whole }) }, reports), 'channel', english),
    );

    expect(text).not.toContain('Reporter 1');
    expect(text.match(/The papers were sold\./g)).toHaveLength(2);
    expect(text).toMatch(/Reporter 3[^\n]*\n> See the register\.$/);
  });

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

  it('is short once it is done', () => {
    const resolution = { kind: 'handled-elsewhere', by: max, note: null, url: null, claim: null } as const;
    const subject = exampleMessage({ text: 'So it goes. '.repeat(80) });

    const done = textIn(
      caseCard(shownOf({ subject, state: 'resolved', resolution, resolvedAt: 1 }), 'channel', english),
    );

    expect(done.length).toBeLessThan(600);
    expect(done).not.toContain('Reporter 1');
  });

  it('links to the message, unless it is gone', () => {
    const there = textIn(caseCard(shownOf(), 'channel', english));
    const gone = textIn(
      caseCard(shownOf({ subject: exampleMessage({ fate: 'deleted', text: null }) }), 'channel', english),
    );

    expect(there).toContain('/1290000000000000110/1290000000000000999)');
    expect(gone).not.toContain('https://');
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

  it('says of a report how many earlier ones were marked, and finds the page it stands on', () => {
    const reports = Array.from({ length: 12 }, (_, index) =>
      exampleReport({ id: ReportId.parse(`report${String(index).padStart(6, '0')}`), weight: 0.25 }),
    );
    const shown = shownOf({}, reports);
    const page = pageOfReport(shown, reports[11]?.id ?? exampleReport().id, english);

    expect(page).toBe(3);
    expect(textIn(reportsCard(shown, page, english))).toContain(
      '**Reporter 12** · Misleading · <t:1772442000:R>\nNothing was written with it.\n2 earlier reports of this reporter were marked',
    );
  });

  it('links an alert to the card once there is one', () => {
    const card = {
      channelId: ChannelId.parse('1290000000000000112'),
      messageId: MessageId.parse('1290000000000000998'),
    };
    const role = RoleId.parse('1290000000000000102');

    expect(textIn(alertCard(shownOf({ card }), role, english))).toContain(
      '/1290000000000000112/1290000000000000998)',
    );
    expect(textIn(alertCard(shownOf(), role, english))).toMatch(/^<@&1290000000000000102> A case needs/);
  });

  it.each(locales)('asks in forms that Discord takes, in %s', (locale) => {
    expect(() => [
      linkModal(shownOf(), words(locale)),
      noActionModal(exampleCase().id, 500, words(locale)),
    ]).not.toThrow();
  });

  it('asks for a claim’s name alone where no claim is known', () => {
    const { components } = linkModal(shownOf(), english);

    expect(customIdsOf(components)).toEqual(['answer']);
    expect(controlOf(components, 'answer')?.['required']).toBe(true);
  });

  it('offers the known claims above the name, and insists on neither', () => {
    const dossier = exampleDossier();
    const claims = dossier.claims.map((claim) => ({ dossier, claim }));
    const { components } = linkModal({ ...shownOf(), claims }, english);

    expect(customIdsOf(components)).toEqual(['known-claim', 'answer']);
    expect(controlOf(components, 'known-claim')).toMatchObject({ required: false });
    expect(controlOf(components, 'answer')).toMatchObject({ required: false });
    expect(labelsIn(components)).toEqual(
      expect.arrayContaining(
        dossier.claims.map(({ key, quote }) => `${dossier.slug}/${key} · ${quote}`.slice(0, 100)),
      ),
    );
  });
});
