import { describe, expect, test } from 'vitest';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { AuditId, CaseId, ChannelId, MessageId, ReportId } from '../../src/core/ids.ts';
import { noSpend } from '../../src/core/model-spend.ts';
import type { Database, Stores } from '../../src/ports/stores.ts';
import { exampleDossier, exampleId } from '../fakes/example-dossier.ts';
import { exampleEntry, exampleReport, freshCase, keyOf, someMember } from '../fixtures/store/example-case.ts';
import { exampleInquiry, someGuild } from '../fixtures/store/example-inquiry.ts';

const channelId = ChannelId.parse('200000000000000001');
const farAway = Date.UTC(2100, 0, 1);
const ever = { fromMs: 0, untilMs: farAway };
const allDays = { from: '0000-01-01', to: '9999-12-31' };
const noCases = { open: 0, assigned: 0, resolved: 0, reopened: 0 };

/** One server with a row in every table, and another that has learned all its ids and slugs. */
function neighbours() {
  const [ours, theirs] = [someGuild(), someGuild()];
  const dossier = exampleDossier({ guildId: theirs });
  const inquiry = exampleInquiry({ guildId: theirs, outcome: 'ambiguous', text: 'who pays?' });
  const fresh = freshCase({ guildId: theirs });
  const report = exampleReport(fresh, { outcome: 'waiting' });
  const origin = {
    dossierId: dossier.id,
    guildId: theirs,
    channelId,
    parentId: null,
    messageId: MessageId.parse(keyOf(fresh).key),
    authorId: null,
  };
  const entry = exampleEntry({ guildId: theirs });
  const member = report.reporterId ?? someMember();
  return { ours, theirs, dossier, inquiry, fresh, report, member, origin, entry };
}
type Neighbours = ReturnType<typeof neighbours>;

async function settle(both: Neighbours, stores: Stores): Promise<void> {
  const { theirs, dossier, inquiry, fresh, report, member, origin, entry } = both;
  await stores.settings.write(theirs, { ...defaultGuildSettings, sharing: 'nowhere' });
  await stores.dossiers.save(dossier);
  await stores.dossiers.pin(theirs, channelId, dossier.id);
  await stores.inquiries.add(inquiry);
  await stores.cases.open(fresh, keyOf(fresh));
  await stores.cases.addReport(report);
  await stores.faith.mark(theirs, member, 1);
  await stores.audit.add(entry);
  await stores.outbox.put({ kind: 'case-card', guildId: theirs, subjectId: fresh.id }, 1, farAway);
  await stores.origins.add(origin);
  await stores.edits.add(theirs, { dossier, revision: 1, before: 0, changedAt: 1 });
  await stores.spend.add(theirs, '2026-03-02', 'a-model', { ...noSpend, answers: 1 });
}

async function everythingOf({ theirs, dossier, inquiry, fresh, member, origin }: Neighbours, stores: Stores) {
  return {
    case: await stores.cases.find(theirs, fresh.id),
    reports: await stores.cases.reports(theirs, fresh.id),
    marks: await stores.faith.marks(theirs, member),
    audit: await stores.audit.page(theirs, {}, 10, 0),
    origins: await stores.origins.ofMessage(theirs, origin.messageId),
    edit: await stores.edits.latest(theirs, dossier.id),
    settings: await stores.settings.read(theirs),
    listed: (await stores.dossiers.listPublished(theirs)).filter(({ guildId }) => guildId === theirs),
    found: await stores.dossiers.find(theirs, dossier.slug),
    history: await stores.dossiers.history(theirs, dossier.id),
    pinned: await stores.dossiers.pinned(theirs, channelId),
    inquiry: await stores.inquiries.find(theirs, inquiry.id),
    totals: await stores.inquiries.totals(theirs, allDays),
    asks: await stores.inquiries.asks(theirs, allDays, 'day'),
    contested: await stores.cases.mostReported(theirs, ever, 10),
  };
}

type Attempt = (stores: Stores, neighbours: Neighbours) => Promise<unknown>;
type Reading = { method: string; attempt: Attempt; sees: unknown };
type Writing = { method: string; attempt: Attempt; gives: 'refusal' | unknown };

