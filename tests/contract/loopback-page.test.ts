import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import type { PageAct, PageChoices, PageOutcome } from '../../src/sandbox/page-api.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { eventsFor, postTo, stateOf } from './loopback-page-asks.ts';
import { type RawBot, startRawBot } from './loopback-raw.ts';
import { card, command, modal } from './loopback-requests.ts';

const who = { as: sandboxIds.mia, channel: sandboxIds.general, locale: 'en-US' };
const ephemeralCard = { ...card, flags: card.flags | 64 };
const lookup = {
  ...who,
  kind: 'slash',
  command: 'claim lookup',
  options: [{ name: 'query', value: 'who pays' }],
} as const satisfies PageAct;

let loopback: Loopback;
let bot: RawBot;

beforeEach(async () => {
  loopback = await startLoopback();
  bot = await startRawBot(loopback);
  await bot.ask('PUT', `/applications/${loopback.applicationId}/commands`, [
    command,
    { type: 3, name: 'Check this post' },
  ]);
});

afterEach(async () => {
  bot.stop();
  await loopback.stop();
});

const state = (as: string = who.as, channel: string = who.channel) => stateOf(loopback, as, channel);
const post = (path: string, body: unknown) => postTo(loopback, path, body);

/** Does something on the page while the bot answers with `body`. */
async function act(done: PageAct, body: unknown): Promise<PageOutcome> {
  const outcome = post('/sandbox/interactions', done);
  const { id, token } = await bot.next();
  await bot.ask('POST', `/interactions/${id}/${token}/callback`, body);
  return (await outcome).json() as Promise<PageOutcome>;
}

