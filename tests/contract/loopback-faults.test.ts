import { describe, expect, test } from 'vitest';
import { startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { arranged, code, messages } from './arranged-loopback.ts';
import { card } from './loopback-requests.ts';

describe('planned failures', () => {
  test('a 429 carries Retry-After in its headers and its body, once', async () => {
    const { loopback, bot } = await arranged();
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
    const { loopback, bot } = await arranged();
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
    const { loopback, bot } = await arranged();
    loopback.faults.failNext({ status: 502, afterwards: true });

    const lost = await bot.ask('POST', messages, card);

    expect(lost.status).toBe(502);
    expect(loopback.world.messages.inChannel(sandboxIds.general)).toHaveLength(1);
  });

  test('a delay holds one request back by the clock', async () => {
    const { clock, loopback, bot } = await arranged();
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
    const { loopback, bot } = await arranged();
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
    const { loopback } = await arranged();

    const port = Number(new URL(loopback.origin).port);

    await expect(startLoopback({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
