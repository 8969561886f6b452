import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectOf } from '../../src/sandbox/json.ts';
import { type Actor, type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { botPermissions, sandboxIds, sandboxPlan } from '../../src/sandbox/plan.ts';
import { assertClean } from '../fakes/discord-oracle.ts';
import { type RawBot, startRawBot } from './loopback-raw.ts';
import { card } from './loopback-requests.ts';

const { general, news, thread, moderatorRole, guild } = sandboxIds;

let loopback: Loopback;
let bot: RawBot;
let mia: Actor;

beforeEach(async () => {
  loopback = await startLoopback();
  bot = await startRawBot(loopback);
  mia = loopback.as(sandboxIds.mia);
});

afterEach(async () => {
  bot.stop();
  await loopback.stop();
  assertClean(loopback);
});

const post = (channelId: string, body: object = {}) =>
  bot.ask('POST', `/channels/${channelId}/messages`, { ...card, ...body });
const field = ({ body }: { readonly body: unknown }, name: string) => objectOf(body)[name];
const openDirect = async (recipient_id: string) =>
  String(field(await bot.ask('POST', '/users/@me/channels', { recipient_id }), 'id'));

describe('direct messages', () => {
  test('are opened once and read whole', async () => {
    const channelId = await openDirect(sandboxIds.mia);
    const { id } = await loopback.as(sandboxIds.mia, { channelId }).write('what do you know about me?');

    const again = await openDirect(sandboxIds.mia);
    const read = await bot.ask('GET', `/channels/${channelId}/messages/${id}`);
    const sent = await post(channelId);

    expect(again).toBe(channelId);
    expect(field(read, 'content')).toBe('what do you know about me?');
    expect(sent.status).toBe(200);
  });

  test('are refused by someone who takes none, until they do again', async () => {
    const channelId = await openDirect(sandboxIds.mia);
    loopback.world.setDirectMessages(sandboxIds.mia, 'closed');

    const refused = await post(channelId);
    loopback.world.setDirectMessages(sandboxIds.mia, 'open');
    const sent = await post(channelId);

    expect([refused.status, field(refused, 'code')]).toEqual([403, 50007]);
    expect(sent.status).toBe(200);
  });

  test('do not reach someone who shares no server with the bot any more', async () => {
    const channelId = await openDirect(sandboxIds.mia);
    loopback.world.removeMember(guild, sandboxIds.mia);

    const refused = await post(channelId);

    expect([refused.status, field(refused, 'code')]).toEqual([403, 50278]);
  });
});

describe('threads', () => {
  test('an archived thread wakes up when the bot or a member writes in it', async () => {
    loopback.world.setThread(thread, { archived: true });
    await post(thread);
    const afterBot = loopback.world.channel(thread)?.archived;
    loopback.world.setThread(thread, { archived: true });
    await loopback.as(sandboxIds.mia, { channelId: thread }).write('still here');

    expect([afterBot, loopback.world.channel(thread)?.archived]).toEqual([false, false]);
  });

  test.each([
    { why: 'locked', state: { locked: true }, status: 403, code: 160005 },
    { why: 'locked and archived', state: { locked: true, archived: true }, status: 400, code: 50083 },
  ])('a $why thread takes no message of the bot, nor of a member', async ({ state, status, code }) => {
    loopback.world.setThread(thread, state);

    const refused = await post(thread);
    const shown = await bot.ask('GET', `/channels/${thread}`);

    expect([refused.status, field(refused, 'code')]).toEqual([status, code]);
    expect(objectOf(field(shown, 'thread_metadata'))).toMatchObject({ archived: false, ...state });
    await expect(loopback.as(sandboxIds.mia, { channelId: thread }).write('x')).rejects.toThrow(RangeError);
  });

  test('who may manage threads writes in a locked one', async () => {
    loopback.world.setThread(thread, { locked: true });
    loopback.world.setBotPermissions(news, botPermissions | PermissionFlagsBits.ManageThreads);

    expect((await post(thread)).status).toBe(200);
  });

  test('messages of an archived thread cannot be changed', async () => {
    const path = `/channels/${thread}/messages/${String(field(await post(thread), 'id'))}`;
    loopback.world.setThread(thread, { archived: true });

    const refused = await bot.ask('PATCH', path, card);

    expect(field(refused, 'code')).toBe(50083);
  });

  test('a private thread is closed to a bot that is not its member', async () => {
    const secret = await mia.openThread('between us', { isPrivate: true });
    const { id } = await loopback.as(sandboxIds.mia, { channelId: secret.id }).write('psst');

    const asked = [
      await bot.ask('GET', `/channels/${secret.id}`),
      await bot.ask('GET', `/channels/${secret.id}/messages/${id}`),
      await post(secret.id),
    ];
    loopback.world.setThreadMembers(secret.id, [sandboxIds.mia, loopback.applicationId]);
    const open = await bot.ask('GET', `/channels/${secret.id}`);

    expect(asked.map((answer) => field(answer, 'code'))).toEqual([50001, 50001, 50001]);
    expect(field(open, 'type')).toBe(12);
    expect(loopback.world.sees(sandboxIds.noor, secret.id)).toBe(false);
  });
});

describe('messages as the bot reads them', () => {
  test('those of others are empty, its own and those that mention it are whole', async () => {
    const other = await mia.write('a statement', { embeds: [{ title: 'of a page' }] });
    const mention = await mia.write(`<@${loopback.applicationId}> look`);
    const own = await post(general);

    const page = await bot.ask('GET', `/channels/${general}/messages?after=0&limit=10`);

    const read = new Map(
      (page.body as readonly object[]).map((one) => [String(objectOf(one).id), objectOf(one)]),
    );
    expect(read.get(other.id)).toMatchObject({ content: '', embeds: [] });
    expect(read.get(mention.id)?.content).toBe(mention.content);
    expect(read.get(String(field(own, 'id')))?.components).not.toEqual([]);
  });

  test.each([
    { why: 'the message is gone', path: `/channels/${general}/messages/1290000000000000999`, code: 10008 },
    { why: 'there is no channel', path: '/channels/1290000000000000999/messages/1', code: 10003 },
  ])('are refused when $why', async ({ path, code }) => {
    expect(field(await bot.ask('GET', path), 'code')).toBe(code);
  });

  test('an answer keeps its post; one to a deleted message is an ordinary message when the bot says so', async () => {
    const { id } = await mia.write('a statement');
    const reply = (fail_if_not_exists: boolean) =>
      post(general, { message_reference: { message_id: id, fail_if_not_exists } });

    const answered = await reply(true);
    await mia.remove(id);
    const [refused, ordinary] = [await reply(true), await reply(false)];

    expect(objectOf(field(answered, 'message_reference')).message_id).toBe(id);
    expect(objectOf(field(answered, 'referenced_message')).content).toBe('');
    expect(refused.status).toBe(400);
    expect(field(ordinary, 'message_reference')).toBeUndefined();
  });

  test('an answer needs the permission to read what came before', async () => {
    const { id } = await mia.write('a statement');
    const { ReadMessageHistory } = PermissionFlagsBits;
    loopback.world.setBotPermissions(general, botPermissions & ~ReadMessageHistory);

    const refused = await post(general, { message_reference: { message_id: id } });

    expect(field(refused, 'code')).toBe(160002);
  });
});

describe('roles that a message of the bot names', () => {
  const naming = { components: [{ type: 10, content: `<@&${moderatorRole}> a case is waiting` }] };
  const allowed = { parse: [], roles: [moderatorRole] };

  test('are notified only if the bot asks for it and may', async () => {
    const silent = await post(general, naming);
    const notAllowed = await post(general, { ...naming, allowed_mentions: allowed });
    loopback.world.setBotPermissions(general, botPermissions | PermissionFlagsBits.MentionEveryone);
    const notified = await post(general, { ...naming, allowed_mentions: allowed });

    expect([silent, notAllowed, notified].map((sent) => field(sent, 'mention_roles'))).toEqual([
      [],
      [],
      [moderatorRole],
    ]);
  });

  test('are notified by anyone when everyone may', async () => {
    const [first, ...others] = sandboxPlan.guilds;
    if (first === undefined) throw new Error('no server');
    const roles = (first.roles ?? []).map((role) => ({ ...role, mentionable: true }));
    await using open = await opened({ ...sandboxPlan, guilds: [{ ...first, roles }, ...others] });

    const written = await open.loopback.as(sandboxIds.mia).write(`<@&${moderatorRole}> please look`);

    expect(written.mention_roles).toEqual([moderatorRole]);
    expect((await mia.write(`<@&${moderatorRole}> please look`)).mention_roles).toEqual([]);
  });
});

async function opened(world: typeof sandboxPlan) {
  const other = await startLoopback({ world });
  return { loopback: other, [Symbol.asyncDispose]: () => other.stop() };
}
