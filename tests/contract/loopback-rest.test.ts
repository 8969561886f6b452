import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectOf, objectsOf } from '../../src/sandbox/json.ts';
import { type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { assertClean } from '../fakes/discord-oracle.ts';
import { type RawBot, startRawBot } from './loopback-raw.ts';
import { card, command } from './loopback-requests.ts';

const { guild, general, news, thread, mia, olu, otherGuild, otherGeneral } = sandboxIds;

let loopback: Loopback;
let bot: RawBot;

beforeEach(async () => {
  loopback = await startLoopback();
  bot = await startRawBot(loopback);
});

afterEach(async () => {
  bot.stop();
  await loopback.stop();
  assertClean(loopback);
});

const field = (answer: { readonly body: unknown }, name: string) => objectOf(answer.body)[name];

describe('registration', () => {
  const all = `/applications/${sandboxIds.application}/commands`;
  const own = `/applications/${sandboxIds.application}/guilds/${guild}/commands`;
  const about = { name: 'about', description: 'About' };

  test('a command is made, replaced by one of its name, changed, found and deleted', async () => {
    const made = await bot.ask('POST', all, about);
    const replaced = await bot.ask('POST', all, { ...about, description: 'About this bot' });
    const one = `${all}/${String(field(made, 'id'))}`;
    const changed = await bot.ask('PATCH', one, { description: 'Who made this' });
    const found = await bot.ask('GET', one);
    const deleted = await bot.ask('DELETE', one);
    const gone = await bot.ask('GET', one);

    expect([made.status, replaced.status, deleted.status]).toEqual([201, 200, 204]);
    expect(field(replaced, 'id')).toBe(field(made, 'id'));
    expect(field(replaced, 'version')).not.toBe(field(made, 'version'));
    expect(field(found, 'description')).toBe('Who made this');
    expect(found.body).toEqual(changed.body);
    expect([gone.status, field(gone, 'code')]).toEqual([404, 10063]);
  });

  test('a command of one server is there only, and stands before one for all of the same name', async () => {
    await bot.ask('PUT', all, [about, command]);
    await bot.ask('PUT', own, [{ ...about, description: 'About this server' }]);

    const here = loopback.world.commands.visibleIn(guild);
    const there = loopback.world.commands.visibleIn(otherGuild);

    expect(here.map(({ name, description }) => `${name}: ${description}`)).toEqual([
      'about: About this server',
      'claim: Claims',
    ]);
    expect(there.map(({ name }) => name)).toEqual(['about', 'claim']);
  });

  test('a bulk overwrite keeps the ids of names that stay and forgets the others', async () => {
    const before = objectsOf((await bot.ask('PUT', all, [about, command])).body);

    const after = objectsOf((await bot.ask('PUT', all, [command])).body);

    expect(after.map(({ id }) => id)).toEqual([before[1]?.id]);
    expect(objectsOf((await bot.ask('GET', all)).body)).toHaveLength(1);
  });
});

describe('channels', () => {
  const messages = `/channels/${general}/messages`;

  test.each([
    { query: '', numbers: [5, 4, 3, 2, 1] },
    { query: '?limit=2', numbers: [5, 4] },
    { query: '?before=3', numbers: [2, 1] },
    { query: '?after=2&limit=2', numbers: [4, 3] },
    { query: '?around=3&limit=3', numbers: [4, 3, 2] },
  ])('messages are read newest first: "$query" gives $numbers', async ({ query, numbers }) => {
    const ids: string[] = [];
    for (let number = 0; number < 5; number += 1) {
      ids.push((await loopback.as(mia).write(`message ${number}`)).id);
    }
    const named = query.replace(
      /(before|after|around)=(\d)/,
      (_, word, number) => `${word}=${ids[number - 1]}`,
    );

    const read = objectsOf((await bot.ask('GET', `${messages}${named}`)).body);

    expect(read.map(({ id }) => ids.indexOf(String(id)) + 1)).toEqual(numbers);
  });

  test.each(['?limit=0', '?limit=101', '?before=yesterday'])(
    'messages cannot be read with %s',
    async (query) => {
      const answer = await bot.ask('GET', `${messages}${query}`);

      expect([answer.status, field(answer, 'code')]).toEqual([400, 50035]);
    },
  );

  test('without the permission to read history there is nothing to read', async () => {
    const { id } = await loopback.as(mia).write('Hello');
    loopback.world.setBotPermissions(general, PermissionFlagsBits.ViewChannel);

    const list = await bot.ask('GET', messages);
    const one = await bot.ask('GET', `${messages}/${id}`);

    expect(list.body).toEqual([]);
    expect(field(one, 'code')).toBe(50001);
  });

  test('an answer names the message it answers', async () => {
    const { id } = await loopback.as(mia).write('A rumour');

    const reply = await bot.ask('POST', messages, { ...card, message_reference: { message_id: id } });

    expect(objectOf(field(reply, 'message_reference')).message_id).toBe(id);
    expect(objectOf(field(reply, 'referenced_message')).id).toBe(id);
  });

  test('a message has one thread at most', async () => {
    loopback.world.setBotPermissions(general, loopback.world.permissions(mia, general));
    const { id } = await loopback.as(mia).write('A rumour');
    const path = `${messages}/${id}/threads`;

    const first = await bot.ask('POST', path, { name: 'Sources' });
    const second = await bot.ask('POST', path, { name: 'More sources' });

    expect([first.status, field(first, 'id')]).toEqual([201, id]);
    expect([second.status, field(second, 'code')]).toEqual([400, 160004]);
  });

  test('only who may manage them changes and deletes channels', async () => {
    const refused = await bot.ask('PATCH', `/channels/${thread}`, { name: 'Closed' });
    const { ViewChannel, ManageThreads } = PermissionFlagsBits;
    loopback.world.setBotPermissions(news, ViewChannel | ManageThreads);
    const changed = await bot.ask('PATCH', `/channels/${thread}`, { name: 'Closed', archived: true });
    const deleted = await bot.ask('DELETE', `/channels/${thread}`);

    expect(field(refused, 'code')).toBe(50013);
    expect(field(changed, 'name')).toBe('Closed');
    expect(deleted.status).toBe(200);
    expect(loopback.world.channel(thread)).toBeUndefined();
  });

  test('slow mode is told with the channel', async () => {
    loopback.world.setSlowMode(general, 30);

    const channel = await bot.ask('GET', `/channels/${general}`);

    expect(field(channel, 'rate_limit_per_user')).toBe(30);
  });

  test('a person is written to directly', async () => {
    const opened = await bot.ask('POST', '/users/@me/channels', { recipient_id: mia });

    const sent = await bot.ask('POST', `/channels/${String(field(opened, 'id'))}/messages`, card);

    expect(field(opened, 'type')).toBe(1);
    expect(sent.status).toBe(200);
  });
});

describe('servers', () => {
  test('those the bot is in are listed, and one it leaves is closed to it', async () => {
    const before = await bot.ask('GET', '/users/@me/guilds');
    await bot.ask('DELETE', `/users/@me/guilds/${otherGuild}`);

    const after = await bot.ask('GET', '/users/@me/guilds');
    const channel = await bot.ask('GET', `/channels/${otherGeneral}`);

    expect([objectsOf(before.body).length, objectsOf(after.body).length]).toEqual([2, 1]);
    expect([channel.status, field(channel, 'code')]).toEqual([403, 50001]);
  });

  test('members are asked for by id, the bot by @me', async () => {
    const own = await bot.ask('GET', `/guilds/${guild}/members/@me`);
    const stranger = await bot.ask('GET', `/guilds/${guild}/members/${olu}`);
    const user = await bot.ask('GET', `/users/${olu}`);
    const counted = await bot.ask('GET', `/guilds/${guild}?with_counts=true`);

    expect(objectOf(field(own, 'user')).bot).toBe(true);
    expect(field(stranger, 'code')).toBe(10007);
    expect(field(user, 'global_name')).toBe('Olu');
    expect(field(counted, 'approximate_member_count')).toBe(6);
  });
});
