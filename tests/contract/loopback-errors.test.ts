import { MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { objectOf } from '../../src/sandbox/json.ts';
import { type Actor, type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { oracle } from '../fakes/discord-oracle.ts';
import { type FakeClock, fakeClock } from '../fakes/fake-clock.ts';
import { card, command, V2 } from './loopback-mutations.ts';
import { type RawBot, startRawBot } from './loopback-raw.ts';

let clock: FakeClock;
let loopback: Loopback;
let bot: RawBot;
let mia: Actor;

beforeEach(async () => {
  clock = fakeClock();
  loopback = await startLoopback({ clock });
  bot = await startRawBot(loopback);
  await bot.ask('PUT', `/applications/${loopback.applicationId}/commands`, [command]);
  mia = loopback.as(sandboxIds.mia);
});

afterEach(async () => {
  bot.stop();
  await loopback.stop();
  const answers = oracle(loopback)
    .complaints()
    .filter((complaint) => complaint.includes(': answer '));
  expect(answers).toEqual([]);
});

const code = ({ body }: { readonly body: unknown }) => objectOf(body).code;
const messages = `/channels/${sandboxIds.general}/messages`;

/** A slash command that waits for its answer, and the ways to give one. */
async function asked() {
  const answer = mia.slash('claim lookup', { query: 'x' });
  const { id, token } = await bot.next();
  const webhook = `/webhooks/${loopback.applicationId}/${token}`;
  const respond = (body: unknown) => bot.ask('POST', `/interactions/${id}/${token}/callback`, body);
  return { id, token, answer, webhook, respond };
}

describe('an interaction', () => {
  test('is unknown (10062) once three seconds have passed, and the person is told that nobody answered', async () => {
    const { answer, respond } = await asked();

    clock.advance(3_000);
    const late = await respond({ type: 4, data: card });

    expect(await answer).toMatchObject({ kind: 'failed', failure: 'The application did not respond' });
    expect([late.status, code(late)]).toEqual([404, 10062]);
  });

  test('is still known a moment before the three seconds are over', async () => {
    const { answer, respond } = await asked();

    clock.advance(2_999);
    const response = await respond({ type: 4, data: card });

    expect(response.status).toBe(204);
    expect((await answer).kind).toBe('message');
  });

  test('is unknown (10062) to a callback with another token', async () => {
    const { id } = await asked();

    const response = await bot.ask('POST', `/interactions/${id}/wrong/callback`, { type: 4, data: card });

    expect([response.status, code(response)]).toEqual([404, 10062]);
  });

  test('is answered once: a second callback is refused (40060) and changes nothing', async () => {
    const { answer, respond } = await asked();

    await respond({ type: 4, data: card });
    const second = await respond({ type: 5 });

    expect([second.status, code(second)]).toEqual([400, 40060]);
    expect(loopback.world.messages.inChannel(sandboxIds.general)).toHaveLength(1);
    expect((await answer).kind).toBe('message');
  });

  test('may be answered after a refused body', async () => {
    const { respond } = await asked();

    const bad = await respond({ type: 4, data: { ...card, components: [] } });
    const good = await respond({ type: 4, data: card });

    expect([bad.status, good.status]).toEqual([400, 204]);
  });

  test('has a token for fifteen minutes; then edits are refused (50027)', async () => {
    const { respond, webhook } = await asked();
    await respond({ type: 5 });

    clock.advance(15 * 60_000);
    const inTime = await bot.ask('PATCH', `${webhook}/messages/@original`, card);
    clock.advance(1);
    const late = await bot.ask('PATCH', `${webhook}/messages/@original`, card);

    expect(inTime.status).toBe(200);
    expect([late.status, code(late)]).toEqual([401, 50027]);
  });

  test('that was deferred and never answered ends as failed when its token dies', async () => {
    const { answer, respond } = await asked();
    await respond({ type: 5 });
    const settled = (await answer).settled();

    clock.advance(15 * 60_000);

    expect(await settled).toMatchObject({ kind: 'failed', failure: 'The application did not respond' });
  });

  test('cannot be followed up before its first response (10015)', async () => {
    const { webhook } = await asked();

    const early = await bot.ask('POST', webhook, card);

    expect([early.status, code(early)]).toEqual([404, 10015]);
  });

  test('a follow-up right after a deferral takes the place of the loading message', async () => {
    const { answer, respond, webhook } = await asked();
    await respond({ type: 5 });

    await bot.ask('POST', webhook, { ...card, flags: V2 | MessageFlags.Ephemeral });

    const settled = await (await answer).settled();
    expect(settled.ephemeral).toBe(false);
    expect(loopback.world.messages.inChannel(sandboxIds.general)).toHaveLength(1);
  });

  test('a public deferral can be taken back and answered privately', async () => {
    const { answer, respond, webhook } = await asked();
    await respond({ type: 5 });

    await bot.ask('DELETE', `${webhook}/messages/%40original`);
    const gone = await bot.ask('GET', `${webhook}/messages/%40original`);
    await bot.ask('POST', webhook, { ...card, flags: V2 | MessageFlags.Ephemeral });

    const settled = await (await answer).settled();
    expect([gone.status, code(gone)]).toEqual([404, 10008]);
    expect(settled).toMatchObject({ kind: 'message', ephemeral: true });
  });

  test('fails at once when no bot is connected', async () => {
    bot.stop();
    await new Promise<void>((resolve) => loopback.onBotChange((online) => online || resolve()));

    const answer = await mia.slash('claim lookup', { query: 'x' });

    expect(answer).toMatchObject({ kind: 'failed', failure: 'The application did not respond' });
  });
});

describe('a message', () => {
  test('keeps the Components V2 flag through edits that do not name it, and does not let it go', async () => {
    const { body } = await bot.ask('POST', messages, card);
    const path = `${messages}/${String(objectOf(body).id)}`;

    const silent = await bot.ask('PATCH', path, { components: card.components });
    const removed = await bot.ask('PATCH', path, { flags: 0, components: card.components });

    expect(objectOf(silent.body).flags).toBe(V2);
    expect([removed.status, code(removed)]).toEqual([400, 50035]);
  });

  test('cannot become ephemeral afterwards', async () => {
    const { body } = await bot.ask('POST', messages, card);

    const path = `${messages}/${String(objectOf(body).id)}`;
    const edited = await bot.ask('PATCH', path, { ...card, flags: V2 | MessageFlags.Ephemeral });

    expect([edited.status, code(edited)]).toEqual([400, 50035]);
  });

  test('with faults is refused with the place of each (50035)', async () => {
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
    const response = await bot.ask('POST', messages, body);

    expect([response.status, code(response)]).toEqual([400, expected]);
  });

  test('that nobody knows is 10008, in a channel that nobody knows 10003', async () => {
    const noMessage = await bot.ask('GET', `${messages}/1`);
    const noChannel = await bot.ask('GET', '/channels/1/messages/1');

    expect([noMessage.status, code(noMessage)]).toEqual([404, 10008]);
    expect([noChannel.status, code(noChannel)]).toEqual([404, 10003]);
  });

  test('of someone else may neither be edited nor, without permission, deleted', async () => {
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
    loopback.world.setBotPermissions(sandboxIds.general, bits);

    const response = await bot.ask('POST', messages, card);

    expect(code(response)).toBe(expected);
  });

  test('a thread has the permissions of its parent, and its own one for writing', async () => {
    loopback.world.setBotPermissions(sandboxIds.news, ViewChannel | SendMessages);

    const response = await bot.ask('POST', `/channels/${sandboxIds.thread}/messages`, card);

    expect([response.status, code(response)]).toEqual([403, 50013]);
  });

  test('files need their own permission', async () => {
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
    loopback.world.setBotPermissions(sandboxIds.general, ViewChannel);
    loopback.world.setPermissions(sandboxIds.mia, sandboxIds.general, ViewChannel | AttachFiles);

    void mia.slash('claim lookup', { query: 'x' });
    await bot.next();

    const payload = objectOf(bot.events.at(-1)?.data);
    expect(payload.app_permissions).toBe(String(ViewChannel));
    expect(objectOf(payload.member).permissions).toBe(String(ViewChannel | AttachFiles));
  });
});

describe('planned failures', () => {
  test('a 429 carries Retry-After in its headers and its body, once', async () => {
    loopback.faults.failNext({ match: 'POST /channels', status: 429, retryAfter: 1.5 });

    const first = await bot.ask('POST', messages, card);
    const second = await bot.ask('POST', messages, card);

    expect(first.status).toBe(429);
    expect(first.headers.get('retry-after')).toBe('1.5');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(first.body).toMatchObject({ retry_after: 1.5, global: false });
    expect(second.status).toBe(200);
  });

  test('a 5xx comes as often as planned and only where it matches', async () => {
    loopback.faults.failNext({ match: /^POST /, status: 503, times: 2 });

    const statuses = [
      await bot.ask('GET', '/users/@me'),
      await bot.ask('POST', messages, card),
      await bot.ask('POST', messages, card),
      await bot.ask('POST', messages, card),
    ].map(({ status }) => status);

    expect(statuses).toEqual([200, 503, 503, 200]);
  });

  test('an answer can be lost after the work was done', async () => {
    loopback.faults.failNext({ status: 502, afterwards: true });

    const lost = await bot.ask('POST', messages, card);

    expect(lost.status).toBe(502);
    expect(loopback.world.messages.inChannel(sandboxIds.general)).toHaveLength(1);
  });

  test('a delay holds one request back by the clock', async () => {
    loopback.faults.delayNext(5_000);
    const slow = bot.ask('GET', '/users/@me');
    const fast = await bot.ask('GET', '/users/@me');

    const before = loopback.requests.length;
    clock.advance(5_000);
    await slow;

    expect(fast.status).toBe(200);
    expect(loopback.requests).toHaveLength(before + 1);
  });
});

describe('the REST interface', () => {
  test('refuses other tokens, unknown paths and broken JSON in the shape Discord has', async () => {
    const url = `${loopback.apiUrl}/v10`;
    const headers = { authorization: 'Bot wrong', 'content-type': 'application/json' };

    const noToken = await fetch(`${url}/users/@me`, { headers });
    const noRoute = await bot.ask('GET', '/nowhere');
    const broken = await fetch(`${url}${messages}`, { method: 'POST', headers, body: '{' });

    expect([noToken.status, await noToken.json()]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
    expect([noRoute.status, code(noRoute)]).toEqual([404, 0]);
    expect([broken.status, code({ body: await broken.json() })]).toEqual([400, 50109]);
  });

  test('keeps the newest requests only, and says how many it dropped', async () => {
    const small = await startLoopback({ keepRequests: 2 });
    for (const path of ['/a', '/b', '/c']) await fetch(`${small.apiUrl}/v10${path}`);
    await small.stop();

    expect(small.requests.map(({ path }) => path)).toEqual(['/b', '/c']);
    expect(small.forgottenRequests()).toBe(1);
  });

  test('a taken port is an error with the code EADDRINUSE', async () => {
    const port = Number(new URL(loopback.origin).port);

    await expect(startLoopback({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
