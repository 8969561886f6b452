import {
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  MessageType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { channel, guild, id, member, payload, read, role } from './some-payload.ts';

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
    const received = read(
      lookup(InteractionType.ApplicationCommand, [
        { type: Option.String, name: 'query', value: 'who pays' },
        { type: Option.Boolean, name: 'share', value: true },
        { type: Option.Integer, name: 'hours', value: 24 },
        { type: Option.Role, name: 'alert', value: role },
      ]),
    );

    expect(received).toMatchObject({ kind: 'command', target: 'claim' });
    expect(received?.call).toMatchObject({
      id,
      guildId: guild,
      command: 'claim lookup',
      member: { id: member, permissions: 2048n, roles: [role] },
      botPermissions: 274_877_906_944n,
      locale: 'de',
      guildLocale: 'en-US',
      place: {
        channelId: channel,
        parentId: null,
        isThread: false,
        isPrivateThread: false,
        slowModeSeconds: 5,
      },
      target: null,
      message: null,
    });
    expect(received?.call.options.string('query')).toBe('who pays');
    expect(received?.call.options.boolean('share')).toBe(true);
    expect(received?.call.options.string('hours')).toBe('24');
    expect(received?.call.options.string('alert')).toBe(role);
    expect(received?.call.options.string('none')).toBeNull();
    expect(received?.call.options.boolean('query')).toBeNull();
  });

  it('says what is being typed', () => {
    const options = [{ type: Option.String, name: 'query', value: 'who', focused: true }];

    const received = read(lookup(InteractionType.ApplicationCommandAutocomplete, options));

    expect(received).toMatchObject({ kind: 'typing', call: { focused: 'who' } });
  });

  it('of a button or menu tells what was chosen and every custom_id of its message', () => {
    const button = { type: ComponentType.Button, custom_id: 'a' };
    const row = { type: ComponentType.ActionRow, components: [button, { ...button, custom_id: 'b' }] };
    const section = { type: ComponentType.Section, components: [], accessory: { ...button, custom_id: 'c' } };
    const message = { id, components: [{ type: ComponentType.Container, components: [row, section] }] };

    const received = read(
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

    const received = read(
      payload({ type: InteractionType.ModalSubmit, data: { custom_id: 'form', components } }),
    );

    expect(received?.call).toMatchObject({ fields: { query: 'query!', more: 'more!' }, isComponent: false });
  });

  it('of a form tells what was chosen in its menus', () => {
    const label = (component: object) => ({ type: ComponentType.Label, component });
    const components = [
      label({ type: ComponentType.StringSelect, custom_id: 'reason', values: ['misleading', 'other'] }),
      label({ type: ComponentType.ChannelSelect, custom_id: 'channel', values: [channel] }),
      label({ type: ComponentType.RadioGroup, custom_id: 'answer', value: 'post' }),
      label({ type: ComponentType.RadioGroup, custom_id: 'none', value: null }),
      label({ type: ComponentType.CheckboxGroup, custom_id: 'boxes', values: [] }),
      label({ type: ComponentType.TextInput, custom_id: 'note', value: 'why' }),
      { type: ComponentType.TextDisplay },
    ];

    const received = read(
      payload({ type: InteractionType.ModalSubmit, data: { custom_id: 'form', components } }),
    );

    expect(received?.call.choices).toEqual({
      reason: ['misleading', 'other'],
      channel: [channel],
      answer: ['post'],
      none: [],
      boxes: [],
    });
    expect(received?.call.fields).toEqual({ note: 'why' });
  });

  it('of a message menu carries the message', () => {
    const message = {
      id,
      channel_id: channel,
      type: MessageType.Default,
      author: { id: member },
      content: 'A claim.',
    };

    const received = read(
      payload({
        type: InteractionType.ApplicationCommand,
        data: {
          type: ApplicationCommandType.Message,
          name: 'Flag post',
          target_id: id,
          resolved: { messages: { [id]: message } },
        },
      }),
    );

    expect(received).toMatchObject({ kind: 'command', target: 'Flag post' });
    expect(received?.call).toMatchObject({
      command: 'Flag post',
      message: null,
      isComponent: false,
      target: { messageId: id, channelId: channel, authorId: member, content: 'A claim.', own: false },
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
        data: { type: ApplicationCommandType.Message, name: 'x', target_id: id, resolved: { messages: {} } },
      },
      why: 'a menu of a message that does not come along',
    },
    { parts: { type: 99 }, why: 'something Discord has not thought of yet' },
  ])('is not taken when it is $why', ({ parts }) => {
    expect(read(payload(parts))).toBeNull();
  });
});
