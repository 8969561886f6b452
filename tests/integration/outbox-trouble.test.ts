import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLog } from '../../src/adapters/log.ts';
import { buildApp } from '../../src/app.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId } from '../../src/core/ids.ts';
import { databaseFile } from '../../src/outside.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { type FakeClock, fakeClock } from '../fakes/fake-clock.ts';
import { cards, contested, guildId, report, withModerators } from './contested.ts';
import { soon, untilNothingWaits } from './moderating.ts';
import { changeSettings, type RunningBot, runningBot, textOf } from './running-bot.ts';

const hourMs = 3_600_000;
const posting = `POST /channels/${ids.moderators}/messages`;

async function arranged(): Promise<{ bot: RunningBot; clock: FakeClock }> {
  const clock = fakeClock();
  const bot = await runningBot({ clock });
  await withModerators(bot);
  return { bot, clock };
}

/** Has each of these members report a post of their own. */
async function reportNew(bot: RunningBot, ...members: readonly string[]): Promise<void> {
  for (const who of members) await report(bot, who, await bot.discord.as(ids.sam).write(contested));
}

/** How long, in ms, until something is sent next. */
async function waitMs({ inDatabase }: RunningBot, clock: FakeClock): Promise<number | null> {
  const due = await inDatabase(({ outbox }) => outbox.nextDue());
  return due === null ? null : due - clock.now();
}

const failures = (bot: RunningBot) => bot.log.filter((line) => line.includes('could not be sent'));
const posted = (bot: RunningBot) =>
  bot.discord.requests.filter(
    ({ method, path, status }) => `${method} ${path}` === posting && status === 200,
  );

describe('the card of a case', () => {
  it.each([
    { what: 'answers 500 five times', failure: { status: 500, times: 5 } },
    { what: 'asks to slow down', failure: { status: 429, times: 2 } },
    { what: 'takes it and asks to slow down', failure: { status: 429, times: 1, afterwards: true } },
    {
      what: 'takes it five times and loses the answer',
      failure: { status: 502, times: 5, afterwards: true },
    },
  ])('is posted once when Discord $what', async ({ failure }) => {
    const { bot, clock } = await arranged();
    bot.discord.faults.failNext({ match: posting, ...failure });

    await reportNew(bot, ids.mia);
    await untilNothingWaits(bot, clock);

    expect(cards(bot)).toHaveLength(1);
  });

  it('is posted in the channel that was chosen while it waited for one that was deleted', async () => {
    const { bot, clock } = await arranged();
    bot.discord.world.removeChannel(ids.moderators);
    await reportNew(bot, ids.mia, ids.noor);
    await expect.poll(() => failures(bot).length, soon).toBeGreaterThan(1);

    await changeSettings(bot, guildId, {
      ...defaultGuildSettings,
      moderatorsChannel: ChannelId.parse(ids.news),
    });
    await untilNothingWaits(bot, clock, hourMs);

    const shown = bot.discord.world.messages.inChannel(ids.news).map(({ message }) => textOf(message));
    expect(shown.toSorted()).toEqual([
      expect.stringContaining('Case 1 · open'),
      expect.stringContaining('Case 2 · open'),
    ]);
  });

  it('moves to the channel chosen by now when its own was deleted', async () => {
    const { bot, clock } = await arranged();
    const message = await bot.discord.as(ids.sam).write(contested);
    await report(bot, ids.mia, message);
    await untilNothingWaits(bot, clock);
    bot.discord.world.removeChannel(ids.moderators);
    await changeSettings(bot, guildId, {
      ...defaultGuildSettings,
      moderatorsChannel: ChannelId.parse(ids.news),
    });

    await report(bot, ids.noor, message);
    await untilNothingWaits(bot, clock);
    await report(bot, ids.max, message);
    await untilNothingWaits(bot, clock);

    const shown = bot.discord.world.messages.inChannel(ids.news).map((each) => textOf(each.message));
    expect(shown).toEqual([expect.stringContaining('**×3** reports')]);
  });

  it('does not hold up others when it cannot be made, is tried ever less, and given up after a week', async () => {
    const { bot, clock } = await arranged();
    bot.discord.world.setBotPermissions(ids.moderators, 0n);
    await reportNew(bot, ids.mia, ids.noor);
    await expect.poll(() => failures(bot).length, soon).toBeGreaterThan(1);
    const raw = new DatabaseSync(databaseFile(bot.config));
    raw.exec("update cases set state = 'nonsense' where number = 1");
    raw.close();
    bot.discord.world.setBotPermissions(ids.moderators, (1n << 10n) | (1n << 11n) | (1n << 16n));
    clock.advance(60_000);

    for (const seconds of [10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600, 3_600]) {
      await expect.poll(() => waitMs(bot, clock), soon).toBe(seconds * 1_000);
      clock.advance(seconds * 1_000);
    }
    const shown = cards(bot);
    clock.advance(7 * 24 * hourMs);
    await untilNothingWaits(bot, clock, hourMs);

    expect(shown).toEqual([expect.stringContaining('Case 2 · open')]);
    expect(bot.log.some((line) => line.includes('given up sending'))).toBe(true);
  });

  it('waits while the bot is out of the server, and is posted when it is taken back', async () => {
    const { bot, clock } = await arranged();
    bot.discord.faults.failNext({ match: posting, status: 500, times: 4 });
    await reportNew(bot, ids.mia);
    await expect.poll(() => failures(bot).length, soon).toBe(1);
    bot.discord.world.leaveGuild(ids.guild, 'removed');
    await expect
      .poll(() => {
        clock.advance(60_000);
        return failures(bot).length;
      }, soon)
      .toBeGreaterThan(3);
    const before = posted(bot).length;

    bot.discord.world.joinGuild(ids.guild);
    await untilNothingWaits(bot, clock, hourMs);

    expect(before).toBe(0);
    expect(cards(bot)).toEqual([expect.stringContaining('Case 1 · open')]);
  });
});

it('leaves no timer and no rejection behind when it is stopped while it sends', async () => {
  const rejections: unknown[] = [];
  const listen = (reason: unknown) => void rejections.push(reason);
  process.on('unhandledRejection', listen);
  onTestFinished(() => void process.off('unhandledRejection', listen));
  const { bot } = await arranged();
  await bot.app.stop();
  const clock = fakeClock();
  const app = await buildApp(bot.config, { clock, log: openLog('silent') });
  await app.start();
  const held = bot.discord.faults.holdNext({ match: posting });
  await reportNew(bot, ids.mia);
  await held.reached;

  const stopping = app.stop();
  clock.advance(10_000);
  await stopping;
  held.release();

  await expect.poll(() => clock.timers(), soon).toBe(0);
  expect(rejections).toEqual([]);
});
