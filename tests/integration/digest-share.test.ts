import { describe, expect, it } from 'vitest';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { guildId } from './contested.ts';
import { ask, busyWeek, often, resolve, seldom, unknown } from './digest-scene.ts';
import {
  absent,
  buttonsTo,
  changeSettings,
  type RunningBot,
  runningBot,
  sureQuestion,
  textOf,
} from './running-bot.ts';

function inChannel(bot: RunningBot) {
  return bot.discord.world.messages
    .inChannel(ids.general)
    .filter(({ onlyFor, message }) => onlyFor === null && textOf(message).includes('Digest'));
}

/** Has a moderator make a digest in the channel everyone writes in, and press Share. */
async function askToShare(bot: RunningBot) {
  const max = bot.discord.as(ids.max);
  const digest = await (await max.slash('digest')).settled();
  return (await max.press(digest.message ?? absent(), 'Share')).settled();
}

async function share(bot: RunningBot) {
  const question = await askToShare(bot);
  const [confirm = absent()] = buttonsTo(question.message, 'digest.share-post');
  return (await bot.discord.as(ids.max).press(question.message ?? absent(), confirm)).settled();
}

describe('sharing a digest', () => {
  it('asks first, says that the name will be visible, and posts nothing yet', async () => {
    const { bot } = await busyWeek();

    const question = await askToShare(bot);

    expect(question.ephemeral).toBe(true);
    expect(textOf(question.message)).toContain('your name will be visible');
    expect(textOf(question.message)).toContain(
      'Cases, reported posts and what fewer than three asked stay out',
    );
    expect(inChannel(bot)).toHaveLength(0);
  });

  it('posts what everyone may read, with its picture: no cases, no messages, nothing a few asked', async () => {
    const { bot } = await busyWeek();
    await resolve(bot, 2);

    const done = await share(bot);

    const [{ message: posted } = absent()] = inChannel(bot);
    const said = textOf(posted);
    expect(textOf(done.message)).toContain(`/${ids.general}/${posted.id}`);
    expect(said).toContain('7 questions (0 before)');
    expect(said).toContain(`3 questions · “${often}”`);
    expect(said).toContain(`Shared by <@${ids.max}>`);
    expect(posted.attachments.map(({ filename }) => filename)).toEqual(['digest.png']);
    for (const secret of [
      seldom,
      unknown,
      'contested',
      'Case',
      'reports',
      'moderators',
      'https://discord.com',
    ])
      expect(said).not.toContain(secret);
    for (const member of [ids.mia, ids.noor, ids.sam]) expect(JSON.stringify(posted)).not.toContain(member);
  });

  it('names a claim only once three members asked about it on one day, however often one asks', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    const claim = 'iraqi-militias-in-syria/c04b';
    for (let day = 0; day < 4; day += 1) {
      clock.advance(day === 0 ? 0 : 86_400_000);
      await (await ask(bot, ids.mia, sureQuestion)).settled();
    }
    await share(bot);
    const [{ message: before } = absent()] = inChannel(bot);

    for (const member of [ids.noor, ids.sam]) await (await ask(bot, member, sureQuestion)).settled();
    clock.advance(31 * 60_000);
    await share(bot);

    const [, { message: after } = absent()] = inChannel(bot);
    expect(textOf(before)).toContain('4 questions');
    expect(textOf(before)).not.toContain(claim);
    expect(textOf(after)).toContain(`**6×** (0 before) ${claim}`);
  });

  it('links to the first where the same was shared less than half an hour ago', async () => {
    const { bot } = await busyWeek();
    await share(bot);

    const again = await share(bot);

    expect(textOf(again.message)).toContain('less than half an hour ago');
    expect(inChannel(bot)).toHaveLength(1);
  });

  it.each([
    { who: 'the sharer', userId: ids.max, gone: true },
    { who: 'an admin', userId: ids.ada, gone: true },
    { who: 'a member', userId: ids.noor, gone: false },
  ])('lets $who remove it: $gone', async ({ userId, gone }) => {
    const { bot } = await busyWeek();
    await share(bot);

    const answer = await bot.discord.as(userId).press(inChannel(bot)[0]?.message ?? absent(), 'Remove');

    expect(inChannel(bot)).toHaveLength(gone ? 0 : 1);
    expect(textOf(answer.message)).toContain(
      gone ? 'gone from the channel' : 'Only the member who shared this card',
    );
  });

  it('is refused where the server allows no sharing', async () => {
    const { bot } = await busyWeek();
    await changeSettings(bot, guildId, { ...defaultGuildSettings, sharing: 'nowhere' });

    const refused = await askToShare(bot);

    expect(textOf(refused.message)).toContain('does not allow sharing');
    expect(buttonsTo(refused.message, 'digest.share-post')).toEqual([]);
  });

  it('names the permission the bot lacks', async () => {
    const { bot } = await busyWeek();
    bot.discord.world.setBotPermissions(ids.general, 1n << 10n);

    expect(textOf((await askToShare(bot)).message)).toContain('it lacks “Send Messages”');
  });

  it('goes without its picture where the bot may attach none', async () => {
    const { bot } = await busyWeek();
    bot.discord.world.setBotPermissions(ids.general, (1n << 10n) | (1n << 11n));

    await share(bot);

    expect(inChannel(bot)[0]?.message.attachments).toEqual([]);
  });

  it('is for moderators, whoever forges its buttons', async () => {
    const { bot } = await busyWeek();
    const max = bot.discord.as(ids.max);
    const digest = await (await max.slash('digest')).settled();
    const question = await askToShare(bot);

    for (const [answer, route] of [
      [digest, 'digest.share'],
      [question, 'digest.share-post'],
    ] as const) {
      const [button = absent()] = buttonsTo(answer.message, route);
      const forged = await bot.discord.as(ids.mia).pressForged(answer.message ?? absent(), button);
      expect(textOf(forged.message)).toContain('This needs the permission');
    }
    expect(inChannel(bot)).toHaveLength(0);
  });
});
