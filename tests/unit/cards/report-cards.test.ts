import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaintsOf } from '../../../src/cards/limits.ts';
import { myReportsCard } from '../../../src/cards/my-reports-card.ts';
import { outcomeCard, waitingOutcomesCard } from '../../../src/cards/outcome-card.ts';
import { receiptCard } from '../../../src/cards/receipt-card.ts';
import { caseStates, resolutionKinds, type Subject } from '../../../src/core/case.ts';
import { DossierSlug } from '../../../src/core/claim.ts';
import { ChannelId, DossierId, GuildId, MessageId } from '../../../src/core/ids.ts';
import { outcomeStates } from '../../../src/core/report.ts';
import { decodeRoute } from '../../../src/routes.ts';
import type { MyReport } from '../../../src/services/reports/my-report.ts';
import type { OutcomeView } from '../../../src/services/reports/show-outcome.ts';
import { locales, type Words, words } from '../../../src/words/words.ts';
import { exampleDossier } from '../../fakes/example-dossier.ts';
import { strangeDossier, strangeLine, strangeText } from '../../fakes/strange-dossier.ts';
import { controlOf, customIdsOf } from './card-nodes.ts';
import { formattingIn, shownBy, textsOf } from './shown.ts';

const english = words('en-US');
const guildId = GuildId.parse('1290000000000000100');
const slug = DossierSlug.parse('a'.repeat(48));
const context = 'https://discord.com/channels/1290000000000000100/1290000000000000110/1477300000000000000';

const speech = fc.constantFrom(...locales).map(words);
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });

const subject: fc.Arbitrary<Subject> = fc.oneof(
  fc
    .record({
      text: orNull(strangeText(4_000)),
      fate: fc.constantFrom('there' as const, 'edited' as const, 'deleted' as const, 'closed' as const),
    })
    .map((message) => ({ ...reported, ...message })),
  orNull(strangeText(500)).map((text) => ({ kind: 'question' as const, text })),
  fc.constant({ kind: 'summary' as const, dossierId: DossierId.parse('abcdefghijkl'), slug }),
);

const reported = {
  kind: 'message' as const,
  channelId: ChannelId.parse('1290000000000000110'),
  parentId: null,
  messageId: MessageId.parse('1477300000000000000'),
  authorId: null,
  text: 'It saves twenty minutes.',
  textFrom: 'content' as const,
  attachments: 0,
  reach: null,
  fate: 'there' as const,
  claims: [],
};

const outcome: fc.Arbitrary<OutcomeView> = fc
  .record({
    subject,
    state: fc.constantFrom(...caseStates),
    outcome: fc.constantFrom(...outcomeStates),
    kind: fc.constantFrom(...resolutionKinds),
    note: orNull(strangeText(500)),
    url: orNull(fc.constant(context)),
    answered: orNull(strangeDossier(1_000)),
    dossier: orNull(fc.constant(slug)),
  })
  .map(({ kind, note, url, answered, ...view }) => {
    const claim = answered?.claims[0];
    return {
      ...view,
      guildId,
      caseNumber: 123_456,
      reportedAt: Date.UTC(2026, 8, 30),
      told: { kind, note, url, claim: null },
      answer: answered === null || claim === undefined ? null : { dossier: answered, claim },
    };
  });

function view(change: Partial<OutcomeView> = {}): OutcomeView {
  return {
    guildId,
    caseNumber: 12,
    subject: reported,
    state: 'resolved',
    told: { kind: 'no-action', note: null, url: null, claim: null },
    answer: null,
    dossier: null,
    reportedAt: Date.UTC(2026, 8, 30),
    outcome: 'wanted',
    ...change,
  };
}

function listOf(reports: readonly MyReport[]) {
  return { reports, total: 9_999, page: 2, pages: 2_500 };
}

