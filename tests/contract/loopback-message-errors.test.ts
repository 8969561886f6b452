import { MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { objectOf } from '../../src/sandbox/json.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { arranged, code, messages } from './arranged-loopback.ts';
import { card, V2 } from './loopback-requests.ts';

describe('a message', () => {
  test('keeps the Components V2 flag through edits that do not name it, and does not let it go', async () => {
    const { bot } = await arranged();
    const { body } = await bot.ask('POST', messages, card);
    const path = `${messages}/${String(objectOf(body).id)}`;

    const silent = await bot.ask('PATCH', path, { components: card.components });
    const removed = await bot.ask('PATCH', path, { flags: 0, components: card.components });

    expect(objectOf(silent.body).flags).toBe(V2);
    expect([removed.status, code(removed)]).toEqual([400, 50035]);
  });

  test('cannot become ephemeral afterwards', async () => {
    const { bot } = await arranged();
    const { body } = await bot.ask('POST', messages, card);

    const path = `${messages}/${String(objectOf(body).id)}`;
    const edited = await bot.ask('PATCH', path, { ...card, flags: V2 | MessageFlags.Ephemeral });

    expect([edited.status, code(edited)]).toEqual([400, 50035]);
  });

  test('with faults is refused with the place of each (50035)', async () => {
    const { bot } = await arranged();
    const wrong = { type: 2, style: 1, custom_id: 'x'.repeat(101), label: 'x'.repeat(81) };

    const { status, body } = await bot.ask('POST', messages, {
      ...card,
      components: [{ type: 1, components: [wrong] }],
    });

    const button = ['components', '0', 'components', '0'].reduce(
      (at: unknown, step) => objectOf(at)[step],
      objectOf(body).errors,
    );
    expect(status).toBe(400);
    expect(objectOf(body)).toMatchObject({ code: 50035, message: 'Invalid Form Body' });
    expect(Object.keys(objectOf(button))).toEqual(['label', 'custom_id']);
  });

  test.each([
    { why: 'nothing in it', body: {}, code: 50006 },
    { why: 'only spaces in it', body: { content: '  ' }, code: 50006 },
    { why: '2,001 characters', body: { content: 'x'.repeat(2_001) }, code: 50035 },
    {
      why: 'an unknown message to answer',
      body: { content: 'x', message_reference: { message_id: '1' } },
      code: 50035,
    },
  ])('is refused ($code) with $why', async ({ body, code: expected }) => {
    const { bot } = await arranged();

    const response = await bot.ask('POST', messages, body);

    expect([response.status, code(response)]).toEqual([400, expected]);
  });

  test('that nobody knows is 10008, in a channel that nobody knows 10003', async () => {
    const { bot } = await arranged();

    const noMessage = await bot.ask('GET', `${messages}/1`);
    const noChannel = await bot.ask('GET', '/channels/1/messages/1');

    expect([noMessage.status, code(noMessage)]).toEqual([404, 10008]);
    expect([noChannel.status, code(noChannel)]).toEqual([404, 10003]);
  });

  test('of someone else may neither be edited nor, without permission, deleted', async () => {
    const { bot, mia } = await arranged();
    const { id } = await mia.write('Mine');

    const edited = await bot.ask('PATCH', `${messages}/${id}`, card);
    const deleted = await bot.ask('DELETE', `${messages}/${id}`);

    expect([edited.status, code(edited)]).toEqual([403, 50005]);
    expect([deleted.status, code(deleted)]).toEqual([403, 50013]);
  });
});

describe('permissions', () => {
  const { ViewChannel, SendMessages, AttachFiles } = PermissionFlagsBits;

  test.each([
    { why: 'cannot see the channel', bits: 0n, code: 50001 },
    { why: 'may not write in it', bits: ViewChannel, code: 50013 },
    { why: 'may write in it', bits: ViewChannel | SendMessages, code: undefined },
  ])('a bot that $why gets $code', async ({ bits, code: expected }) => {
    const { loopback, bot } = await arranged();
    loopback.world.setBotPermissions(sandboxIds.general, bits);

    const response = await bot.ask('POST', messages, card);

    expect(code(response)).toBe(expected);
  });

  test('a thread has the permissions of its parent, and its own one for writing', async () => {
    const { loopback, bot } = await arranged();
    loopback.world.setBotPermissions(sandboxIds.news, ViewChannel | SendMessages);

    const response = await bot.ask('POST', `/channels/${sandboxIds.thread}/messages`, card);

    expect([response.status, code(response)]).toEqual([403, 50013]);
  });

  test('files need their own permission', async () => {
    const { loopback, bot } = await arranged();
    loopback.world.setBotPermissions(sandboxIds.general, ViewChannel | SendMessages);
    const file = { type: 13, file: { url: 'attachment://a.txt' } };

    const without = await bot.ask('POST', messages, { ...card, components: [file] }, [
      { name: 'a.txt', text: 'a' },
    ]);
    loopback.world.setBotPermissions(sandboxIds.general, ViewChannel | SendMessages | AttachFiles);
    const allowed = await bot.ask('POST', messages, { ...card, components: [file] }, [
      { name: 'a.txt', text: 'a' },
    ]);

    expect([without.status, code(without)]).toEqual([403, 50013]);
    expect(allowed.status).toBe(200);
  });

  test('what the bot and the person may do is told with every interaction', async () => {
    const { loopback, bot, mia } = await arranged();
    loopback.world.setBotPermissions(sandboxIds.general, ViewChannel);
    loopback.world.setPermissions(sandboxIds.mia, sandboxIds.general, ViewChannel | AttachFiles);

    void mia.slash('claim lookup', { query: 'x' });
    await bot.next();

    const payload = objectOf(bot.events.at(-1)?.data);
    expect(payload.app_permissions).toBe(String(ViewChannel));
    expect(objectOf(payload.member).permissions).toBe(String(ViewChannel | AttachFiles));
  });
});
