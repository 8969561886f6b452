import { GatewayIntentBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectOf } from '../../src/sandbox/json.ts';
import { type Actor, type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { assertClean } from '../fakes/discord-oracle.ts';
import { type RawBot, startRawBot } from './loopback-raw.ts';

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

let loopback: Loopback;
let bot: RawBot;
let mia: Actor;
let max: Actor;

beforeEach(async () => {
  loopback = await startLoopback();
  bot = await startRawBot(loopback, Guilds | GuildMessages | DirectMessages);
  mia = loopback.as(sandboxIds.mia);
  max = loopback.as(sandboxIds.max);
});

afterEach(async () => {
  bot.stop();
  await loopback.stop();
  assertClean(loopback);
});

/** The data of every event of this name so far. */
async function told(name: string, by: RawBot = bot) {
  await by.settled();
  return by.events.filter((event) => event.name === name).map(({ data }) => objectOf(data));
}

const here = { channel_id: sandboxIds.general, guild_id: sandboxIds.guild };

describe('what a bot hears of messages', () => {
  test('a deleted message is told by its ids alone, whoever deleted it', async () => {
    const [own, other] = [await mia.write('mine'), await mia.write('against the rules')];

    await mia.remove(own.id);
    await max.remove(other.id);

    expect(await told('MESSAGE_DELETE')).toEqual([
      { id: own.id, ...here },
      { id: other.id, ...here },
    ]);
  });

  test('messages deleted at a stroke are told in one event', async () => {
    const all = [await mia.write('one'), await mia.write('two')];

    await max.removeMany(all.map(({ id }) => id));

    expect(await told('MESSAGE_DELETE_BULK')).toEqual([{ ids: all.map(({ id }) => id), ...here }]);
    expect(await told('MESSAGE_DELETE')).toEqual([]);
  });

  test('a changed message is told without its text, but with the time of the change', async () => {
    const { id } = await mia.write('before');

    const edited = await mia.edit(id, 'after');

    const [update] = await told('MESSAGE_UPDATE');
    expect(update).toMatchObject({ id, ...here, content: '', embeds: [], attachments: [] });
    expect(update?.edited_timestamp).toBe(edited.edited_timestamp);
  });

  test('a change in direct messages is told with its text', async () => {
    const dm = loopback.world.directChannel(sandboxIds.mia);
    const direct = loopback.as(sandboxIds.mia, { channelId: dm.id });
    const { id } = await direct.write('before');

    await direct.edit(id, 'after');

    expect(await told('MESSAGE_UPDATE')).toMatchObject([{ id, channel_id: dm.id, content: 'after' }]);
  });

  test('a forwarded message is told without the text of what it forwards', async () => {
    const { id } = await mia.write('the original');

    await mia.forward(id);

    const [, forward] = await told('MESSAGE_CREATE');
    expect(forward).toMatchObject({ content: '', message_snapshots: [{ message: { content: '' } }] });
  });

  test('nothing of this reaches a bot without the intent for messages', async () => {
    const deaf = await startRawBot(loopback, Guilds);
    const { id } = await mia.write('before');

    await mia.edit(id, 'after');
    await mia.remove(id);

    await deaf.settled();
    expect(deaf.events.filter(({ name }) => name.startsWith('MESSAGE_'))).toEqual([]);
    deaf.stop();
  });

  test.each([
    { why: 'a member deletes the message of another', act: (id: string) => mia.remove(id) },
    { why: 'a member deletes several', act: (id: string) => mia.removeMany([id]) },
    { why: 'a moderator changes the message of another', act: (id: string) => max.edit(id, 'x') },
    { why: 'there is no such message', act: () => max.remove('1') },
  ])('nothing happens when $why', async ({ act }) => {
    const { id } = await loopback.as(sandboxIds.noor).write('stays');

    await expect(act(id)).rejects.toThrow(RangeError);

    expect(loopback.world.messages.get(id)?.message.content).toBe('stays');
  });
});

describe('what a bot hears of channels and servers', () => {
  test('a deleted channel takes its threads and messages along without a word about them', async () => {
    const { general, news, thread } = sandboxIds;
    const { id } = await loopback.as(sandboxIds.mia, { channelId: thread }).write('in the thread');

    loopback.world.removeChannel(news);

    expect(await told('CHANNEL_DELETE')).toMatchObject([{ id: news, guild_id: sandboxIds.guild }]);
    expect(await told('THREAD_DELETE')).toEqual([]);
    expect(await told('MESSAGE_DELETE')).toEqual([]);
    expect(loopback.world.messages.get(id)).toBeUndefined();
    expect(loopback.world.channel(thread)).toBeUndefined();
    expect(loopback.world.channel(general)).toBeDefined();
  });

  test('a deleted thread is told by its ids, its parent and its type', async () => {
    loopback.world.removeChannel(sandboxIds.thread);

    expect(await told('THREAD_DELETE')).toEqual([
      { id: sandboxIds.thread, guild_id: sandboxIds.guild, parent_id: sandboxIds.news, type: 11 },
    ]);
  });

  test('an outage says that the server is unavailable, and its end brings it back whole', async () => {
    loopback.world.leaveGuild(sandboxIds.guild, 'outage');
    loopback.world.joinGuild(sandboxIds.guild);

    expect(await told('GUILD_DELETE')).toEqual([{ id: sandboxIds.guild, unavailable: true }]);
    const [, , back] = await told('GUILD_CREATE');
    expect(back).toMatchObject({ id: sandboxIds.guild, unavailable: false, name: 'Sandbox server' });
  });

  test('a removal says no such thing, and an invitation brings the server back', async () => {
    loopback.world.leaveGuild(sandboxIds.guild, 'removed');
    loopback.world.joinGuild(sandboxIds.guild);

    expect(await told('GUILD_DELETE')).toEqual([{ id: sandboxIds.guild }]);
    expect(await told('GUILD_CREATE')).toHaveLength(3);
  });

  test('a private thread is news only for a bot that is its member', async () => {
    const secret = await mia.openThread('between us', { isPrivate: true, members: [sandboxIds.noor] });
    const shared = await mia.openThread('with the bot', {
      isPrivate: true,
      members: [loopback.applicationId],
    });

    await loopback.as(sandboxIds.mia, { channelId: secret.id }).write('psst');

    expect(await told('THREAD_CREATE')).toMatchObject([{ id: shared.id, type: 12 }]);
    expect(await told('MESSAGE_CREATE')).toEqual([]);
    loopback.world.setThreadMembers(secret.id, [sandboxIds.mia, loopback.applicationId]);
    expect(await told('THREAD_UPDATE')).toMatchObject([{ id: secret.id, type: 12 }]);
  });

  test('a server’s own channels for safety alerts and updates are told when they change', async () => {
    const { guild, general, moderators } = sandboxIds;

    loopback.world.setGuildChannels(guild, { safetyAlerts: moderators, publicUpdates: general });

    expect(await told('GUILD_UPDATE')).toMatchObject([
      { id: guild, safety_alerts_channel_id: moderators, public_updates_channel_id: general },
    ]);
    const asked = await bot.ask('GET', `/guilds/${guild}`);
    expect(asked.body).toMatchObject({ safety_alerts_channel_id: moderators, features: ['COMMUNITY'] });
  });
});
