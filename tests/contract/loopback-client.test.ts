import { Client, Events } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { arranged, card, commands, flags, textOf } from './arranged-client.ts';

describe('discord.js at the loopback Discord', () => {
  test('a client that logs in learns both servers, their channels and its own permissions', async () => {
    const { bot } = await arranged();

    const guild = bot.client.guilds.cache.get(sandboxIds.guild);
    const general = guild?.channels.cache.get(sandboxIds.general);

    expect(bot.client.guilds.cache.size).toBe(2);
    expect(guild?.name).toBe('Sandbox server');
    expect(guild?.channels.cache.has(sandboxIds.thread)).toBe(true);
    expect(guild?.members.me && general?.permissionsFor(guild.members.me).has('SendMessages')).toBe(true);
    expect(guild?.members.me && general?.permissionsFor(guild.members.me).has('ManageMessages')).toBe(false);
  });

  test('registered commands come back with ids, and setting the same again changes no version', async () => {
    const { bot } = await arranged();
    const before = await bot.client.application.commands.fetch();

    await bot.client.application.commands.set([...commands]);

    const after = await bot.client.application.commands.fetch();
    expect(before.map(({ name }) => name).sort()).toEqual(['Check this post', 'claim']);
    expect(after.map(({ id, version }) => `${id} ${version}`)).toEqual(
      before.map(({ id, version }) => `${id} ${version}`),
    );
  });

  test('the bot posts in a channel once per nonce, edits and deletes its message', async () => {
    const { loopback, bot } = await arranged();
    const general = await bot.client.channels.fetch(sandboxIds.general);
    if (!general?.isSendable()) throw new Error('cannot write');
    const body = { ...card('Posted', false), flags, nonce: 'outbox-1', enforceNonce: true };

    const first = await general.send(body);
    const again = await general.send(body);
    await first.edit({ ...card('Edited', false), flags });
    const shown = textOf(loopback.world.messages.get(first.id)?.message);
    await first.delete();

    expect(again.id).toBe(first.id);
    expect(shown).toBe('Edited');
    expect(loopback.world.messages.get(first.id)).toBeUndefined();
  });

  test('a thread opened at a message is a place to write in', async () => {
    const { loopback, bot } = await arranged();
    const general = await bot.client.channels.fetch(sandboxIds.general);
    if (general?.type !== 0) throw new Error('not a text channel');
    loopback.world.setBotPermissions(general.id, loopback.world.permissions(sandboxIds.mia, general.id));

    const thread = await general.threads.create({ name: 'Sources' });
    const sent = await thread.send({ ...card('In the thread', false), flags });
    loopback.world.setBotPermissions(general.id, null);

    expect(loopback.world.channel(thread.id)?.parentId).toBe(general.id);
    expect(loopback.world.messages.get(sent.id)?.message.channel_id).toBe(thread.id);
  });

  test('members, roles and the bot itself can be asked for', async () => {
    const { bot } = await arranged();
    const guild = await bot.client.guilds.fetch({ guild: sandboxIds.guild, force: true });

    const max = await guild.members.fetch({ user: sandboxIds.max, force: true });
    const roles = await guild.roles.fetch();
    const application = await bot.client.application.fetch();
    const channels = await guild.channels.fetch();
    const threads = await guild.channels.fetchActiveThreads();

    expect(max.permissions.has('ManageMessages')).toBe(true);
    expect(roles.some(({ name }) => name === 'Moderators')).toBe(true);
    expect(application.name).toBe('Footnote');
    expect([...channels.keys()]).toContain(sandboxIds.news);
    expect(threads.threads.has(sandboxIds.thread)).toBe(true);
  });

  test('after a cut the client resumes and gets what it missed', async () => {
    const { loopback, bot, mia } = await arranged();
    bot.onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(card('Still here'));
    });
    const resumed = new Promise<number>((resolve) =>
      bot.client.once(Events.ShardResume, (_shard, replayed) => resolve(replayed)),
    );
    const wentOffline = new Promise<void>((resolve) => {
      const stop = loopback.onBotChange((online) => {
        if (online) return;
        stop();
        resolve();
      });
    });

    loopback.faults.dropSockets();
    await wentOffline;
    const answer = await mia.slash('claim lookup', { query: 'missed' });

    expect(await resumed).toBeGreaterThan(0);
    expect(answer.kind).toBe('message');
    expect(textOf(answer.message)).toBe('Still here');
  });

  test('a wrong token is refused at the REST interface and closes the Gateway with 4004', async () => {
    const { loopback } = await arranged();
    const stranger = new Client({ intents: [], rest: { api: loopback.apiUrl, version: '10' } });
    const socket = new WebSocket(`${loopback.origin.replace('http', 'ws')}/gateway?v=10&encoding=json`);
    const closed = new Promise<number>((resolve) => {
      socket.onclose = ({ code }) => resolve(code);
    });
    socket.onopen = () =>
      socket.send(JSON.stringify({ op: 2, d: { token: 'wrong', intents: 0, properties: {} } }));

    const login = stranger.login('wrong');

    await expect(login).rejects.toThrow('An invalid token was provided.');
    expect(await closed).toBe(4004);
    await stranger.destroy();
  });
});
