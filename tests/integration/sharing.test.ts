import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId, GuildId } from '../../src/core/ids.ts';
import { sandboxIds as ids, sandboxPlan } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import {
  absent,
  buttonsTo,
  changeSettings,
  type RunningBot,
  runningBot,
  sureQuestion,
  textOf,
} from './running-bot.ts';

const guildId = GuildId.parse(ids.guild);

function inChannel(bot: RunningBot, channelId: string = ids.general) {
  return bot.discord.world.messages.inChannel(channelId).filter(({ onlyFor }) => onlyFor === null);
}

async function shareByButton(bot: RunningBot, userId: string, channelId?: string) {
  const member = bot.discord.as(userId, channelId === undefined ? {} : { channelId });
  const card = await member.slash('claim lookup', { query: sureQuestion });
  const question = await member.press(card.message ?? absent(), 'Share');
  const confirms = buttonsTo(question.message, 'share.post');
  const done =
    confirms[0] === undefined ? question : await member.press(question.message ?? absent(), confirms[0]);
  return { question, done };
}

describe('sharing a card', () => {
  it('asks first, says that the name will be visible, and posts a short card', async () => {
    const bot = await runningBot();

    const { question, done } = await shareByButton(bot, ids.mia);

    const [posted] = inChannel(bot);
    expect(textOf(question.message)).toContain('your name will be visible');
    expect(textOf(done.message)).toContain(`/${ids.general}/${posted?.message.id}`);
    expect(textOf(posted?.message)).toContain(`Shared by <@${ids.mia}>`);
    expect(textOf(posted?.message)).toMatch(/version 1, loaded here on /);
    expect(textOf(posted?.message).length).toBeLessThanOrEqual(600);
  });

  it('posts at once with the share option, and says where', async () => {
    const bot = await runningBot();

    const answer = await bot.discord.as(ids.mia).slash('summary', { share: true });

    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toContain('Shared: https://');
    expect(inChannel(bot)).toHaveLength(1);
  });

  it('links to the first when the same card is shared again within 30 minutes, and posts anew after that', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    await shareByButton(bot, ids.mia);

    const again = await shareByButton(bot, ids.noor);
    clock.advance(31 * 60_000);
    await shareByButton(bot, ids.noor);

    expect(textOf(again.done.message)).toContain('less than half an hour ago');
    expect(inChannel(bot)).toHaveLength(2);
  });

  it('posts one card when two members share the same at the same moment', async () => {
    const bot = await runningBot();

    await Promise.all([
      shareByButton(bot, ids.mia),
      shareByButton(bot, ids.noor),
      shareByButton(bot, ids.max),
    ]);

    expect(inChannel(bot)).toHaveLength(1);
  });

  it('shows details to whoever presses, and refreshes the card for everyone', async () => {
    const bot = await runningBot();
    await shareByButton(bot, ids.mia);
    const noor = bot.discord.as(ids.noor);
    const posted = inChannel(bot)[0]?.message ?? absent();

    const details = await noor.press(posted, 'Details (only you)');
    const latest = await noor.press(posted, 'Latest');

    expect(details.ephemeral).toBe(true);
    expect(textOf(details.message)).toContain('are salaried by the Iraqi government');
    expect(latest.kind).toBe('update');
    expect(textOf(latest.message)).toContain(`Shared by <@${ids.mia}>`);
  });

  it('turns the pages of a shared summary for whoever presses, and leaves the card of the others as it is', async () => {
    const bot = await runningBot();
    await bot.discord.as(ids.mia).slash('summary', { share: true });
    const posted = inChannel(bot)[0]?.message ?? absent();
    const before = textOf(posted);
    const noor = bot.discord.as(ids.noor);

    const details = await noor.press(posted, 'Details (only you)');
    const second = await noor.press(details.message ?? absent(), 'Next ▶');

    expect(details.ephemeral).toBe(true);
    expect(second.kind).toBe('update');
    expect(textOf(second.message)).toContain('Key claims (7–12 of 17)');
    expect(inChannel(bot).map(({ message }) => textOf(message))).toEqual([before]);
  });

  it.each([
    { who: 'the sharer', userId: ids.mia, gone: true },
    { who: 'a moderator', userId: ids.max, gone: true },
    { who: 'another member', userId: ids.noor, gone: false },
  ])('lets $who remove it: $gone', async ({ userId, gone }) => {
    const bot = await runningBot();
    await shareByButton(bot, ids.mia);

    const answer = await bot.discord.as(userId).press(inChannel(bot)[0]?.message ?? absent(), 'Remove');

    expect(inChannel(bot)).toHaveLength(gone ? 0 : 1);
    expect(textOf(answer.message)).toContain(
      gone ? 'gone from the channel' : 'Only the member who shared this card',
    );
  });

  it('refuses a member who may not write in the channel, and still answers them', async () => {
    const bot = await runningBot({ world: withChannel({ deny: 1n << 11n, who: ids.mia }) });

    const answer = await bot.discord.as(ids.mia).slash('summary', { share: true });

    expect(textOf(answer.message)).toContain('You may not write in this channel');
    expect(textOf(answer.message)).toContain('Key claims');
    expect(inChannel(bot)).toHaveLength(0);
  });

  it('names the permission the bot lacks', async () => {
    const bot = await runningBot();
    bot.discord.world.setBotPermissions(ids.general, 1n << 10n);

    const { question } = await shareByButton(bot, ids.mia);

    expect(textOf(question.message)).toContain('it lacks “Send Messages”');
  });

  it('respects slow mode, but not for members who may bypass it', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock, world: withChannel({ slowModeSeconds: 60, bypass: ids.max }) });
    await bot.discord.as(ids.mia).slash('summary', { share: true });

    const tooSoon = await bot.discord.as(ids.mia).slash('claim lookup', { query: sureQuestion, share: true });
    const first = await bot.discord.as(ids.max).slash('claim lookup', { query: sureQuestion, share: true });
    const second = await bot.discord.as(ids.max).slash('claim show', { id: 'iraqi-militias-in-syria/c05' });
    const [ask = ''] = buttonsTo(second.message, 'share.ask');
    const question = await bot.discord.as(ids.max).press(second.message ?? absent(), ask);
    const [confirm = ''] = buttonsTo(question.message, 'share.post');
    const shared = await bot.discord.as(ids.max).press(question.message ?? absent(), confirm);

    expect(textOf(tooSoon.message)).toContain('slow mode. Wait 60 seconds');
    expect(textOf(first.message)).toContain('Shared: ');
    expect(textOf(shared.message)).toContain('Shared: ');
  });

  it('posts anew after the first was removed, and when the dossier has a new version', async () => {
    const bot = await runningBot();
    await shareByButton(bot, ids.mia);
    await bot.discord.as(ids.mia).press(inChannel(bot)[0]?.message ?? absent(), 'Remove');

    const anew = await shareByButton(bot, ids.mia);

    expect(textOf(anew.done.message)).toContain('Shared: ');
    expect(inChannel(bot)).toHaveLength(1);
  });

  it.each([
    { why: 'the thread is archived', failure: { status: 400, code: 50083 }, says: 'archived or locked' },
    { why: 'Discord fails', failure: { status: 500, times: 10 }, says: 'Discord did not take the card' },
  ])('still answers the question when the card cannot be posted because $why', async ({ failure, says }) => {
    const bot = await runningBot();
    bot.discord.faults.failNext({ match: `/channels/${ids.general}/messages`, ...failure });

    const answer = await bot.discord.as(ids.mia).slash('claim lookup', { query: sureQuestion, share: true });
    const settled = await answer.settled();

    expect(textOf(settled.message)).toContain(says);
    expect(textOf(settled.message)).toContain('are salaried by the Iraqi government');
  });

  it('follows the server’s setting', async () => {
    const bot = await runningBot();
    await changeSettings(bot, guildId, { ...defaultGuildSettings, sharing: [ChannelId.parse(ids.news)] });

    const here = await bot.discord.as(ids.mia).slash('summary', { share: true });
    const there = await bot.discord.as(ids.mia, { channelId: ids.news }).slash('summary', { share: true });
    const inThread = await bot.discord
      .as(ids.mia, { channelId: ids.thread })
      .slash('summary', { share: true });

    expect(textOf(here.message)).toContain('does not allow sharing in this channel');
    expect(textOf(there.message)).toContain('Shared: ');
    expect(textOf(inThread.message)).toContain('Shared: ');
  });

  it('never makes a shared card private or a private card public', async () => {
    const bot = await runningBot();
    const { question } = await shareByButton(bot, ids.mia);

    expect((inChannel(bot)[0]?.message.flags ?? 0) & MessageFlags.Ephemeral).toBe(0);
    expect((question.message?.flags ?? 0) & MessageFlags.Ephemeral).not.toBe(0);
  });
});

function withChannel(change: { slowModeSeconds?: number; deny?: bigint; who?: string; bypass?: string }) {
  const { deny, who, slowModeSeconds, bypass } = change;
  return {
    ...sandboxPlan,
    guilds: sandboxPlan.guilds.map((guild) => ({
      ...guild,
      channels: guild.channels.map((channel) =>
        channel.id !== ids.general
          ? channel
          : {
              ...channel,
              ...(slowModeSeconds === undefined ? {} : { slowModeSeconds }),
              overwrites: [
                ...(deny === undefined || who === undefined
                  ? []
                  : [{ id: who, type: 1 as const, allow: 0n, deny }]),
                ...(bypass === undefined
                  ? []
                  : [{ id: bypass, type: 1 as const, allow: 1n << 52n, deny: 0n }]),
              ],
            },
      ),
    })),
  };
}
