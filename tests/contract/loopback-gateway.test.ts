import { type ClientEvents, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectOf } from '../../src/sandbox/json.ts';
import { type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { type LoopbackBot, startBot } from './loopback-bot.ts';
import { type RawBot, startRawBot } from './loopback-raw.ts';
import { card, command } from './loopback-requests.ts';

const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;

/** Resolves when the client has emitted an event. */
const heard = (bot: LoopbackBot, event: keyof ClientEvents) =>
  new Promise<void>((resolve) => bot.client.once(event, () => resolve()));

describe('a connection that breaks', () => {
  let loopback: Loopback;
  let bot: LoopbackBot;
  let ids: string[];

  beforeEach(async () => {
    loopback = await startLoopback({ heartbeatMs: 300 });
    bot = await startBot(loopback);
    ids = [];
    bot.onInteraction(async (interaction) => {
      ids.push(interaction.id);
      if (interaction.isChatInputCommand()) await interaction.reply({ content: 'Yes' });
    });
    await bot.client.application.commands.create({ name: 'ask', description: 'Asks' });
  });

  afterEach(async () => {
    await bot.stop();
    await loopback.stop();
  });

  const ask = () => loopback.as(sandboxIds.mia).slash('ask');

  test.each([
    { how: 'a cut', event: 'shardResume', fail: () => loopback.faults.dropSockets() },
    { how: 'a request to reconnect', event: 'shardResume', fail: () => loopback.faults.reconnect() },
    { how: 'an invalid session', event: 'shardResume', fail: () => loopback.faults.invalidateSession(true) },
    { how: 'a dead connection', event: 'shardResume', fail: () => loopback.faults.freezeSockets() },
    { how: 'a lost session', event: 'shardReady', fail: () => loopback.faults.invalidateSession(false) },
  ] as const)('after $how the client comes back ($event) and answers again', async ({ event, fail }) => {
    const back = heard(bot, event);

    fail();
    await back;
    const answer = await ask();

    expect(answer.kind).toBe('message');
    expect(loopback.botOnline()).toBe(true);
  });

  test('an interaction sent just before a cut is not sent again, one sent during it is', async () => {
    const back = heard(bot, 'shardResume');

    loopback.faults.dropSocketsAfterNext('INTERACTION_CREATE');
    const first = await ask();
    await back;
    await ask();

    expect(first.kind).toBe('message');
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the same interaction can be delivered twice', async () => {
    const { interactionId } = await ask();
    const again = heard(bot, 'interactionCreate');
    bot.onInteraction(async (interaction) => ids.push(interaction.id));

    loopback.faults.redeliver(interactionId);
    await again;

    expect(ids).toEqual([interactionId, interactionId]);
  });

  test('who listens is told when the bot goes and comes', async () => {
    const told: boolean[] = [];
    const stop = loopback.onBotChange((online) => told.push(online));
    const back = heard(bot, 'shardResume');

    loopback.faults.dropSockets();
    await back;
    stop();
    loopback.faults.dropSockets();

    expect(told).toEqual([false, true]);
  });
});

describe('what a bot is told', () => {
  let loopback: Loopback;
  const bots: RawBot[] = [];
  const start = async (intents: number) => {
    const bot = await startRawBot(loopback, intents);
    bots.push(bot);
    return bot;
  };
  const names = (bot: RawBot) => bot.events.map(({ name }) => name);
  const last = (bot: RawBot) => objectOf(bot.events.at(-1)?.data);
  const settle = () => Promise.all(bots.map((bot) => bot.settled()));

  beforeEach(async () => {
    loopback = await startLoopback();
  });

  afterEach(async () => {
    for (const bot of bots.splice(0)) bot.stop();
    await loopback.stop();
  });

  test('a message arrives without its content, unless the bot has asked for contents', async () => {
    const plain = await start(Guilds | GuildMessages);

    await loopback.as(sandboxIds.mia).write('A rumour');
    await settle();
    const without = last(plain);
    const reading = await start(Guilds | GuildMessages | MessageContent);
    await loopback.as(sandboxIds.mia).write('Another rumour');
    await settle();

    expect(names(plain)).toContain('MESSAGE_CREATE');
    expect(without.content).toBe('');
    expect(last(reading).content).toBe('Another rumour');
  });

  test('a bot without the intent hears of no messages, and nobody hears of ephemeral ones', async () => {
    const quiet = await start(Guilds);
    const messages = await start(Guilds | GuildMessages);
    await quiet.ask('PUT', `/applications/${loopback.applicationId}/commands`, [command]);
    const answer = loopback.as(sandboxIds.mia).slash('claim lookup', { query: 'x' });
    const { id, token } = await messages.next();

    await messages.ask('POST', `/interactions/${id}/${token}/callback`, {
      type: 4,
      data: { ...card, flags: card.flags | 64 },
    });
    await answer;
    await loopback.as(sandboxIds.mia).write('Hello');
    await settle();

    expect(names(quiet)).not.toContain('MESSAGE_CREATE');
    expect(names(messages).filter((name) => name === 'MESSAGE_CREATE')).toHaveLength(1);
  });

  test('deleted messages, channels and threads are named by their ids', async () => {
    const bot = await start(Guilds | GuildMessages);
    const { id } = await loopback.as(sandboxIds.mia).write('Gone soon');

    loopback.world.messages.remove(id);
    loopback.world.removeChannel(sandboxIds.thread);
    loopback.world.removeChannel(sandboxIds.news);
    await settle();

    expect(names(bot).slice(-3)).toEqual(['MESSAGE_DELETE', 'THREAD_DELETE', 'CHANNEL_DELETE']);
    expect(bot.events.at(-3)?.data).toEqual({
      id,
      channel_id: sandboxIds.general,
      guild_id: sandboxIds.guild,
    });
  });

  test('an outage is told apart from a removal', async () => {
    const bot = await start(Guilds);

    loopback.world.leaveGuild(sandboxIds.otherGuild, 'outage');
    loopback.world.joinGuild(sandboxIds.otherGuild);
    loopback.world.leaveGuild(sandboxIds.otherGuild, 'removed');
    await settle();
    const asked = await bot.ask('GET', `/guilds/${sandboxIds.otherGuild}`);

    expect(bot.events.slice(-3).map(({ name, data }) => [name, objectOf(data).unavailable])).toEqual([
      ['GUILD_DELETE', true],
      ['GUILD_CREATE', false],
      ['GUILD_DELETE', undefined],
    ]);
    expect(asked.status).toBe(404);
  });

  test('a second process gets the same interactions as the first', async () => {
    const [first, second] = [await start(Guilds), await start(Guilds)];
    await first.ask('PUT', `/applications/${loopback.applicationId}/commands`, [command]);

    void loopback.as(sandboxIds.mia).slash('claim lookup', { query: 'x' });

    expect((await first.next()).id).toBe((await second.next()).id);
  });

  test('someone in another server acts there, with that server in every payload', async () => {
    const bot = await start(Guilds);
    await bot.ask('PUT', `/applications/${loopback.applicationId}/commands`, [command]);

    void loopback.as(sandboxIds.olu).slash('claim lookup', { query: 'x' });
    await bot.next();

    expect(last(bot)).toMatchObject({
      guild_id: sandboxIds.otherGuild,
      channel_id: sandboxIds.otherGeneral,
      authorizing_integration_owners: { '0': sandboxIds.otherGuild },
      context: 0,
    });
  });

  test('in direct messages there is a user and no member, and only commands for there', async () => {
    const bot = await start(Guilds);
    const privacy = { name: 'privacy', description: 'Privacy', contexts: [0, 1] };
    await bot.ask('PUT', `/applications/${loopback.applicationId}/commands`, [command, privacy]);
    const mia = loopback.as(sandboxIds.mia, { channelId: loopback.world.directChannel(sandboxIds.mia).id });

    const hidden = await mia.slash('claim lookup', { query: 'x' });
    void mia.slash('privacy');
    await bot.next();

    expect(hidden.kind).toBe('failed');
    expect(last(bot)).toMatchObject({ context: 1, user: { id: sandboxIds.mia }, channel: { type: 1 } });
    expect(last(bot).member).toBeUndefined();
  });
});

describe('a client that does not keep to the protocol', () => {
  test.each([
    { why: 'it speaks no JSON', say: 'hello', code: 4002 },
    { why: 'it names an unknown operation', say: JSON.stringify({ op: 99, d: null }), code: 4001 },
    { why: 'it asks before it identifies', say: JSON.stringify({ op: 8, d: {} }), code: 4003 },
    { why: 'its token is wrong', say: JSON.stringify({ op: 2, d: { token: 'x', intents: 0 } }), code: 4004 },
    { why: 'it resumes with a wrong token', say: JSON.stringify({ op: 6, d: { token: 'x' } }), code: 4004 },
    { why: 'it says too much at once', say: JSON.stringify({ op: 1, d: 'x'.repeat(4_096) }), code: 4002 },
  ])('is closed with $code when $why', async ({ say, code }) => {
    const loopback = await startLoopback();
    const socket = new WebSocket(`${loopback.origin.replace('http', 'ws')}/gateway/?v=10&encoding=json`);
    socket.onopen = () => socket.send(say);

    const closed = await new Promise<number>((resolve) => {
      socket.onclose = (event) => resolve(event.code);
    });

    await loopback.stop();
    expect(closed).toBe(code);
  });
});