const readsOfCases: Reading[] = [
  {
    method: 'cases.find',
    attempt: ({ cases }, { ours, fresh }) => cases.find(ours, fresh.id),
    sees: null,
  },
  { method: 'cases.findByNumber', attempt: ({ cases }, { ours }) => cases.findByNumber(ours, 1), sees: null },
  {
    method: 'cases.ofSubject',
    attempt: ({ cases }, { ours, fresh }) => cases.ofSubject(ours, keyOf(fresh)),
    sees: null,
  },
  {
    method: 'cases.findReport',
    attempt: ({ cases }, { ours, report }) => cases.findReport(ours, report.id),
    sees: null,
  },
  {
    method: 'cases.reports',
    attempt: ({ cases }, { ours, fresh }) => cases.reports(ours, fresh.id),
    sees: [],
  },
  {
    method: 'cases.page',
    attempt: ({ cases }, { ours }) => cases.page(ours, { states: [] }, 10, 0),
    sees: { cases: [], total: 0 },
  },
  {
    method: 'cases.counts',
    attempt: ({ cases }, { ours }) => cases.counts(ours, farAway),
    sees: { byState: noCases, ageing: 0 },
  },
  {
    method: 'cases.reportsBy',
    attempt: ({ cases }, { ours, member }) => cases.reportsBy(ours, member, 10, 0),
    sees: { reports: [], total: 0 },
  },
  {
    method: 'cases.reportsAwaiting',
    attempt: ({ cases }, { ours, member }) => cases.reportsAwaiting(ours, member, 'waiting'),
    sees: [],
  },
  {
    method: 'cases.ageingUnalerted',
    attempt: ({ cases }, { ours }) => cases.ageingUnalerted(ours, farAway, 10),
    sees: [],
  },
  { method: 'cases.openedIn', attempt: ({ cases }, { ours }) => cases.openedIn(ours, ever), sees: 0 },
  { method: 'cases.resolvedIn', attempt: ({ cases }, { ours }) => cases.resolvedIn(ours, ever), sees: [] },
  {
    method: 'cases.countResolvedIn',
    attempt: ({ cases }, { ours }) => cases.countResolvedIn(ours, ever),
    sees: 0,
  },
  {
    method: 'cases.mostReported',
    attempt: ({ cases }, { ours }) => cases.mostReported(ours, ever, 10),
    sees: [],
  },
  {
    method: 'cases.questionsAsked',
    attempt: ({ cases }, { ours }) => cases.questionsAsked(ours, 0, farAway, 10),
    sees: [],
  },
  { method: 'faith.marks', attempt: ({ faith }, { ours, member }) => faith.marks(ours, member), sees: 0 },
  {
    method: 'audit.page',
    attempt: ({ audit }, { ours }) => audit.page(ours, {}, 10, 0),
    sees: { entries: [], total: 0 },
  },
  {
    method: 'origins.ofMessage',
    attempt: ({ origins }, { ours, origin }) => origins.ofMessage(ours, origin.messageId),
    sees: [],
  },
  {
    method: 'origins.ofMessages',
    attempt: ({ origins }, { ours, origin }) => origins.ofMessages(ours, [origin.messageId]),
    sees: [],
  },
  {
    method: 'origins.ofChannel',
    attempt: ({ origins }, { ours, origin }) => origins.ofChannel(ours, origin.channelId),
    sees: [],
  },
  {
    method: 'origins.ofDossier',
    attempt: ({ origins }, { ours, dossier }) => origins.ofDossier(ours, dossier.id),
    sees: null,
  },
];

