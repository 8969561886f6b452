import { MessageType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { sentenceCard } from '../../src/cards/plain-cards.ts';
import { permissionBits } from '../../src/core/access.ts';
import { ChannelId, MessageId, RoleId, UserId } from '../../src/core/ids.ts';
import type { Loopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { arranged, card, general, news, noMessage, nowhere, stored } from './arranged-messages.ts';

const moderators = ChannelId.parse(ids.moderators);
const mia = UserId.parse(ids.mia);
const stranger = UserId.parse('1290000000000000997');
const later = sentenceCard('A later card.');
const { viewChannel, sendMessages } = permissionBits;

const lastBody = (loopback: Loopback) => loopback.requests.at(-1)?.body;

describe('posting a card', () => {
  it('makes one message for one nonce', async () => {
    const { loopback, messages } = await arranged();

    const first = await messages.post(general, card, { nonce: 'case-1' });
    const second = await messages.post(general, card, { nonce: 'case-1' });
    const other = await messages.post(general, card, { nonce: 'case-2' });

    expect(second).toBe(first);
    expect(loopback.world.messages.inChannel(general).map(({ message }) => message.id)).toEqual([
      first,
      other,
    ]);
  });

  it('answers a message without pinging its author', async () => {
    const { loopback, messages } = await arranged();
    const post = await loopback.as(ids.mia).write('They are all paid.');

    const id = await messages.post(general, card, { nonce: '1', replyTo: MessageId.parse(post.id) });

    expect(stored(loopback, id)).toMatchObject({
      type: MessageType.Reply,
      message_reference: { message_id: post.id },
      mentions: [],
    });
    expect(lastBody(loopback)).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
  });

  it('is an ordinary message when the message it answers is gone', async () => {
    const { loopback, messages } = await arranged();

    const id = await messages.post(general, card, { nonce: '1', replyTo: noMessage });

    expect(stored(loopback, id)?.type).toBe(MessageType.Default);
  });

  it('notifies one role, and nobody when none is named', async () => {
    const { loopback, messages } = await arranged();
    const role = RoleId.parse(ids.moderatorRole);

    await messages.post(moderators, card, { nonce: '1', notify: role });
    expect(lastBody(loopback)).toMatchObject({ allowed_mentions: { parse: [], roles: [role] } });

    await messages.post(moderators, card, { nonce: '2' });
    expect(lastBody(loopback)).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  it.each([
    { bits: 0n, permission: 'viewChannel' },
    { bits: viewChannel, permission: 'sendMessages' },
    { bits: viewChannel | sendMessages, permission: 'readMessageHistory' },
  ])('as an answer says that $permission is missing', async ({ bits, permission }) => {
    const { world, messages } = await arranged();
    world.setBotPermissions(general, bits);

    await expect(messages.post(general, card, { nonce: '1', replyTo: noMessage })).rejects.toMatchObject({
      code: 'bot.lacks-permission',
      parameters: { permission },
    });
  });

  it('says so in a locked thread and in a channel that is gone', async () => {
    const { world, messages } = await arranged();
    world.setThread(ids.thread, { archived: true, locked: true });

    await expect(messages.post(ChannelId.parse(ids.thread), card, { nonce: '1' })).rejects.toMatchObject({
      code: 'share.thread-archived',
    });
    await expect(messages.post(nowhere, card, { nonce: '1' })).rejects.toMatchObject({
      code: 'bot.lacks-permission',
      parameters: { permission: 'viewChannel' },
    });
  });
});

describe('editing a card', () => {
  it('puts another in its place', async () => {
    const { loopback, messages } = await arranged();
    const id = await messages.post(general, card, { nonce: '1' });

    expect(await messages.edit(general, id, later)).toBe('edited');
    expect(JSON.stringify(stored(loopback, id)?.components)).toContain('A later card.');
  });

  it('finds it gone when it was deleted, by itself or with its channel', async () => {
    const { loopback, messages } = await arranged();
    const inGeneral = await messages.post(general, card, { nonce: '1' });
    const inNews = await messages.post(news, card, { nonce: '2' });
    await loopback.as(ids.max).remove(inGeneral);
    loopback.world.removeChannel(news);

    expect(await messages.edit(general, inGeneral, later)).toBe('gone');
    expect(await messages.edit(news, inNews, later)).toBe('gone');
  });

  it('says what the bot lacks in a channel that was hidden from it', async () => {
    const { world, messages } = await arranged();
    const id = await messages.post(general, card, { nonce: '1' });
    world.setBotPermissions(general, 0n);

    await expect(messages.edit(general, id, later)).rejects.toMatchObject({
      code: 'bot.lacks-permission',
      parameters: { permission: 'viewChannel' },
    });
  });
});

describe('telling a member', () => {
  it('sends one direct message for one nonce', async () => {
    const { world, messages } = await arranged();

    expect(await messages.tell(mia, card, { nonce: 'outcome-1', begunAt: null })).toBe('told');
    expect(await messages.tell(mia, card, { nonce: 'outcome-1', begunAt: null })).toBe('told');
    expect(world.messages.inChannel(world.directChannel(ids.mia).id)).toHaveLength(1);
  });

  it('finds what an earlier attempt has sent, by its words, long after the nonce is forgotten', async () => {
    const { clock, world, messages } = await arranged();
    const begunAt = clock.now();
    await messages.tell(mia, card, { nonce: 'outcome-1', begunAt: null });
    clock.advance(3_600_000);

    expect(await messages.tell(mia, card, { nonce: 'outcome-1', begunAt })).toBe('told');
    const again = world.messages.inChannel(world.directChannel(ids.mia).id).length;
    expect(await messages.tell(mia, later, { nonce: 'outcome-2', begunAt })).toBe('told');
    expect(await messages.tell(mia, card, { nonce: 'outcome-3', begunAt: clock.now() })).toBe('told');

    expect(again).toBe(1);
    expect(world.messages.inChannel(world.directChannel(ids.mia).id)).toHaveLength(3);
  });

  it.each<{ who: UserId; change: (world: Loopback['world']) => void; why: string }>([
    { who: mia, change: (world) => world.setDirectMessages(ids.mia, 'closed'), why: 'takes none' },
    { who: mia, change: (world) => world.removeMember(ids.guild, ids.mia), why: 'has left the server' },
    { who: stranger, change: () => {}, why: 'is unknown to Discord' },
  ])('finds the door closed when the member $why', async ({ who, change }) => {
    const { world, messages } = await arranged();
    change(world);

    expect(await messages.tell(who, card, { nonce: 'outcome-1', begunAt: null })).toBe('closed');
  });
});
