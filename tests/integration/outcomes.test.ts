import type { APIMessage } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { ReportId } from '../../src/core/ids.ts';
import type { Actor } from '../../src/sandbox/acts.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { contested, guildId, report, reportsIn, withModerators } from './contested.ts';
import { soon } from './moderating.ts';
import { absent, type RunningBot, runningBot, textOf } from './running-bot.ts';

async function botWithCase(): Promise<RunningBot> {
  const bot = await runningBot();
  await withModerators(bot);
  const message = await bot.discord.as(ids.sam).write(contested);
  await report(bot, ids.mia, message, { 'tell-me': ['yes'] });
  await expect.poll(() => cards(bot), soon).toHaveLength(1);
  await settled(bot);
  return bot;
}

function cards(bot: RunningBot): readonly APIMessage[] {
  return bot.discord.world.messages.inChannel(ids.moderators).map(({ message }) => message);
}

async function settled(bot: RunningBot): Promise<void> {
  await expect.poll(() => bot.inDatabase(({ outbox }) => outbox.nextDue()), soon).toBeNull();
}

/** What Mia was told, oldest first. */
function told(bot: RunningBot): readonly string[] {
  const direct = bot.discord.world.directChannel(ids.mia).id;
  return bot.discord.world.messages.inChannel(direct).map(({ message }) => textOf(message));
}

async function press(bot: RunningBot, label: string): ReturnType<Actor['press']> {
  const max = bot.discord.as(ids.max, { channelId: ids.moderators });
  return (await max.press(cards(bot)[0] ?? absent(), label)).settled();
}

it('tells the reporter the second outcome, too, when the case is reopened while the first is being told', async () => {
  const bot = await botWithCase();
  const opening = bot.discord.faults.holdNext({ match: 'POST /users/@me/channels' });
  await press(bot, 'Removed or handled elsewhere');
  await opening.reached;
  await press(bot, 'Reopen');
  opening.release();
  await settled(bot);
  const first = told(bot);

  const form = await press(bot, 'No action');
  const max = bot.discord.as(ids.max, { channelId: ids.moderators });
  await (await max.submit(form, { answer: 'It is an opinion.' })).settled();
  await settled(bot);

  expect(first).toHaveLength(1);
  expect(told(bot)).toEqual([first[0], expect.stringContaining('It is an opinion.')]);
});

it('tells the reporter both outcomes when the case is done anew while the first is being told', async () => {
  const bot = await botWithCase();
  const opening = bot.discord.faults.holdNext({ match: 'POST /users/@me/channels' });
  await press(bot, 'Removed or handled elsewhere');
  await opening.reached;
  await press(bot, 'Reopen');
  const form = await press(bot, 'No action');
  const max = bot.discord.as(ids.max, { channelId: ids.moderators });
  await (await max.submit(form, { answer: 'It is an opinion.' })).settled();
  opening.release();
  await settled(bot);

  expect(told(bot)).toEqual([expect.any(String), expect.stringContaining('It is an opinion.')]);
  expect((await reportsIn(bot)).map(({ outcome }) => outcome)).toEqual(['told']);
});

it('tells nobody twice when the message was sent, and nobody wrote it down for an hour', async () => {
  const bot = await botWithCase();
  await press(bot, 'Removed or handled elsewhere');
  await settled(bot);
  const before = told(bot);
  const direct = bot.discord.world.directChannel(ids.mia).id;
  const [sent = absent()] = bot.discord.world.messages.inChannel(direct);
  const hourAgo = Date.now() - 3_600_000;
  // What a process leaves that died after it had sent the message: the nonce is forgotten by then.
  Object.assign(sent.message, { nonce: 'forgotten' });
  const [reported = absent()] = await reportsIn(bot);
  await bot.inDatabase(async ({ cases, outbox }) => {
    await cases.saveReport({ ...reported, outcome: 'wanted' });
    const item = { kind: 'outcome', guildId, subjectId: ReportId.parse(reported.id) } as const;
    await outbox.put(item, hourAgo, hourAgo);
    await outbox.claim(hourAgo, 60_000, 1);
  });
  await settled(bot);

  expect(told(bot)).toEqual(before);
});
