import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import type { PageAct, PageChoices, PageEvent, PageOutcome, PageState } from '../../src/sandbox/page-api.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { card, command, modal } from './loopback-mutations.ts';
import { type RawBot, startRawBot } from './loopback-raw.ts';

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

const view = (as: string, channel: string) => `?as=${as}&channel=${channel}`;

async function state(as: string = who.as, channel: string = who.channel): Promise<PageState> {
  return (await fetch(`${loopback.origin}/sandbox/state${view(as, channel)}`)).json() as Promise<PageState>;
}

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(`${loopback.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Does something on the page while the bot answers with `body`. */
async function act(done: PageAct, body: unknown): Promise<PageOutcome> {
  const outcome = post('/sandbox/interactions', done);
  const { id, token } = await bot.next();
  await bot.ask('POST', `/interactions/${id}/${token}/callback`, body);
  return (await outcome).json() as Promise<PageOutcome>;
}

/** Reads server-sent events until `count` have come. */
async function events(as: string, channel: string) {
  const response = await fetch(`${loopback.origin}/sandbox/events${view(as, channel)}`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('no stream');
  let text = '';
  return {
    response,
    async take(count: number): Promise<readonly PageEvent[]> {
      for (;;) {
        const found = text.split('\n\n').filter((part) => part.startsWith('data: '));
        if (found.length >= count) return found.map((part) => JSON.parse(part.slice(6)) as PageEvent);
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream ended');
        text += value;
      }
    },
    ended: async () => {
      while (!(await reader.read()).done);
    },
  };
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
    const stream = await events(who.as, who.channel);
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
    const stream = await events(who.as, who.channel);
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

describe('who may ask', () => {
  /** Asks with headers that fetch would not let through. */
  function ask(method: string, path: string, headers: Record<string, string>): Promise<number> {
    return new Promise((resolve, reject) => {
      const { port } = new URL(loopback.origin);
      const sent = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end();
    });
  }

  test.each([
    {
      why: 'another name that resolves to this machine',
      method: 'GET',
      host: 'evil.example',
      origin: '',
      status: 403,
    },
    { why: 'another port', method: 'GET', host: '127.0.0.1:1', origin: '', status: 403 },
    { why: 'its own name', method: 'GET', host: 'own', origin: '', status: 200 },
    { why: 'localhost', method: 'GET', host: 'localhost', origin: '', status: 200 },
    {
      why: 'a post from another page',
      method: 'POST',
      host: 'own',
      origin: 'https://evil.example',
      status: 403,
    },
    { why: 'a post from a page without origin', method: 'POST', host: 'own', origin: 'null', status: 403 },
    { why: 'a post from its own page', method: 'POST', host: 'own', origin: 'own', status: 400 },
    { why: 'a post from no page', method: 'POST', host: 'own', origin: '', status: 400 },
  ])('$why gets $status', async ({ method, host, origin, status }) => {
    const { port } = new URL(loopback.origin);
    const hosts: Record<string, string> = { own: `127.0.0.1:${port}`, localhost: `localhost:${port}` };
    const named = { host: hosts[host] ?? host };
    const from = origin === '' ? {} : { origin: origin === 'own' ? loopback.origin : origin };

    const answered = await ask(method, method === 'GET' ? '/sandbox/state' : '/sandbox/messages', {
      ...named,
      ...from,
    });

    expect(answered).toBe(status);
  });

  test('the REST interface and the Gateway are guarded in the same way', async () => {
    const rest = await ask('GET', '/api/v10/gateway', { host: 'evil.example' });
    const { port } = new URL(loopback.origin);
    const upgrade = {
      host: `127.0.0.1:${port}`,
      origin: 'https://evil.example',
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    };

    expect(rest).toBe(403);
    await expect(ask('GET', '/gateway', upgrade)).rejects.toThrow('socket hang up');
  });
});

describe('the files of the page', () => {
  test('the page comes with a policy that allows nothing from elsewhere, and is never stored', async () => {
    const page = await fetch(`${loopback.origin}/`);

    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  test.each(['preact.js', 'preact-hooks.js', 'htm.js'])(
    'the package %s imports nothing a browser cannot find',
    async (name) => {
      const file = await fetch(`${loopback.origin}/vendor/${name}`);
      const source = await file.text();

      expect(file.headers.get('content-type')).toContain('text/javascript');
      expect(source).not.toMatch(/from ?"[^/.]/);
      expect(source).toContain('export');
    },
  );

  test.each([
    '/page/..%2fplan.ts',
    '/page/tsconfig.json',
    '/page/none.js',
    '/vendor/fastify.js',
    '/sandbox/attachments/1/a.txt',
  ])('%s is not served', async (path) => {
    const answer = await fetch(`${loopback.origin}${path}`);

    expect(answer.status).toBe(404);
  });

  test('an uploaded page is handed out as a download that can do nothing', async () => {
    const file = { type: 13, file: { url: 'attachment://a.html' } };
    await bot.ask('POST', `/channels/${sandboxIds.general}/messages`, { ...card, components: [file] }, [
      { name: 'a.html', text: '<script>alert(1)</script>' },
    ]);
    const [stored] = loopback.world.messages.inChannel(sandboxIds.general);

    const served = await fetch(stored?.message.attachments[0]?.url ?? '');

    expect(served.headers.get('content-type')).toBe('application/octet-stream');
    expect(served.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(served.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });
});
