import { describe, expect, it } from 'vitest';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { casesIn, contested, guildId, report, withModerators } from './contested.ts';
import { soon } from './moderating.ts';
import { runningBot } from './running-bot.ts';

const hourMs = 3_600_000;

describe('servers that come and go', () => {
  const dayMs = 24 * hourMs;

  async function botWithData() {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    await withModerators(bot);
    await report(bot, ids.mia, await bot.discord.as(ids.noor).write(contested));
    const logged = (sentence: string) => () => bot.log.filter((line) => line.includes(sentence)).length;
    const night = async () => {
      const before = logged('reported messages looked at')();
      clock.advance(before === 0 ? hourMs / 6 : dayMs);
      await expect.poll(logged('reported messages looked at'), soon).toBe(before + 1);
    };
    const departed = () => bot.inDatabase(({ departures }) => departures.leftBefore(Number.MAX_SAFE_INTEGER));
    /** Moves the departure back in time: a month of timers takes too long. */
    const asIfLeft = (days: number) =>
      bot.inDatabase(async ({ departures }) => {
        await departures.returned(guildId);
        await departures.left(guildId, clock.now() - days * dayMs);
      });
    return { bot, night, departed, asIfLeft, logged };
  }

  it('lose nothing in an outage', async () => {
    const { bot, night, departed } = await botWithData();
    bot.discord.world.leaveGuild(ids.guild, 'outage');

    await night();

    expect(await departed()).toEqual([]);
    expect(await casesIn(bot)).toHaveLength(1);
  });

  it('lose everything 30 days after Footnote was removed, and nothing before', async () => {
    const { bot, night, departed, asIfLeft, logged } = await botWithData();
    bot.discord.world.leaveGuild(ids.guild, 'removed');
    await expect.poll(departed, soon).toEqual([guildId]);

    await asIfLeft(29);
    await night();
    const before = await casesIn(bot);
    await asIfLeft(30);
    await night();
    await expect.poll(logged('data of departed servers deleted'), soon).toBe(1);

    expect(before).toHaveLength(1);
    expect(await casesIn(bot)).toEqual([]);
    expect(await bot.inDatabase(({ settings }) => settings.read(guildId))).toEqual(defaultGuildSettings);
    expect(await departed()).toEqual([]);
  });

  it('lose nothing when they take Footnote back in time', async () => {
    const { bot, night, departed, asIfLeft } = await botWithData();
    bot.discord.world.leaveGuild(ids.guild, 'removed');
    await expect.poll(departed, soon).toEqual([guildId]);
    await asIfLeft(31);
    bot.discord.world.joinGuild(ids.guild);
    await expect.poll(departed, soon).toEqual([]);

    await night();

    expect(await casesIn(bot)).toHaveLength(1);
  });
});