describe('what members read of their reports', () => {
  it('keeps every limit of Discord, whatever was written', () => {
    const four = fc.array(outcome, { minLength: 1, maxLength: 4 });

    fc.assert(
      fc.property(four, strangeLine(100), speech, (outcomes, server, said) => {
        const [first] = outcomes;
        for (const { components } of [
          myReportsCard(listOf(outcomes), said),
          waitingOutcomesCard(outcomes.slice(0, 2), said),
          ...(first === undefined ? [] : [outcomeCard(first, server, said)]),
        ]) {
          expect(complaintsOf(components)).toEqual([]);
          expect(customIdsOf(components).map(decodeRoute)).not.toContain(null);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('formats nothing of what people wrote', () => {
    const own = ['heading', 'subtext', 'quote', 'bold', 'link', 'channel'];

    fc.assert(
      fc.property(outcome, strangeLine(100), speech, (told, server, said) => {
        const cards = [outcomeCard(told, server, said), myReportsCard(listOf([told]), said)];
        for (const source of cards.flatMap(({ components }) => textsOf(components)))
          expect(formattingIn(source).filter((kind) => !own.includes(kind))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    {
      why: 'context was posted',
      change: { told: { kind: 'context-posted', note: null, url: context, claim: null } },
      says: ['The moderators of Harbour posted context.', 'Read the context'],
    },
    {
      why: 'nothing was done',
      change: { told: { kind: 'no-action', note: 'It is satire.', url: null, claim: null } },
      says: ['The moderators of Harbour took no action.', 'They write: “It is satire.”'],
    },
    {
      why: 'the message was removed',
      change: { told: { kind: 'handled-elsewhere', note: null, url: null, claim: null } },
      says: ['removed the message or handled it elsewhere'],
    },
    {
      why: 'a question was dealt with',
      change: {
        subject: { kind: 'question', text: 'Who paid?' },
        told: { kind: 'handled-elsewhere', note: null, url: null, claim: null },
      },
      says: ['what came of your question', 'The moderators of Harbour handled it elsewhere.'],
    },
    {
      why: 'a dossier is not published yet',
      change: { told: { kind: 'dossier-made', note: null, url: null, claim: null } },
      says: ['made a dossier of it', 'as soon as it is published'],
    },
    {
      why: 'a dossier can be opened',
      change: { told: { kind: 'dossier-made', note: null, url: null, claim: null }, dossier: slug },
      says: [`/summary opens it: ${slug}`],
    },
  ] satisfies readonly { why: string; change: Partial<OutcomeView>; says: readonly string[] }[])(
    'says what was done, and by whom in general: $why',
    ({ change, says }) => {
      const said = shownBy(outcomeCard(view(change), 'Harbour', english).components);

      for (const each of ['Case 12', ...says]) expect(said).toContain(each);
    },
  );

  it('names and quotes the claim a report was linked to', () => {
    const dossier = exampleDossier();
    const [claim] = dossier.claims;
    if (claim === undefined) throw new RangeError('the example has no claim');
    const linked = view({
      told: { kind: 'linked', note: null, url: null, claim: null },
      answer: { dossier, claim },
    });

    const said = shownBy(outcomeCard(linked, 'Harbour', english).components);

    expect(said).toContain(`ferry-timetable/c01 “${claim.quote}”`);
  });

  it('links to the message, unless it was deleted', () => {
    const there = textsOf(outcomeCard(view(), 'Harbour', english).components).join('\n');
    const deleted = view({ subject: { ...reported, fate: 'deleted', text: null } });
    const gone = textsOf(outcomeCard(deleted, 'Harbour', english).components).join('\n');

    expect(there).toContain(`](${context})`);
    expect(gone).not.toContain(context);
    expect(gone).toContain('The message was deleted.');
  });

  it('says how to report when nothing was reported', () => {
    const none = myReportsCard({ reports: [], total: 0, page: 1, pages: 1 }, english);

    expect(shownBy(none.components)).toContain('You have reported nothing here.');
  });

  it('pages through many reports', () => {
    const card = myReportsCard(listOf([view()]), english);

    expect(controlOf(card.components, '1:report.mine:1')).toBeDefined();
    expect(controlOf(card.components, '1:report.mine:3')).toBeDefined();
  });
});

describe('the receipt of a report', () => {
  const receipt = {
    about: 'message' as const,
    caseNumber: 12,
    hasModeratorsChannel: true,
    textRead: true,
    wantsOutcome: false,
  };
  const read = (change: Partial<typeof receipt>, by: 'form' | 'link' = 'form', said: Words = english) =>
    shownBy(receiptCard({ ...receipt, ...change }, by, said).components);

  it('gives the case’s number and says that moderators do not see who reports', () => {
    expect(read({})).toMatch(/Reported: case 12.*Moderators do not see who you are/s);
  });

  it.each([
    { why: 'there is no moderators’ channel', said: read({ hasModeratorsChannel: false }), says: '/queue' },
    {
      why: 'the text was not read',
      said: read({ textRead: false }),
      says: 'the link of the message, not its text',
    },
    { why: 'a link gives no text', said: read({ textRead: false }, 'link'), says: 'from its link' },
    { why: 'no form has said what is kept', said: read({}, 'link'), says: 'keeps your id with the report' },
    { why: 'the member wants to be told', said: read({ wantsOutcome: true }), says: 'by direct message' },
  ])('says so when $why', ({ said, says }) => {
    expect(said).toContain(says);
    expect(read({})).not.toContain(says);
  });
});
