import { describe, expect, it } from 'vitest';
import type { WebOptions } from '../../src/adapters/web/web.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { nearWeb, never } from '../fakes/near-web.ts';
import {
  everythingHere,
  leadingNowhere,
  leadingTo,
  pages,
  redirect,
  someSite,
  status,
} from '../fakes/some-site.ts';

const html = '<meta property="og:site_name" content="Harbour Gazette"><title>Bridge closed</title>';
const facts = { title: 'Bridge closed', publisher: 'Harbour Gazette', date: null };

type Answer = Parameters<typeof someSite>[0];

function page(body: string | Uint8Array, contentType = 'text/html; charset=utf-8'): Answer {
  return (_, response) => response.writeHead(200, { 'content-type': contentType }).end(body);
}

function read(url: string, options: Partial<WebOptions> = {}, stop = never) {
  return nearWeb(options).readPage(url, stop);
}

describe('a page that is read', () => {
  it('says what it says of itself, after one request to its rules and one to it', async () => {
    const site = await someSite(pages({ '/page': page(html) }));

    expect(await read(site.at('/page'))).toEqual({ found: 'page', url: site.at('/page'), facts });
    expect(site.asked).toEqual(['GET harbour.example/robots.txt', 'GET harbour.example/page']);
    expect(site.requests.at(-1)?.headers).toMatchObject({
      'user-agent': 'Footnote/0 (test)',
      'accept-encoding': 'identity',
    });
    expect(site.requests.at(-1)?.headers).not.toHaveProperty('cookie');
  });

  it.each([
    { code: 301, leads: 'for good', to: '/new' },
    { code: 308, leads: 'for good', to: '/new' },
    { code: 302, leads: 'for now', to: '/old' },
    { code: 307, leads: 'for now', to: '/old' },
  ])('is cited at $to when it leads elsewhere $leads ($code)', async ({ code, to }) => {
    const site = await someSite(pages({ '/old': redirect(code, '/new'), '/new': page(html) }));

    expect(await read(site.at('/old'))).toEqual({ found: 'page', url: site.at(to), facts });
  });

  it('is named by the host it leads to for good, where it names nobody', async () => {
    const site = await someSite((request, response) => {
      if (request.url === '/short') redirect(301, site.at('/page', 'gazette.example'))(request, response);
      else if (request.url === '/page') page('<title>Bridge closed</title>')(request, response);
      else status(404)(request, response);
    });

    expect(await read(site.at('/short'))).toMatchObject({ facts: { publisher: 'gazette.example' } });
  });

  it('is read in the charset it is in', async () => {
    const body = Buffer.concat([
      Buffer.from('<title>'),
      Buffer.from([0xcc, 0xee, 0xf1, 0xf2]),
      Buffer.from('</title>'),
    ]);
    const site = await someSite(pages({ '/page': page(body, 'text/html; charset=windows-1251') }));

    expect(await read(site.at('/page'))).toMatchObject({ facts: { title: 'Мост' } });
  });

  it('is read as far as 512 kB, and no further', async () => {
    let sent = 0;
    const site = await someSite((request, response) => {
      if (request.url !== '/page') return status(404)(request, response);
      response.writeHead(200, { 'content-type': 'text/html' }).write(html);
      const chunk = Buffer.alloc(65_536, 'x');
      const more = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
        response.once('drain', more);
      };
      more();
    });

    expect(await read(site.at('/page'))).toMatchObject({ found: 'page', facts });
    expect(sent).toBeLessThan(20_000_000);
  });

  it('says nothing that stands behind the first 512 kB', async () => {
    const late = await someSite(pages({ '/page': page(`${' '.repeat(512_000)}${html}`) }));
    const early = await someSite(pages({ '/page': page(`${' '.repeat(500_000)}${html}`) }));

    expect(await read(late.at('/page'))).toMatchObject({ facts: { title: null } });
    expect(await read(early.at('/page'))).toMatchObject({ facts });
  });
});

