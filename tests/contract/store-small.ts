import { describe, expect, test } from 'vitest';
import { defaultGuildSettings, type GuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId, type GuildId, InteractionId, RoleId } from '../../src/core/ids.ts';
import type { Database } from '../../src/ports/stores.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';

/** Settings and handled interactions. */
export function describeSmallStores(opened: () => Database): void {
  describe('settings', () => {
    test('a server that chose nothing has the defaults', async () => {
      const settings = await opened().snapshot((stores) => stores.settings.read(someGuild()));

      expect(settings).toEqual(defaultGuildSettings);
    });

    test('the last choice of a server is the one that holds', async () => {
      const guildId = someGuild();
      const channelId = ChannelId.parse('200000000000000001');
      const chosen: GuildSettings = {
        sharing: [channelId],
        keepsQuestionTexts: false,
        moderatorsChannel: channelId,
        moderatorRoles: [RoleId.parse('300000000000000001')],
        ageingHours: 48,
        alertRole: RoleId.parse('300000000000000002'),
        alertAt: 5,
        language: 'de',
        digest: { every: 'week', weekday: 1, at: '09:00', zone: 'Europe/Berlin' },
        model: { provider: 'models.example:8443' },
        modelTokensADay: 0,
        demo: true,
      };
      await opened().transaction(({ settings }) => settings.write(guildId, defaultGuildSettings));

      await opened().transaction(({ settings }) => settings.write(guildId, chosen));

      expect(await opened().snapshot(({ settings }) => settings.read(guildId))).toEqual(chosen);
    });

    test('servers with an alert role and those with scheduled digests are found, the latter page by page', async () => {
      const [first, second, third, none] = [someGuild(), someGuild(), someGuild(), someGuild()].toSorted();
      const digest = { every: 'day', weekday: 1, at: '09:00', zone: 'UTC' } as const;
      const alertRole = RoleId.parse('300000000000000002');
      await opened().transaction(async ({ settings }) => {
        const write = (guildId: GuildId | undefined, chosen: Partial<GuildSettings>) =>
          guildId && settings.write(guildId, { ...defaultGuildSettings, ...chosen });
        await write(third, { digest });
        await write(first, { digest });
        await write(second, { alertRole });
        await write(none, {});
      });
      const withDigest = (after: GuildId | null, limit: number) =>
        opened().snapshot(({ settings }) => settings.withDigest(after, limit));
      const own = (found: readonly GuildId[]) =>
        found.filter((id) => [first, second, third, none].includes(id));

      const alerted = await opened().snapshot(({ settings }) => settings.withAlertRole());
      const all = await withDigest(null, 1_000);

      expect(own(alerted)).toEqual([second]);
      expect(own(all)).toEqual([first, third]);
      expect(own(await withDigest(first ?? null, 1_000))).toEqual([third]);
      expect(await withDigest(null, 1)).toHaveLength(1);
    });
  });

  describe('handled interactions', () => {
    const anInteraction = () => InteractionId.parse(someGuild());

    test('an interaction can be claimed once', async () => {
      const id = anInteraction();

      const claims = await Promise.all(
        [1, 2, 3].map((nowMs) => opened().transaction(({ interactions }) => interactions.claim(id, nowMs))),
      );

      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    test('a claim that is undone with its transaction can be made again', async () => {
      const id = anInteraction();
      const failing = opened().transaction(async ({ interactions }) => {
        await interactions.claim(id, 1);
        throw new Error('changed its mind');
      });
      await expect(failing).rejects.toThrow();

      expect(await opened().transaction(({ interactions }) => interactions.claim(id, 2))).toBe(true);
    });

    test('those handled before a moment are forgotten, later ones are kept', async () => {
      const [old, exact, young] = [anInteraction(), anInteraction(), anInteraction()];
      const momentMs = Date.UTC(2001, 0, 1);

      const outcome = await opened().transaction(async ({ interactions }) => {
        await interactions.claim(old, momentMs - 1);
        await interactions.claim(exact, momentMs);
        await interactions.claim(young, momentMs + 1);
        await interactions.deleteBefore(momentMs);
        return {
          old: await interactions.claim(old, momentMs),
          exact: await interactions.claim(exact, momentMs),
          young: await interactions.claim(young, momentMs),
          deletedAgain: await interactions.deleteBefore(momentMs),
        };
      });

      expect(outcome).toEqual({ old: true, exact: false, young: false, deletedAgain: 0 });
    });
  });
}
