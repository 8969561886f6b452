import { MessageType } from 'discord-api-types/v10';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDiscord } from '../../src/adapters/discord/gateway.ts';
import { openLog } from '../../src/adapters/log.ts';
import { button, makeCard, row, text } from '../../src/cards/parts.ts';
import { sentenceCard } from '../../src/cards/plain-cards.ts';
import { permissionBits } from '../../src/core/access.ts';
import { ChannelId, MessageId, RoleId, UserId } from '../../src/core/ids.ts';
import { type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { assertClean } from '../fakes/discord-oracle.ts';
import { fakeClock } from '../fakes/fake-clock.ts';

const general = ChannelId.parse(ids.general);
const news = ChannelId.parse(ids.news);
const moderators = ChannelId.parse(ids.moderators);
const mia = UserId.parse(ids.mia);
const nowhere = ChannelId.parse('1290000000000000999');
const noMessage = MessageId.parse('1290000000000000998');
const stranger = UserId.parse('1290000000000000997');
const card = sentenceCard('A card.');
const later = sentenceCard('A later card.');
const { viewChannel, sendMessages } = permissionBits;

/** The bot's messages on a loopback Discord, to which everything that was sent must have been acceptable. */
async function arranged() {
  const clock = fakeClock();
  const loopback = await startLoopback({ clock });
  const discord = openDiscord({
    token: loopback.token,
    apiUrl: loopback.apiUrl,
    log: openLog('silent', { write: () => {} }),
  });
  onTestFinished(async () => {
    await discord.disconnect();
    await loopback.stop();
    assertClean(loopback);
  });
  return { clock, loopback, world: loopback.world, messages: discord.messages };
}

const stored = (loopback: Loopback, id: string) => loopback.world.messages.get(id)?.message;
const lastBody = (loopback: Loopback) => loopback.requests.at(-1)?.body;
/** A card with buttons that lead to these custom_ids. */
const withButtons = (...customIds: readonly string[]) =>
  makeCard([text('A card.'), row(...customIds.map((customId) => button('Press', customId)))]);

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

describe('looking at a message', () => {
  it('sees its author and place, but not what it says, which Discord does not let the bot read', async () => {
    const { loopback, messages } = await arranged();
    const { id } = await loopback.as(ids.mia).write('They are all paid.');

    expect(await messages.look(general, MessageId.parse(id))).toEqual({
      messageId: id,
      channelId: general,
      authorId: ids.mia,
      own: false,
      system: false,
      content: '',
      forwarded: '',
      embedded: '',
      attachments: 0,
    });
  });

  it('knows its own', async () => {
    const { messages } = await arranged();
    const id = await messages.post(general, card, { nonce: '1' });

    expect(await messages.look(general, id)).toMatchObject({
      own: true,
      authorId: null,
      embedded: 'A card.',
    });
  });

  it('finds it gone when it, or its channel, was deleted', async () => {
    const { messages } = await arranged();

    expect(await messages.look(general, noMessage)).toBe('gone');
    expect(await messages.look(nowhere, noMessage)).toBe('gone');
  });

  it.each([{ bits: 0n }, { bits: viewChannel }])(
    'finds it closed when the bot may only $bits there',
    async ({ bits }) => {
      const { loopback, messages } = await arranged();
      const { id } = await loopback.as(ids.mia).write('They are all paid.');
      loopback.world.setBotPermissions(general, bits);

      expect(await messages.look(general, MessageId.parse(id))).toBe('closed');
    },
  );
});

describe('finding a card of the bot’s own', () => {
  const wanted = (customId: string) => customId === 'f1:case.take:AAAAAAAAAAAA';
  const ofCase = withButtons('f1:case.take:AAAAAAAAAAAA', 'f1:case.dismiss:AAAAAAAAAAAA');
  const ofOther = withButtons('f1:case.take:BBBBBBBBBBBB');

  it('gives the first since then that holds the button', async () => {
    const { clock, loopback, messages } = await arranged();
    await messages.post(general, ofCase, { nonce: '0' });
    clock.advance(60_000);
    const sinceMs = clock.now();
    await loopback.as(ids.mia).write('Something else.');
    await messages.post(general, ofOther, { nonce: '1' });
    clock.advance(1_000);
    const first = await messages.post(general, ofCase, { nonce: '2' });
    await messages.post(general, ofCase, { nonce: '3' });

    expect(await messages.findOwn(general, sinceMs, wanted)).toBe(first);
  });

  it('finds it a little before that, in case this machine’s clock is ahead', async () => {
    const { clock, messages } = await arranged();
    const first = await messages.post(general, ofCase, { nonce: '1' });

    expect(await messages.findOwn(general, clock.now() + 4_000, wanted)).toBe(first);
    expect(await messages.findOwn(general, clock.now() + 60_000, wanted)).toBeNull();
  });

  it('looks through hundreds of messages of others, whatever buttons they hold', async () => {
    const { clock, loopback, messages } = await arranged();
    const sinceMs = clock.now();
    const actor = loopback.as(ids.mia);
    // What another bot wrote: its components have the shape in which the bot's own were stored.
    const model = await messages.post(news, ofCase, { nonce: '0' });
    const components = stored(loopback, model)?.components ?? [];
    for (let count = 0; count < 250; count += 1) await actor.write(`${count}`, { components });
    const own = await messages.post(general, ofCase, { nonce: '1' });

    expect(await messages.findOwn(general, sinceMs, wanted)).toBe(own);
  });

  it('gives up after some hundreds', async () => {
    const { clock, loopback, messages } = await arranged();
    const sinceMs = clock.now();
    for (let count = 0; count < 501; count += 1) await loopback.as(ids.mia).write(`${count}`);
    await messages.post(general, ofCase, { nonce: '1' });

    expect(await messages.findOwn(general, sinceMs, wanted)).toBeNull();
    expect(
      loopback.requests.filter(({ method, path }) => method === 'GET' && /messages/.test(path)),
    ).toHaveLength(5);
  });

  it.each([
    { channelId: general, bits: 0n, why: 'the channel is hidden' },
    { channelId: general, bits: viewChannel, why: 'it may not read what was written before' },
    { channelId: nowhere, bits: null, why: 'the channel is gone' },
  ])('finds none when $why', async ({ channelId, bits }) => {
    const { clock, world, messages } = await arranged();
    await messages.post(general, ofCase, { nonce: '1' });
    world.setBotPermissions(general, bits);

    expect(await messages.findOwn(channelId, clock.now(), wanted)).toBeNull();
  });
});