const writesOfCases: Writing[] = [
  {
    method: 'cases.open with the id of another',
    attempt: ({ cases }, { ours, fresh }) => cases.open({ ...fresh, guildId: ours }, keyOf(fresh)),
    gives: 'refusal',
  },
  {
    method: 'cases.open of the same subject',
    attempt: async ({ cases }, { ours, fresh }) => {
      const own = { ...fresh, guildId: ours, id: CaseId.parse(exampleId()) };
      return (await cases.open(own, keyOf(fresh))).number;
    },
    gives: 1,
  },
  {
    method: 'cases.save',
    attempt: ({ cases }, { ours, fresh }) => cases.save({ ...fresh, guildId: ours, number: 1, locale: 'tr' }),
    gives: 'refusal',
  },
  {
    method: 'cases.addReport',
    attempt: ({ cases }, { ours, report }) =>
      cases.addReport({
        ...report,
        guildId: ours,
        id: ReportId.parse(exampleId()),
        reporterId: someMember(),
      }),
    gives: 'refusal',
  },
  {
    method: 'cases.saveReport',
    attempt: ({ cases }, { ours, report }) => cases.saveReport({ ...report, guildId: ours, weight: 0 }),
    gives: 'refusal',
  },
  {
    method: 'faith.mark',
    attempt: ({ faith }, { ours, member }) => faith.mark(ours, member, 1),
    gives: undefined,
  },
  {
    method: 'audit.add',
    attempt: ({ audit }, { ours, entry }) =>
      audit.add({ ...entry, guildId: ours, id: AuditId.parse(exampleId()) }),
    gives: undefined,
  },
  {
    method: 'audit.add with the id of another',
    attempt: ({ audit }, { ours, entry }) => audit.add({ ...entry, guildId: ours }),
    gives: 'refusal',
  },
  {
    method: 'origins.add of a foreign dossier',
    attempt: ({ origins }, { ours, origin }) => origins.add({ ...origin, guildId: ours }),
    gives: 'refusal',
  },
  {
    method: 'edits.add to a foreign dossier',
    attempt: ({ edits }, { ours, dossier }) =>
      edits.add(ours, { dossier, revision: 2, before: 1, changedAt: 1 }),
    gives: 'refusal',
  },
  {
    method: 'edits.drop',
    attempt: ({ edits }, { ours, dossier }) => edits.drop(ours, dossier.id),
    gives: undefined,
  },
  {
    method: 'departures.purge',
    attempt: ({ departures }, { ours }) => departures.purge(ours),
    gives: {},
  },
];

