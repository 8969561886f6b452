import { exampleDossier } from '../fakes/example-dossier.ts';
import { channelId, type Reading, type Writing } from './neighbours.ts';

/** What one server sees of another’s dossiers, their edits and what they were made of. */
export const readsOfDossiers: readonly Reading[] = [
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
    attempt: async ({ dossiers }) => (await dossiers.listShared()).filter(({ guildId }) => guildId !== null),
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
];

/** What one server can do to another’s dossiers, their edits and what they were made of. */
export const writesOfDossiers: readonly Writing[] = [
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
    method: 'dossiers.save under the same slug',
    attempt: ({ dossiers }, { ours, dossier }) =>
      dossiers.save(exampleDossier({ guildId: ours, slug: dossier.slug })),
    gives: undefined,
  },
  {
    method: 'dossiers.save with the id of another',
    attempt: ({ dossiers }, { ours, dossier }) => dossiers.save({ ...dossier, guildId: ours, version: 2 }),
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
];
