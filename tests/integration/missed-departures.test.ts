import { describe, expect, it, onTestFinished } from 'vitest';
import { openLog } from '../../src/adapters/log.ts';
import { buildApp } from '../../src/app.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { GuildId } from '../../src/core/ids.ts';
import { shardOf } from '../../src/core/snowflake.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { guildId, withModerators } from './contested.ts';
import { soon } from './moderating.ts';
import { changeSettings, type RunningBot, runningBot } from './running-bot.ts';

const otherGuildId = GuildId.parse(ids.otherGuild);

/** A bot with settings of both servers. */
async function settledBot(): Promise<RunningBot> {
  const bot = await runningBot();
  await withModerators(bot);
  await changeSettings(bot, otherGuildId, { ...defaultGuildSettings, sharing: 'nowhere' });
  return bot;
}

/** What is done while the bot is not running, and the bot once it is back. */
async function whileStopped(bot: RunningBot, happens: () => void): Promise<readonly string[]> {
  const lines: string[] = [];
  await bot.app.stop();
  happens();
  const again = await buildApp(bot.config, {
    log: openLog('debug', { write: (line) => void lines.push(line) }),
  });
  onTestFinished(() => again.stop());
  await again.start();
  return lines;
}

function departed(bot: RunningBot) {
  return bot.inDatabase(({ departures }) => departures.leftBefore(Number.MAX_SAFE_INTEGER));
}

describe('a bot that starts', () => {
  it('notes the server that removed it meanwhile, and no other', async () => {
    const bot = await settledBot();

    const log = await whileStopped(bot, () => bot.discord.world.leaveGuild(ids.guild, 'removed'));

    await expect.poll(() => departed(bot), soon).toEqual([guildId]);
    expect(log.filter((line) => line.includes('removed from a server while not connected'))).toHaveLength(1);
  });

  it('takes no outage for a removal', async () => {
    const bot = await settledBot();

    await whileStopped(bot, () => bot.discord.world.leaveGuild(ids.guild, 'outage'));
    // An answer to anything later tells that the greeting was heard.
    await bot.discord.as(ids.olu).slash('about');

    expect(await departed(bot)).toEqual([]);
  });

  it('judges those servers alone that its connection serves', async () => {
    const bot = await settledBot();
    const shardCount = 16;
    const shardId = shardOf(guildId, shardCount);

    const left = await bot.app.services.noteDepartures({ guildIds: [], shardId, shardCount });

    expect(left).toContain(guildId);
    expect(left.includes(otherGuildId)).toBe(shardOf(otherGuildId, shardCount) === shardId);
    const others = { guildIds: [], shardId: (shardId + 1) % shardCount, shardCount };
    expect(await bot.app.services.noteDepartures(others)).not.toContain(guildId);
  });
});
