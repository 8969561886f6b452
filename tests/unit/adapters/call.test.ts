import {
  type APIInteraction,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { readInteraction } from '../../../src/adapters/discord/call.ts';

const id = '1290000000000000001';
const guild = '1290000000000000002';
const channel = '1290000000000000003';
const member = '1290000000000000004';

/** The parts of a payload that the bot reads; Discord sends many more, which it must not need. */
function payload(parts: object): APIInteraction {
  const common = {
    id,
    guild_id: guild,
    channel: { id: channel, type: ChannelType.GuildText, rate_limit_per_user: 5 },
    member: { user: { id: member }, permissions: '2048' },
    app_permissions: '274877906944',
    locale: 'de',
    guild_locale: 'en-US',
  };
  // Only what is read is written down, so that the type of the whole payload cannot be met.
  return { ...common, ...parts } as unknown as APIInteraction;
}

const lookup = (type: InteractionType, options: readonly object[]) =>
  payload({
    type,
    data: {
      type: ApplicationCommandType.ChatInput,
      name: 'claim',
      options: [{ type: Option.Subcommand, name: 'lookup', options }],
    },
  });

describe('an interaction of Discord', () => {
  it('becomes a call of the command as people type it, with its options', () => {
    const received = readInteraction(
      lookup(InteractionType.ApplicationCommand, [
        { type: Option.String, name: 'query', value: 'who pays' },
        { type: Option.Boolean, name: 'share', value: true },
      ]),
    );

    expect(received).toMatchObject({ kind: 'command', target: 'claim' });
    expect(received?.call).toMatchObject({
      id,
      guildId: guild,
      command: 'claim lookup',
      member: { id: member, permissions: 2048n },
      botPermissions: 274_877_906_944n,
      locale: 'de',
      guildLocale: 'en-US',
      place: { channelId: channel, parentId: null, isThread: false, slowModeSeconds: 5 },
      message: null,
    });
    expect(received?.call.options.string('query')).toBe('who pays');
    expect(received?.call.options.boolean('share')).toBe(true);
    expect(received?.call.options.string('none')).toBeNull();
    expect(received?.call.options.boolean('query')).toBeNull();
  });

  it('says what is being typed', () => {
    const options = [{ type: Option.String, name: 'query', value: 'who', focused: true }];

    const received = readInteraction(lookup(InteractionType.ApplicationCommandAutocomplete, options));

    expect(received).toMatchObject({ kind: 'typing', call: { focused: 'who' } });
  });

  it('of a button or menu tells what was chosen and every custom_id of its message', () => {
    const button = { type: ComponentType.Button, custom_id: 'a' };
    const row = { type: ComponentType.ActionRow, components: [button, { ...button, custom_id: 'b' }] };
    const section = { type: ComponentType.Section, components: [], accessory: { ...button, custom_id: 'c' } };
    const message = { id, components: [{ type: ComponentType.Container, components: [row, section] }] };

    const received = readInteraction(
      payload({
        type: InteractionType.MessageComponent,
        message,
        data: { component_type: ComponentType.StringSelect, custom_id: 'b', values: ['x/c01'] },
      }),
    );

    expect(received).toMatchObject({ kind: 'action', target: 'b' });
    expect(received?.call).toMatchObject({
      values: ['x/c01'],
      isComponent: true,
      message: { id, customIds: ['a', 'b', 'c'] },
    });
  });

  it('of a form tells what was written, whether its fields have labels or stand in rows', () => {
    const input = (name: string) => ({ type: ComponentType.TextInput, custom_id: name, value: `${name}!` });
    const components = [
      { type: ComponentType.Label, component: input('query') },
      { type: ComponentType.ActionRow, components: [input('more')] },
    ];

    const received = readInteraction(
      payload({ type: InteractionType.ModalSubmit, data: { custom_id: 'form', components } }),
    );

    expect(received?.call).toMatchObject({ fields: { query: 'query!', more: 'more!' }, isComponent: false });
  });

  it('in a thread knows the channel around it', () => {
    const thread = { id, type: ChannelType.PublicThread, parent_id: channel };

    const received = readInteraction(
      payload({
        type: InteractionType.ModalSubmit,
        channel: thread,
        data: { custom_id: 'a', components: [] },
      }),
    );

    expect(received?.call.place).toEqual({
      channelId: id,
      parentId: channel,
      isThread: true,
      slowModeSeconds: 0,
    });
  });

  it('in a channel of a category does not take the category for a channel', () => {
    const inCategory = { id: channel, type: ChannelType.GuildText, parent_id: id };

    const received = readInteraction(
      payload({
        type: InteractionType.ModalSubmit,
        channel: inCategory,
        data: { custom_id: 'a', components: [] },
      }),
    );

    expect(received?.call.place.parentId).toBeNull();
  });

  it('in direct messages has no server and no permissions', () => {
    const received = readInteraction(
      payload({
        type: InteractionType.ApplicationCommand,
        guild_id: undefined,
        guild_locale: undefined,
        member: undefined,
        user: { id: member },
        data: { type: ApplicationCommandType.ChatInput, name: 'help' },
      }),
    );

    expect(received?.call).toMatchObject({
      guildId: null,
      guildLocale: 'de',
      command: 'help',
      member: { id: member, permissions: 0n },
    });
  });

  it.each([
    { parts: { type: InteractionType.Ping }, why: 'a ping' },
    {
      parts: {
        type: InteractionType.ApplicationCommand,
        data: { type: ApplicationCommandType.User, name: 'x' },
      },
      why: 'a menu of a member',
    },
    {
      parts: {
        type: InteractionType.ApplicationCommand,
        data: { type: ApplicationCommandType.Message, name: 'x' },
      },
      why: 'a menu of a message',
    },
    { parts: { type: 99 }, why: 'something Discord has not thought of yet' },
  ])('is not taken when it is $why', ({ parts }) => {
    expect(readInteraction(payload(parts))).toBeNull();
  });
});