describe('a page that cannot be read', () => {
  it.each([
    { code: 404, says: 'dead' },
    { code: 410, says: 'dead' },
    { code: 401, says: 'blocked' },
    { code: 403, says: 'blocked' },
    { code: 429, says: 'blocked' },
    { code: 500, says: 'failed' },
    { code: 503, says: 'failed' },
  ])('is $says when it is answered with $code', async ({ code, says }) => {
    const site = await someSite(pages({ '/page': status(code) }));

    expect(await read(site.at('/page'))).toEqual({ found: says });
  });

  it.each(['application/pdf', 'image/png', 'text/plain', 'application/json'])(
    'is no page when it is %s',
    async (contentType) => {
      const site = await someSite(pages({ '/page': page(html, contentType) }));

      expect(await read(site.at('/page'))).toEqual({ found: 'no-page' });
    },
  );

  it('is not asked for where the site forbids it, even behind a redirect', async () => {
    const site = await someSite(
      pages({
        '/robots.txt': (_, response) => response.end('User-agent: Footnote\nDisallow: /private'),
        '/open': redirect(301, '/private'),
        '/private': page(html),
      }),
    );

    expect(await read(site.at('/private'))).toEqual({ found: 'blocked' });
    expect(await read(site.at('/open'))).toEqual({ found: 'blocked' });
    expect(site.asked).not.toContain('GET harbour.example/private');
  });

  it('is on a site that there is not, or that cannot be found now', async () => {
    const nowhere = (code: 'ENOTFOUND' | 'EAI_AGAIN') =>
      read('http://gone.example/', { lookup: leadingNowhere(code) });

    expect(await nowhere('ENOTFOUND')).toEqual({ found: 'no-host' });
    expect(await nowhere('EAI_AGAIN')).toEqual({ found: 'failed' });
  });

  it('breaks off in the midst of its text', async () => {
    const site = await someSite((request, response) => {
      if (request.url !== '/page') return status(404)(request, response);
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' });
      response.write(html, () => request.socket.destroy());
    });

    expect(await read(site.at('/page'))).toEqual({ found: 'failed' });
  });

  it('dribbles for longer than a request may take', async () => {
    const clock = fakeClock();
    const begun = Promise.withResolvers<void>();
    const site = await someSite((request, response) => {
      if (request.url !== '/page') return status(404)(request, response);
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write(html, () => begun.resolve());
    });

    const reading = read(site.at('/page'), { clock });
    await begun.promise;
    clock.advance(10_000);

    expect(await reading).toEqual({ found: 'failed' });
    expect(clock.timers()).toBe(0);
  });
});

describe('what is not public', () => {
  it('is not read on this machine without being allowed to', async () => {
    const site = await someSite(pages({ '/page': page(html) }));
    const { port } = new URL(site.at('/'));

    for (const host of ['127.0.0.1', 'localhost', '0x7f000001', '[::ffff:127.0.0.1]'])
      expect(await read(`http://${host}:${port}/page`, { allowedAddresses: [] }), host).toEqual({
        found: 'failed',
      });
    expect(await read(site.at('/page'), { allowedAddresses: [] })).toEqual({ found: 'failed' });
    expect(site.asked).toEqual([]);
  });

  it.each([
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'file:///etc/passwd',
  ])('is not read, neither by its address nor through a redirect: %s', async (inside) => {
    const site = await someSite(pages({ '/page': redirect(302, inside) }));

    expect(await read(inside, { lookup: everythingHere })).toEqual({ found: 'failed' });
    expect(await read(site.at('/page'))).toEqual({ found: 'failed' });
  });

  it('is not read from a name that changes its mind after the rules of the site', async () => {
    const site = await someSite(pages({ '/page': page(html) }));

    expect(await read(site.at('/page'), { lookup: leadingTo('127.0.0.1', '127.0.0.2') })).toEqual({
      found: 'failed',
    });
    expect(site.asked).toEqual(['GET harbour.example/robots.txt']);
  });
});
