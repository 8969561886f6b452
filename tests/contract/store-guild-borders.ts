import { describe, expect, test } from 'vitest';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId } from '../../src/core/ids.ts';
import type { Database, Stores } from '../../src/ports/stores.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { exampleInquiry, someGuild } from '../fixtures/store/example-inquiry.ts';

const channelId = ChannelId.parse('200000000000000001');

/** One server with a row in every table, and another that has learned all its ids and slugs. */
function neighbours() {
  const [ours, theirs] = [someGuild(), someGuild()];
  const dossier = exampleDossier({ guildId: theirs });
  const inquiry = exampleInquiry({ guildId: theirs, outcome: 'ambiguous', text: 'who pays?' });
  return { ours, theirs, dossier, inquiry };
}
type Neighbours = ReturnType<typeof neighbours>;

async function settle({ theirs, dossier, inquiry }: Neighbours, stores: Stores): Promise<void> {
  await stores.settings.write(theirs, { sharing: 'nowhere', keepsQuestionTexts: false });
  await stores.dossiers.save(dossier);
  await stores.dossiers.pin(theirs, channelId, dossier.id);
  await stores.inquiries.add(inquiry);
}

async function everythingOf({ theirs, dossier, inquiry }: Neighbours, stores: Stores) {
  return {
    settings: await stores.settings.read(theirs),
    listed: (await stores.dossiers.listPublished(theirs)).filter(({ guildId }) => guildId === theirs),
    found: await stores.dossiers.find(theirs, dossier.slug),
    history: await stores.dossiers.history(theirs, dossier.id),
    pinned: await stores.dossiers.pinned(theirs, channelId),
    inquiry: await stores.inquiries.find(theirs, inquiry.id),
    days: await stores.inquiries.days(theirs, '0000-01-01', '9999-12-31'),
  };
}

/** No method reads or changes what belongs to another server. */
export function describeGuildBorders(opened: () => Database): void {
  describe('the border between servers', () => {
    type Attempt = (stores: Stores, neighbours: Neighbours) => Promise<unknown>;
    const reads: { method: string; attempt: Attempt; sees: unknown }[] = [
      {
        method: 'settings.read',
        attempt: ({ settings }, { ours }) => settings.read(ours),
        sees: defaultGuildSettings,
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
        method: 'inquiries.days',
        attempt: ({ inquiries }, { ours }) => inquiries.days(ours, '0000-01-01', '9999-12-31'),
        sees: [],
      },
    ];

    test.each(reads)('$method shows nothing of another server', async ({ attempt, sees }) => {
      const both = neighbours();
      await opened().transaction((stores) => settle(both, stores));

      const seen = await opened().snapshot((stores) => attempt(stores, both));

      expect(seen).toEqual(sees);
    });

    const writes: { method: string; attempt: Attempt; gives: 'refusal' | unknown }[] = [
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
