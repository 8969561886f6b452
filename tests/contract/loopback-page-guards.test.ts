import { request } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { startRawBot } from './loopback-raw.ts';
import { card } from './loopback-requests.ts';

async function arranged(): Promise<Loopback> {
  const loopback = await startLoopback();
  onTestFinished(() => loopback.stop());
  return loopback;
}

describe('who may ask', () => {
  /** Asks with headers that fetch would not let through. */
  function ask({ origin }: Loopback, what: string, headers: Record<string, string>): Promise<number> {
    const [method, path] = what.split(' ');
    return new Promise((resolve, reject) => {
      const { port } = new URL(origin);
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
    const loopback = await arranged();
    const { port } = new URL(loopback.origin);
    const hosts: Record<string, string> = { own: `127.0.0.1:${port}`, localhost: `localhost:${port}` };
    const named = { host: hosts[host] ?? host };
    const from = origin === '' ? {} : { origin: origin === 'own' ? loopback.origin : origin };
    const path = method === 'GET' ? '/sandbox/state' : '/sandbox/messages';

    const answered = await ask(loopback, `${method} ${path}`, { ...named, ...from });

    expect(answered).toBe(status);
  });

  test('the REST interface and the Gateway are guarded in the same way', async () => {
    const loopback = await arranged();
    const { port } = new URL(loopback.origin);
    const upgrade = {
      host: `127.0.0.1:${port}`,
      origin: 'https://evil.example',
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    };

    const rest = await ask(loopback, 'GET /api/v10/gateway', { host: 'evil.example' });

    expect(rest).toBe(403);
    await expect(ask(loopback, 'GET /gateway', upgrade)).rejects.toThrow('socket hang up');
  });
});

describe('the files of the page', () => {
  test('the page comes with a policy that allows nothing from elsewhere, and is never stored', async () => {
    const loopback = await arranged();

    const page = await fetch(`${loopback.origin}/`);

    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  test.each(['preact.js', 'preact-hooks.js', 'htm.js'])(
    'the package %s imports nothing a browser cannot find',
    async (name) => {
      const loopback = await arranged();

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
    const loopback = await arranged();

    const answer = await fetch(`${loopback.origin}${path}`);

    expect(answer.status).toBe(404);
  });

  test('an uploaded page is handed out as a download that can do nothing', async () => {
    const loopback = await arranged();
    const bot = await startRawBot(loopback);
    onTestFinished(() => bot.stop());
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
