import type { APIMessage } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectOf } from '../../src/sandbox/json.ts';
import { type Actor, type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { type RawBot, startRawBot } from './loopback-raw.ts';
import { button, card, command, field, modal, select } from './loopback-requests.ts';

let loopback: Loopback;
let bot: RawBot;
let mia: Actor;

beforeEach(async () => {
  loopback = await startLoopback();
  bot = await startRawBot(loopback);
  await bot.ask('PUT', `/applications/${loopback.applicationId}/commands`, [command]);
  mia = loopback.as(sandboxIds.mia);
});

afterEach(async () => {
  bot.stop();
  await loopback.stop();
});

/** Waits for the next interaction and answers it. */
async function answerWith(body: unknown, files: readonly { name: string; text: string }[] = []) {
  const { id, token } = await bot.next();
  const { status } = await bot.ask('POST', `/interactions/${id}/${token}/callback`, body, files);
  return { status, webhook: `/webhooks/${loopback.applicationId}/${token}` };
}

async function asked(data: unknown): Promise<APIMessage> {
  const answer = mia.slash('claim lookup', { query: 'x' });
  await answerWith({ type: 4, data });
  const { message } = await answer;
  if (message === undefined) throw new Error('no message');
  return message;
}

describe('someone at the loopback Discord', () => {
  test('cannot press what is not there, is disabled or is a link', async () => {
    const disabled = { ...button('off'), label: 'Off', disabled: true };
    const link = { type: 2, style: 5, label: 'Source', url: 'https://example.org/' };
    const message = await asked({ ...card, components: [{ type: 1, components: [disabled, link] }] });

    await expect(mia.press(message, 'Nothing')).rejects.toThrow('the message has no "Nothing"');
    await expect(mia.press(message, 'Off')).rejects.toThrow('"Off" is disabled');
    await expect(mia.press(message, 'Source')).rejects.toThrow('"Source" is a link');
  });

  test('fails at a button that an edit has taken away since', async () => {
    const message = await asked(card);
    loopback.world.messages.replace({ ...message, components: [] });

    const answer = await mia.press(message, 'next');

    expect(answer).toMatchObject({ kind: 'failed', failure: 'This interaction failed' });
  });

  test('cannot use an ephemeral message of someone else', async () => {
    const message = await asked({ ...card, flags: card.flags | 64 });

    const answer = await loopback.as(sandboxIds.noor).press(message, 'next');

    expect(answer.kind).toBe('failed');
    expect(bot.events.filter(({ name }) => name === 'INTERACTION_CREATE')).toHaveLength(1);
  });

  test('can send a custom_id that no message holds, which the bot then gets', async () => {
    const message = await asked(card);

    const answer = mia.pressForged(message, '1:claim.open:other/c01');
    await answerWith({ type: 6 });

    expect((await answer).kind).toBe('deferred');
    expect(objectOf(objectOf(bot.events.at(-1)?.data).data).custom_id).toBe('1:claim.open:other/c01');
  });

  test.each([
    { why: 'a value never offered', values: ['c99'] },
    { why: 'nothing', values: [] },
    { why: 'more than may be picked', values: ['c01', 'c02'] },
  ])('cannot pick $why', async ({ values }) => {
    const message = await asked({ ...card, components: [{ type: 1, components: [select] }] });

    const answer = await mia.pick(message, 'claims', ...values);

    expect(answer.kind).toBe('failed');
  });

  test('cannot send a modal that was opened by someone else', async () => {
    const opened = mia.slash('claim lookup', { query: 'x' });
    await answerWith({ type: 9, data: modal });

    const answer = await loopback.as(sandboxIds.noor).submit(await opened, { reason: 'x' });

    expect(answer.kind).toBe('failed');
  });

  test('gets no modal in answer to a modal, and none to autocomplete', async () => {
    const opened = mia.slash('claim lookup', { query: 'x' });
    await answerWith({ type: 9, data: modal });

    void mia.submit(await opened, { [field.custom_id]: 'x' });
    const second = await answerWith({ type: 9, data: modal });
    void mia.type('claim lookup', { query: 'x' }, 'query');
    const third = await answerWith({ type: 4, data: card });

    expect([second.status, third.status]).toEqual([400, 400]);
  });

  test('sees files that an edit keeps, and not those it drops', async () => {
    const components = [{ type: 13, file: { url: 'attachment://a.txt' } }];
    const answer = mia.slash('claim lookup', { query: 'x' });
    const { webhook } = await answerWith({ type: 4, data: { ...card, components } }, [
      { name: 'a.txt', text: 'a' },
    ]);
    const kept = (await answer).message?.attachments[0]?.id;
    const path = `${webhook}/messages/@original`;

    const same = await bot.ask('PATCH', path, { components, attachments: [{ id: kept }] });
    const dropped = await bot.ask('PATCH', path, { components, attachments: [] });
    const replaced = await bot.ask(
      'PATCH',
      path,
      { components, attachments: [{ id: '0', filename: 'a.txt' }] },
      [{ name: 'b.txt', text: 'b' }],
    );

    expect([same.status, dropped.status, replaced.status]).toEqual([200, 400, 200]);
    expect(objectOf(replaced.body).attachments).toMatchObject([{ filename: 'a.txt', size: 1 }]);
  });

  test('gets an ordinary message turned into a card only when its content goes', async () => {
    const answer = mia.slash('claim lookup', { query: 'x' });
    const { webhook } = await answerWith({ type: 4, data: { content: 'Wait' } });
    await answer;
    const path = `${webhook}/messages/@original`;

    const beside = await bot.ask('PATCH', path, card);
    const instead = await bot.ask('PATCH', path, { ...card, content: null });

    expect([beside.status, instead.status]).toEqual([400, 200]);
  });

  test('must be somebody, somewhere, who may write there', async () => {
    const { moderators, olu, mia: id } = sandboxIds;

    expect(() => loopback.as('1')).toThrow('no such place for 1');
    expect(() => loopback.as(olu, { guildId: sandboxIds.guild })).toThrow(RangeError);
    expect(() => loopback.as(id, { channelId: '1' })).toThrow(RangeError);
    expect(() => loopback.as(olu, { channelId: moderators })).toThrow(RangeError);
    loopback.world.setPermissions(id, moderators, 0n);
    await expect(loopback.as(id, { channelId: moderators }).write('Hello')).rejects.toThrow(
      'may not write here',
    );
  });
});