describe('what the page is told', () => {
  test('the state holds the server, the bot, the people, the channels they may see and the commands', async () => {
    const mia = await state();
    const max = await state(sandboxIds.max);

    expect(mia.server.name).toBe('Sandbox server');
    expect(mia.bot).toMatchObject({ name: 'Footnote', online: true });
    expect(mia.personas.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'Mia member',
      'Noor member',
      'Sam member',
      'Max moderator',
      'Ada admin',
    ]);
    expect(mia.channels.map(({ name }) => name)).not.toContain('moderators');
    expect(max.channels.map(({ name }) => name)).toContain('moderators');
    expect(mia.channels.find(({ kind }) => kind === 'thread')?.parentId).toBe(sandboxIds.news);
    expect(mia.commands.map(({ name }) => name)).toEqual(['claim', 'Check this post']);
  });

  test('a persona and a channel that do not exist give the first there are', async () => {
    const lost = await state('', 'nowhere');

    expect(lost.personas[0]?.id).toBe(sandboxIds.mia);
    expect(lost.messages).toEqual([]);
  });

  test('an ephemeral answer is in the state of the one who asked, and in no other', async () => {
    const outcome = await act(lookup, { type: 4, data: ephemeralCard });

    const [mine, others] = [await state(), await state(sandboxIds.noor)];
    expect(outcome).toEqual({ outcome: 'message', messageId: mine.messages[0]?.message.id });
    expect(mine.messages[0]).toMatchObject({
      onlyFor: sandboxIds.mia,
      usedCommand: { userName: 'Mia', command: 'claim lookup' },
    });
    expect(others.messages).toEqual([]);
  });

  test('the stream tells of new, changed and removed messages, of commands and of the bot', async () => {
    const stream = await eventsFor(loopback, who.as, who.channel);
    const { id } = await loopback.as(sandboxIds.noor).write('Hello');

    await act({ ...lookup, as: sandboxIds.noor }, { type: 4, data: ephemeralCard });
    loopback.world.messages.replace({ ...(await firstMessage()), content: 'Hello again' });
    loopback.world.messages.remove(id);
    await bot.ask('PUT', `/applications/${loopback.applicationId}/commands`, []);
    bot.stop();

    expect((await stream.take(6)).map((event) => event.type)).toEqual([
      'activity',
      'message',
      'message',
      'removed',
      'commands',
      'bot',
    ]);
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
  });

  async function firstMessage() {
    const [first] = (await state()).messages;
    if (first === undefined) throw new Error('no message');
    return first.message;
  }

  test('stopping ends open streams at once', async () => {
    const stream = await eventsFor(loopback, who.as, who.channel);
    const ended = stream.ended().catch(() => 'cut');
    const began = performance.now();

    await loopback.stop();
    await ended;

    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe('what the page does', () => {
  test('a button, a select and a modal go to the bot and their outcome comes back', async () => {
    await act(lookup, { type: 4, data: ephemeralCard });
    const messageId = (await state()).messages[0]?.message.id ?? '';

    const updated = await act(
      { ...who, kind: 'button', messageId, customId: 'open' },
      { type: 7, data: card },
    );
    const deferred = await act(
      { ...who, kind: 'select', messageId, customId: 'claims', values: ['c02'] },
      { type: 6 },
    );
    const opened = await act(
      { ...who, kind: 'button', messageId, customId: 'next' },
      { type: 9, data: modal },
    );
    const interactionId = opened.outcome === 'modal' ? opened.interactionId : '';
    const fields = [{ customId: 'reason', values: ['A rumour'] }];
    const submitted = await act({ ...who, kind: 'modal', interactionId, fields }, { type: 4, data: card });

    expect(updated).toEqual({ outcome: 'updated' });
    expect(deferred).toEqual({ outcome: 'updated' });
    expect(opened).toMatchObject({ outcome: 'modal', modal: { title: 'Why' } });
    expect(submitted.outcome).toBe('message');
  });

  test('a message menu names its message', async () => {
    const { id } = await loopback.as(sandboxIds.noor).write('A rumour');

    const outcome = await act(
      { ...who, kind: 'menu', command: 'Check this post', messageId: id },
      { type: 5, data: { flags: 64 } },
    );

    expect(outcome.outcome).toBe('message');
  });

  test('choices come back while typing, and none when the bot is gone', async () => {
    const typing = {
      ...who,
      command: 'claim lookup',
      options: [{ name: 'query', value: 'mi' }],
      focused: 'query',
    };

    const asked = post('/sandbox/autocomplete', typing);
    const { id, token } = await bot.next();
    const choice = { name: 'Who pays?', value: 'c01' };
    await bot.ask('POST', `/interactions/${id}/${token}/callback`, { type: 8, data: { choices: [choice] } });
    const answered = (await (await asked).json()) as PageChoices;
    loopback.faults.invalidateSession(false);
    const none = (await (await post('/sandbox/autocomplete', typing)).json()) as PageChoices;

    expect(answered).toEqual({ choices: [choice] });
    expect(none).toEqual({ choices: [] });
  });

  test('a written message is in the channel for everyone', async () => {
    const answer = await post('/sandbox/messages', { ...who, content: 'Hello' });

    expect(answer.status).toBe(204);
    expect((await state(sandboxIds.noor)).messages[0]?.message.content).toBe('Hello');
  });

  test.each([
    {
      why: 'a persona that does not exist',
      path: '/sandbox/messages',
      body: { ...who, as: '1', content: 'x' },
    },
    {
      why: 'a channel the persona may not see',
      path: '/sandbox/messages',
      body: { ...who, channel: sandboxIds.moderators, content: 'x' },
    },
    { why: 'nothing to write', path: '/sandbox/messages', body: { ...who, content: ' ' } },
    {
      why: 'more than Discord takes',
      path: '/sandbox/messages',
      body: { ...who, content: 'x'.repeat(2_001) },
    },
    { why: 'an act nobody knows', path: '/sandbox/interactions', body: { ...who, kind: 'dance' } },
    { why: 'no JSON object', path: '/sandbox/interactions', body: 'x' },
    { why: 'no option to type in', path: '/sandbox/autocomplete', body: { ...who, command: 'claim' } },
  ])('$why is refused with a sentence', async ({ path, body }) => {
    const answer = await post(path, body);

    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ message: 'There is no such persona, channel or act.' });
  });

  test.each([
    { why: 'a command that is not registered', done: { ...lookup, command: 'nothing' } },
    { why: 'a missing option', done: { ...lookup, options: [] } },
    { why: 'a message that is gone', done: { ...who, kind: 'button', messageId: '1', customId: 'open' } },
    { why: 'a modal that was never opened', done: { ...who, kind: 'modal', interactionId: '1', fields: [] } },
  ] satisfies { why: string; done: PageAct }[])(
    '$why fails with the sentence Discord shows',
    async ({ done }) => {
      const outcome = (await (await post('/sandbox/interactions', done)).json()) as PageOutcome;

      expect(outcome.outcome).toBe('failed');
    },
  );
});
