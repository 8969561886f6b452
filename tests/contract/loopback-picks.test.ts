import { ChannelType, ComponentType } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectOf } from '../../src/sandbox/json.ts';
import { type Actor, type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { assertClean } from '../fakes/discord-oracle.ts';
import { type RawBot, startRawBot } from './loopback-raw.ts';
import { card } from './loopback-requests.ts';

const { general, news, thread, moderators, moderatorRole, noor, olu, guild } = sandboxIds;
const { UserSelect, RoleSelect, MentionableSelect, ChannelSelect } = ComponentType;

const command = {
  name: 'audit',
  description: 'Who did what',
  options: [
    { type: 6, name: 'by', description: 'Who' },
    { type: 8, name: 'role', description: 'Which role' },
    { type: 9, name: 'whom', description: 'Someone' },
    { type: 7, name: 'where', description: 'Which channel' },
    { type: 4, name: 'page', description: 'Which page', min_value: 1 },
  ],
};

let loopback: Loopback;
let bot: RawBot;
let mia: Actor;

beforeEach(async () => {
  loopback = await startLoopback();
  bot = await startRawBot(loopback);
  await bot.ask('PUT', `/applications/${loopback.applicationId}/commands`, [
    command,
    { type: 3, name: 'Flag this' },
  ]);
  mia = loopback.as(sandboxIds.mia);
});

afterEach(async () => {
  bot.stop();
  await loopback.stop();
  assertClean(loopback);
});

async function answerWith(body: unknown) {
  const { id, token } = await bot.next();
  await bot.ask('POST', `/interactions/${id}/${token}/callback`, body);
}

/** What the bot got with the last interaction. */
async function got(): Promise<Record<string, unknown>> {
  await bot.settled();
  return { ...objectOf(bot.events.findLast(({ name }) => name === 'INTERACTION_CREATE')?.data) };
}

async function shown(...components: readonly object[]) {
  const answer = mia.slash('audit');
  await answerWith({ type: 4, data: { ...card, components } });
  const { message } = await answer;
  if (message === undefined) throw new Error('no message');
  return message;
}

const menu = (type: ComponentType, more: object = {}) => ({
  type: ComponentType.ActionRow,
  components: [{ type, custom_id: 'choose', placeholder: 'Choose', ...more }],
});

describe('select menus that Discord fills', () => {
  test.each([
    { type: UserSelect, value: noor, resolved: { users: { [noor]: { username: 'noor' } } } },
    { type: UserSelect, value: noor, resolved: { members: { [noor]: { roles: [] } } } },
    { type: RoleSelect, value: moderatorRole, resolved: { roles: { [moderatorRole]: { managed: false } } } },
    { type: MentionableSelect, value: noor, resolved: { users: { [noor]: { bot: false } } } },
    { type: MentionableSelect, value: moderatorRole, resolved: { roles: { [moderatorRole]: {} } } },
    { type: ChannelSelect, value: news, resolved: { channels: { [news]: { name: 'news', type: 0 } } } },
    { type: ChannelSelect, value: thread, resolved: { channels: { [thread]: { parent_id: news } } } },
  ])('$type sends the id $value and what it names', async ({ type, value, resolved }) => {
    const message = await shown(menu(type));

    const answer = mia.pick(message, 'Choose', value);
    await answerWith({ type: 6 });

    expect((await answer).kind).toBe('deferred');
    expect((await got()).data).toMatchObject({
      custom_id: 'choose',
      component_type: type,
      values: [value],
      resolved,
    });
  });

  test.each([
    { why: 'somebody is named where a role is wanted', type: RoleSelect, value: olu },
    { why: 'there is no such role', type: RoleSelect, value: '1290000000000000999' },
    { why: 'the member cannot see the channel', type: ChannelSelect, value: moderators },
    { why: 'the menu offers threads alone', type: ChannelSelect, value: news, more: { channel_types: [11] } },
  ])('cannot be used when $why', async ({ type, value, more = {} }) => {
    const message = await shown(menu(type, more));

    expect((await mia.pick(message, 'choose', value)).kind).toBe('failed');
  });

  test('may be left empty where the bot allows it', async () => {
    const message = await shown(menu(UserSelect, { min_values: 0 }));

    const answer = mia.pick(message, 'choose');
    await answerWith({ type: 6 });

    expect((await answer).kind).toBe('deferred');
    expect((await got()).data).toMatchObject({ values: [], resolved: {} });
  });
});

describe('forms with menus', () => {
  const labelled = (label: string, component: object) => ({ type: ComponentType.Label, label, component });
  const modal = {
    custom_id: 'settings',
    title: 'Settings',
    components: [
      labelled('Channel', {
        type: ChannelSelect,
        custom_id: 'channel',
        channel_types: [ChannelType.GuildText],
        default_values: [{ id: news, type: 'channel' }],
        required: false,
      }),
      labelled('Roles', {
        type: RoleSelect,
        custom_id: 'roles',
        min_values: 0,
        max_values: 3,
        required: false,
      }),
      labelled('Reporter', { type: UserSelect, custom_id: 'who' }),
      labelled('Why', {
        type: ComponentType.RadioGroup,
        custom_id: 'why',
        options: [
          { label: 'A', value: 'a' },
          { label: 'B', value: 'b' },
        ],
      }),
      labelled('Tell me', { type: ComponentType.Checkbox, custom_id: 'tell' }),
    ],
  };
  const filled = { Reporter: [noor], why: 'b', tell: 'true' };

  async function opened() {
    const answer = mia.slash('audit');
    await answerWith({ type: 9, data: modal });
    return answer;
  }

  test('send what was chosen with what it names; untouched menus keep their defaults', async () => {
    const answer = mia.submit(await opened(), { ...filled, roles: [moderatorRole] });
    await answerWith({ type: 4, data: card });
    await answer;

    const data = objectOf((await got()).data);
    const inside = (data.components as readonly object[]).map((one) => objectOf(objectOf(one).component));
    expect(inside).toMatchObject([
      { custom_id: 'channel', values: [news] },
      { custom_id: 'roles', values: [moderatorRole] },
      { custom_id: 'who', values: [noor] },
      { custom_id: 'why', value: 'b' },
      { custom_id: 'tell', value: true },
    ]);
    expect(data.resolved).toMatchObject({
      channels: { [news]: {} },
      roles: { [moderatorRole]: {} },
      users: { [noor]: {} },
    });
  });

  test.each([
    { why: 'what is needed is missing', fields: { why: 'a' } },
    { why: 'a role does not exist', fields: { ...filled, roles: ['1290000000000000999'] } },
    { why: 'too many are chosen', fields: { ...filled, channel: [news, general] } },
    { why: 'an answer was never offered', fields: { ...filled, why: 'c' } },
  ])('are not sent when $why', async ({ fields }) => {
    expect((await mia.submit(await opened(), fields)).kind).toBe('failed');
  });
});

describe('options of a slash command', () => {
  test('that name members, roles and channels come with what they name', async () => {
    const options = { by: noor, role: moderatorRole, whom: moderatorRole, where: news, page: 2 };
    const answer = mia.slash('audit', options);
    await answerWith({ type: 4, data: card });
    await answer;

    const data = objectOf((await got()).data);
    expect(data.options).toMatchObject([
      { name: 'by', type: 6, value: noor },
      { name: 'role', type: 8, value: moderatorRole },
      { name: 'whom', type: 9, value: moderatorRole },
      { name: 'where', type: 7, value: news },
      { name: 'page', type: 4, value: 2 },
    ]);
    expect(data.resolved).toMatchObject({
      users: { [noor]: {} },
      members: { [noor]: {} },
      roles: { [moderatorRole]: {} },
      channels: { [news]: {} },
    });
  });

  test.each([
    { why: 'nobody', options: { by: '1290000000000000999' } },
    { why: 'a channel the member cannot see', options: { where: moderators } },
    { why: 'a page that cannot be', options: { page: 0 } },
  ])('that name $why never leave the client', async ({ options }) => {
    expect((await mia.slash('audit', options)).kind).toBe('failed');
  });
});

describe('a message menu', () => {
  test('brings the whole message along, and who used it where', async () => {
    const { id } = await loopback.as(noor).forward((await mia.write('a statement')).id);

    const answer = loopback.as(sandboxIds.max).menu('Flag this', id);
    await answerWith({ type: 4, data: { ...card, flags: card.flags | 64 } });
    await answer;

    const { data, member, app_permissions, channel, guild_id } = await got();
    const target = objectOf(objectOf(objectOf(objectOf(data).resolved).messages)[id]);
    expect(target.message_snapshots).toMatchObject([{ message: { content: 'a statement' } }]);
    expect(objectOf(member).roles).toEqual([moderatorRole]);
    expect(String(app_permissions)).toBe(String(loopback.world.permissions(loopback.applicationId, general)));
    expect(channel).toMatchObject({ id: general, type: ChannelType.GuildText });
    expect(guild_id).toBe(guild);
  });

  test('tells of a private thread what kind of place it is', async () => {
    const secret = await mia.openThread('between us', { isPrivate: true });
    const inside = loopback.as(sandboxIds.mia, { channelId: secret.id });

    const answer = inside.menu('Flag this', (await inside.write('psst')).id);
    await answerWith({ type: 4, data: { ...card, flags: card.flags | 64 } });
    await answer;

    expect((await got()).channel).toMatchObject({ type: 12, parent_id: general });
  });
});
