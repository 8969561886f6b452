import { describe, expect, it } from 'vitest';
import { button, makeCard, row, text } from '../../src/cards/parts.ts';
import { permissionBits } from '../../src/core/access.ts';
import { MessageId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { arranged, card, general, news, noMessage, nowhere, stored } from './arranged-messages.ts';

const { viewChannel } = permissionBits;

/** A card with buttons that lead to these custom_ids. */
const withButtons = (...customIds: readonly string[]) =>
  makeCard([text('A card.'), row(...customIds.map((customId) => button('Press', customId)))]);

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