/** No method reads or changes what belongs to another server. */
export function describeGuildBorders(opened: () => Database): void {
  describe('the border between servers', () => {
    const reads: Reading[] = [
      {
        method: 'settings.read',
        attempt: ({ settings }, { ours }) => settings.read(ours),
        sees: defaultGuildSettings,
      },
      {
        method: 'dossiers.listOwn',
        attempt: ({ dossiers }, { ours }) => dossiers.listOwn(ours),
        sees: [],
      },
      {
        method: 'edits.latest',
        attempt: ({ edits }, { ours, dossier }) => edits.latest(ours, dossier.id),
        sees: null,
      },
      {
        method: 'edits.at',
        attempt: ({ edits }, { ours, dossier }) => edits.at(ours, dossier.id, 1),
        sees: null,
      },
      {
        method: 'edits.underWay',
        attempt: ({ edits }, { ours }) => edits.underWay(ours),
        sees: [],
      },
      {
        method: 'dossiers.listPublished',
        attempt: async ({ dossiers }, { ours, theirs }) =>
          (await dossiers.listPublished(ours)).filter(({ guildId }) => guildId === theirs),
        sees: [],
      },
      {
        method: 'dossiers.listShared',
        attempt: async ({ dossiers }) =>
          (await dossiers.listShared()).filter(({ guildId }) => guildId !== null),
        sees: [],
      },
      {
        method: 'dossiers.find',
        attempt: ({ dossiers }, { ours, dossier }) => dossiers.find(ours, dossier.slug),
        sees: null,
      },
      {
        method: 'dossiers.findOwn',
        attempt: ({ dossiers }, { ours, dossier }) => dossiers.findOwn(ours, dossier.id),
        sees: null,
      },
      {
        method: 'dossiers.history',
        attempt: ({ dossiers }, { ours, dossier }) => dossiers.history(ours, dossier.id),
        sees: [],
      },
      {
        method: 'dossiers.history of shared dossiers',
        attempt: ({ dossiers }, { dossier }) => dossiers.history(null, dossier.id),
        sees: [],
      },
      {
        method: 'dossiers.pinned',
        attempt: ({ dossiers }, { ours }) => dossiers.pinned(ours, channelId),
        sees: null,
      },
      {
        method: 'inquiries.find',
        attempt: ({ inquiries }, { ours, inquiry }) => inquiries.find(ours, inquiry.id),
        sees: null,
      },
      {
        method: 'inquiries.totals',
        attempt: ({ inquiries }, { ours }) => inquiries.totals(ours, allDays),
        sees: [],
      },
      {
        method: 'inquiries.totalsOfClaims',
        attempt: ({ inquiries }, { ours, inquiry: { claimId } }) =>
          inquiries.totalsOfClaims(ours, allDays, claimId === null ? [] : [claimId]),
        sees: [],
      },
      {
        method: 'spend.ofGuild',
        attempt: ({ spend }, { ours }) => spend.ofGuild(ours, allDays),
        sees: noSpend,
      },
      {
        method: 'inquiries.ways',
        attempt: ({ inquiries }, { ours }) => inquiries.ways(ours, allDays),
        sees: [],
      },
      {
        method: 'inquiries.mostAsked',
        attempt: ({ inquiries }, { ours }) => inquiries.mostAsked(ours, allDays, 10),
        sees: { claimIds: [], total: 0 },
      },
      {
        method: 'inquiries.askedByMany',
        attempt: ({ inquiries }, { ours, inquiry: { claimId } }) =>
          inquiries.askedByMany(ours, allDays, claimId === null ? [] : [claimId], 1),
        sees: new Set(),
      },
      {
        method: 'inquiries.asks',
        attempt: ({ inquiries }, { ours }) => inquiries.asks(ours, allDays, 'month'),
        sees: [],
      },
      {
        method: 'inquiries.unanswered',
        attempt: ({ inquiries }, { ours }) => inquiries.unanswered(ours, '0000-01-01', '9999-12-31', 10),
        sees: { questions: [], total: 0 },
      },
      ...readsOfCases,
    ];

    test.each(reads)('$method shows nothing of another server', async ({ attempt, sees }) => {
      const both = neighbours();
      await opened().transaction((stores) => settle(both, stores));

      const seen = await opened().snapshot((stores) => attempt(stores, both));

      expect(seen).toEqual(sees);
    });

    const writes: Writing[] = [
      {
        method: 'settings.write',
        attempt: ({ settings }, { ours }) => settings.write(ours, defaultGuildSettings),
        gives: undefined,
      },
      {
        method: 'dossiers.save under the same slug',
        attempt: ({ dossiers }, { ours, dossier }) =>
          dossiers.save(exampleDossier({ guildId: ours, slug: dossier.slug })),
        gives: undefined,
      },
      {
        method: 'dossiers.save with the id of another',
        attempt: ({ dossiers }, { ours, dossier }) =>
          dossiers.save({ ...dossier, guildId: ours, version: 2 }),
        gives: 'refusal',
      },
      {
        method: 'dossiers.save with claims of another',
        attempt: ({ dossiers }, { ours, dossier }) =>
          dossiers.save(exampleDossier({ guildId: ours, claims: dossier.claims })),
        gives: 'refusal',
      },
      {
        method: 'dossiers.pin of a foreign dossier',
        attempt: ({ dossiers }, { ours, dossier }) => dossiers.pin(ours, channelId, dossier.id),
        gives: 'refusal',
      },
      {
        method: 'dossiers.pin taking away a pin',
        attempt: ({ dossiers }, { ours }) => dossiers.pin(ours, channelId, null),
        gives: undefined,
      },
      {
        method: 'inquiries.add with the id of another',
        attempt: ({ inquiries }, { ours, inquiry }) => inquiries.add({ ...inquiry, guildId: ours }),
        gives: 'refusal',
      },
      {
        method: 'inquiries.complete',
        attempt: ({ inquiries }, { ours, inquiry }) =>
          inquiries.complete(ours, inquiry.id, { outcome: 'none-of-these', dossierId: null, claimId: null }),
        gives: false,
      },
      {
        method: 'inquiries.giveFeedback',
        attempt: ({ inquiries }, { ours, inquiry }) => inquiries.giveFeedback(ours, inquiry.id, 'no'),
        gives: false,
      },
      {
        method: 'inquiries.forgetTextsOf',
        attempt: ({ inquiries }, { ours, inquiry }) => inquiries.forgetTextsOf(ours, [inquiry.id]),
        gives: 0,
      },
      ...writesOfCases,
    ];

    test.each(writes)('$method changes nothing of another server', async ({ attempt, gives }) => {
      const both = neighbours();
      await opened().transaction((stores) => settle(both, stores));
      const before = await opened().snapshot((stores) => everythingOf(both, stores));

      const given = await opened()
        .transaction((stores) => attempt(stores, both))
        .catch(() => 'refusal');

      expect(given).toEqual(gives);
      expect(await opened().snapshot((stores) => everythingOf(both, stores))).toEqual(before);
    });
  });
}
