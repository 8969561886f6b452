import { describe, expect, test } from 'vitest';
import { defaultGuildSettings, type GuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId, InteractionId, RoleId } from '../../src/core/ids.ts';
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
        demo: true,
      };
      await opened().transaction(({ settings }) => settings.write(guildId, defaultGuildSettings));

      await opened().transaction(({ settings }) => settings.write(guildId, chosen));

      expect(await opened().snapshot(({ settings }) => settings.read(guildId))).toEqual(chosen);
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
