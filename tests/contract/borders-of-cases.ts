import { AuditId, CaseId, ReportId } from '../../src/core/ids.ts';
import { exampleId } from '../fakes/example-dossier.ts';
import { keyOf, someMember } from '../fixtures/store/example-case.ts';
import { ever, farAway, type Reading, type Writing } from './neighbours.ts';

const noCases = { open: 0, assigned: 0, resolved: 0, reopened: 0 };

/** What one server sees of another’s cases, their reports and the audit. */
export const readsOfCases: readonly Reading[] = [
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
];

/** What one server can do to another’s cases, their reports and the audit. */
export const writesOfCases: readonly Writing[] = [
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
];
