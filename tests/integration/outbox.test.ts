import { expect, it } from 'vitest';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { type FakeClock, fakeClock } from '../fakes/fake-clock.ts';
import { cards, contested, report, withModerators } from './contested.ts';
import { secondBot, soon, untilNothingWaits } from './moderating.ts';
import { absent, type RunningBot, runningBot } from './running-bot.ts';

const posting = `POST /channels/${ids.moderators}/messages`;

/** Lets a minute and a half go by in steps in which timers are answered. */
async function aMinuteAndAHalf(bot: RunningBot, clock: FakeClock): Promise<void> {
  for (let step = 0; step < 18; step += 1) {
    clock.advance(5_000);
    await bot.inDatabase(({ outbox }) => outbox.nextDue());
  }
}

it('sends by one process alone what takes longer than a lease', async () => {
  const clock = fakeClock();
  const bot = await runningBot({ clock });
  await withModerators(bot);
  const slow = bot.discord.faults.holdNext({ match: posting });
  const second = await secondBot(bot, clock);
  await report(bot, ids.mia, await bot.discord.as(ids.sam).write(contested));
  await slow.reached;

  await aMinuteAndAHalf(bot, clock);
  const asked = bot.discord.requests.filter(
    ({ method, path }) => path === `/channels/${ids.moderators}/messages` && method !== 'PATCH',
  );
  slow.release();
  await untilNothingWaits(bot, clock);

  expect(asked).toEqual([]);
  expect(cards(bot)).toHaveLength(1);
  expect(second.filter((line) => line.includes('"sent"'))).toEqual([]);
});

it('leaves the card as the store has it when the answer to one moderator comes after what another did', async () => {
  const bot = await runningBot();
  await withModerators(bot);
  await report(bot, ids.mia, await bot.discord.as(ids.sam).write(contested));
  await expect.poll(() => cards(bot), soon).toHaveLength(1);
  const card = () => bot.discord.world.messages.inChannel(ids.moderators)[0]?.message ?? absent();
  const [max, ada] = [ids.max, ids.ada].map((who) => bot.discord.as(who, { channelId: ids.moderators }));

  const late = bot.discord.faults.holdNext({ match: /^POST \/interactions\/.*callback/ });
  const taking = max?.press(card(), 'Take');
  await late.reached;
  await expect.poll(() => cards(bot), soon).toEqual([expect.stringContaining(`Taken by <@${ids.max}>`)]);
  await (await ada?.press(card(), 'Take over'))?.settled();
  await expect.poll(() => bot.inDatabase(({ outbox }) => outbox.nextDue()), soon).toBeNull();
  late.release();
  const before = cards(bot);
  await (await taking)?.settled();

  await expect.poll(() => cards(bot), soon).toEqual([expect.stringContaining(`Taken by <@${ids.ada}>`)]);
  expect(before).toEqual([expect.stringContaining(`Taken by <@${ids.ada}>`)]);
});
