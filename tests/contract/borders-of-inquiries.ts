import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { noSpend } from '../../src/core/model-spend.ts';
import { allDays, type Reading, type Writing } from './neighbours.ts';

/** What one server sees of another’s inquiries, settings and spending. */
export const readsOfInquiries: readonly Reading[] = [
  {
    method: 'settings.read',
    attempt: ({ settings }, { ours }) => settings.read(ours),
    sees: defaultGuildSettings,
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
];

/** What one server can do to another’s inquiries and settings, and to all it has when one is gone. */
export const writesOfInquiries: readonly Writing[] = [
  {
    method: 'departures.purge',
    attempt: ({ departures }, { ours }) => departures.purge(ours),
    gives: {},
  },
  {
    method: 'settings.write',
    attempt: ({ settings }, { ours }) => settings.write(ours, defaultGuildSettings),
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
];
