import { type APIMessage, ComponentType, MessageType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { seenMessage } from '../../../src/adapters/discord/seen-message.ts';

const id = '1290000000000000001';
const channel = '1290000000000000002';
const member = '1290000000000000003';
const bot = '1290000000000000004';

/** A message with the parts that are read, or fewer: Discord leaves out what a message does not have. */
function seen(parts: object) {
  const message = { id, channel_id: channel, type: MessageType.Default, author: { id: member }, content: '' };
  // Only what is read is written down, so that the type of the whole message cannot be met.
  return seenMessage({ ...message, ...parts } as unknown as APIMessage, bot);
}

const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const file = { id, filename: 'graph.png' };

describe('a message of somebody else', () => {
  it('is seen with its text, author and place', () => {
    expect(seen({ content: 'They are all paid.' })).toEqual({
      messageId: id,
      channelId: channel,
      authorId: member,
      own: false,
      system: false,
      content: 'They are all paid.',
      forwarded: '',
      embedded: '',
      attachments: 0,
    });
  });

  it('that is forwarded is seen with the text and the embeds of what it forwards', () => {
    const message = { content: 'The original.', embeds: [{ title: 'A page' }], attachments: [file] };

    expect(seen({ message_snapshots: [{ message }] })).toMatchObject({
      content: '',
      forwarded: 'The original.\nA page',
      attachments: 1,
    });
  });

  it('is seen with titles, descriptions and fields of its embeds, one a line', () => {
    const embeds = [
      { title: 'First', description: 'says this', fields: [{ name: 'Who', value: 'A ministry' }] },
      { description: 'and that', url: 'https://example.org' },
      {},
    ];

    expect(seen({ embeds }).embedded).toBe('First\nsays this\nWho\nA ministry\nand that');
  });

  it('made of components is seen with their texts, in the order they are read', () => {
    const section = {
      type: ComponentType.Section,
      components: [text('two')],
      accessory: { type: ComponentType.Button, label: 'no text of the message', custom_id: 'a' },
    };
    const components = [text('one'), { type: ComponentType.Container, components: [section, text('three')] }];

    expect(seen({ components }).embedded).toBe('one\ntwo\nthree');
  });

  it('with attachments alone has no text, but they are counted, a forward’s as well', () => {
    const message = { content: '', embeds: [], attachments: [file, file] };

    expect(seen({ attachments: [file] })).toMatchObject({ content: '', embedded: '', attachments: 1 });
    expect(seen({ attachments: [file], message_snapshots: [{ message }] }).attachments).toBe(3);
  });

  it.each([
    { parts: { author: { id: member } }, authorId: member, own: false, who: 'a member' },
    { parts: { author: { id: member, bot: true } }, authorId: null, own: false, who: 'another bot' },
    { parts: { author: { id: member }, webhook_id: id }, authorId: null, own: false, who: 'a webhook' },
    { parts: { author: { id: bot, bot: true } }, authorId: null, own: true, who: 'the bot' },
    {
      parts: { author: { id: bot, bot: true }, webhook_id: bot },
      authorId: null,
      own: true,
      who: 'the bot, as an answer',
    },
  ])('of $who has the right author', ({ parts, authorId, own }) => {
    expect(seen(parts)).toMatchObject({ authorId, own });
  });

  it.each([
    { type: MessageType.Default, system: false },
    { type: MessageType.Reply, system: false },
    { type: MessageType.ChatInputCommand, system: false },
    { type: MessageType.ContextMenuCommand, system: false },
    { type: MessageType.ThreadStarterMessage, system: false },
    { type: MessageType.UserJoin, system: true },
    { type: MessageType.ChannelPinnedMessage, system: true },
    { type: MessageType.AutoModerationAction, system: true },
    { type: MessageType.PollResult, system: true },
  ])('of type $type is Discord’s own: $system', ({ type, system }) => {
    expect(seen({ type }).system).toBe(system);
  });

  it('at the start of a thread is the message that the thread was opened at', () => {
    const place = { id: '1290000000000000701', channel_id: '1290000000000000111' };
    const opened = { ...place, author: { id: member }, content: 'The post.', attachments: [file] };

    const starter = seen({
      type: MessageType.ThreadStarterMessage,
      author: { id: bot },
      referenced_message: opened,
    });

    expect(starter).toMatchObject({
      messageId: place.id,
      channelId: place.channel_id,
      authorId: member,
      own: false,
      content: 'The post.',
      attachments: 1,
    });
  });

  it('that answers another says only what it says itself', () => {
    const answered = { author: { id: bot }, content: 'The question.' };

    expect(seen({ type: MessageType.Reply, content: 'No.', referenced_message: answered })).toMatchObject({
      authorId: member,
      content: 'No.',
      embedded: '',
    });
  });
});
