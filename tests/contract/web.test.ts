import { describe, expect, it } from 'vitest';
import type { WebOptions } from '../../src/adapters/web/web.ts';
import { nearWeb, never } from '../fakes/near-web.ts';
import { leadingNowhere, pages, redirect, someSite, status } from '../fakes/some-site.ts';

async function found(url: string, options: Partial<WebOptions> = {}) {
  return (await nearWeb(options).check(url, never))?.found;
}

describe('a look at a link', () => {
  it.each([
    { code: 200, says: 'alive' },
    { code: 204, says: 'alive' },
    { code: 404, says: 'dead' },
    { code: 410, says: 'dead' },
    { code: 401, says: 'blocked' },
    { code: 403, says: 'blocked' },
    { code: 429, says: 'blocked' },
    { code: 400, says: 'failed' },
    { code: 500, says: 'failed' },
    { code: 503, says: 'failed' },
  ])('that is answered with $code finds it $says', async ({ code, says }) => {
    const site = await someSite(pages({ '/page': status(code) }));

    expect(await found(site.at('/page'))).toBe(says);
  });

  it('asks robots.txt, then for the head of the page alone, and says who asks', async () => {
    const site = await someSite(pages({ '/page': status(200) }));

    await nearWeb().check(site.at('/page#part'), never);

    expect(site.asked).toEqual(['GET harbour.example/robots.txt', 'HEAD harbour.example/page']);
    expect(site.requests.map(({ headers }) => headers['user-agent'])).toEqual(
      Array.from({ length: 2 }, () => 'Footnote/0 (test)'),
    );
  });

  it.each([403, 404, 405, 500, 501])(
    'asks for the page itself when its head alone is answered with %i',
    async (code) => {
      const site = await someSite(
        pages({
          '/page': (request, response) => response.writeHead(request.method === 'HEAD' ? code : 200).end(),
        }),
      );

      expect(await found(site.at('/page'))).toBe('alive');
      expect(site.asked.slice(1)).toEqual(['HEAD harbour.example/page', 'GET harbour.example/page']);
    },
  );

  it('finds a name that leads nowhere dead, and says nothing when names cannot be looked up', async () => {
    expect(await found('http://gone.example/', { lookup: leadingNowhere('ENOTFOUND') })).toBe('no-host');
    expect(await found('http://gone.example/', { lookup: leadingNowhere('EAI_AGAIN') })).toBe('failed');
  });

  it('says nothing of a site that ends the connection', async () => {
    const site = await someSite((request) => request.socket.destroy());

    expect(await found(site.at('/page'))).toBe('failed');
  });

  it('has no answer when it is stopped, and ends at once', async () => {
    const stopping = new AbortController();
    const site = await someSite(() => stopping.abort());

    expect(await nearWeb().check(site.at('/page'), stopping.signal)).toBeNull();
    expect(await nearWeb().check(site.at('/page'), stopping.signal)).toBeNull();
    expect(site.asked).toHaveLength(1);
  });
});

describe('a link that leads elsewhere', () => {
  it.each([301, 308])('for good (%i) has moved', async (code) => {
    const site = await someSite(pages({ '/old': redirect(code, '/new'), '/new': status(200) }));

    expect(await nearWeb().check(site.at('/old'), never)).toEqual({
      found: 'moved',
      finalUrl: site.at('/new'),
    });
  });

  it.each([302, 303, 307])('for now (%i) is alive', async (code) => {
    const site = await someSite(pages({ '/old': redirect(code, '/new'), '/new': status(200) }));

    expect(await nearWeb().check(site.at('/old'), never)).toEqual({ found: 'alive' });
  });

  it('has moved to where it leads for good, not to where that leads for now', async () => {
    const site = await someSite(
      pages({
        '/old': redirect(301, '/new'),
        '/new': redirect(302, '/new/today'),
        '/new/today': status(200),
      }),
    );

    expect(await nearWeb().check(site.at('/old'), never)).toMatchObject({ finalUrl: site.at('/new') });
  });

  it('but for a slash or www. is alive', async () => {
    const site = await someSite((request, response) => {
      const host = request.headers.host ?? '';
      if (host.startsWith('www.')) status(200)(request, response);
      else redirect(301, `http://www.${host}/page/`)(request, response);
    });

    expect(await found(site.at('/page'))).toBe('alive');
  });

  it('to nothing is dead', async () => {
    const site = await someSite(pages({ '/old': redirect(302, '/gone') }));

    expect(await found(site.at('/old'))).toBe('dead');
  });

  it('five times is followed, six times is not', async () => {
    const site = await someSite((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) redirect(302, `/${left - 1}`)(request, response);
      else status(request.url === '/robots.txt' ? 404 : 200)(request, response);
    });

    expect(await found(site.at('/5'))).toBe('alive');
    expect(await found(site.at('/6'))).toBe('failed');
  });

  it('is looked at by the rules of the site it leads to', async () => {
    const site = await someSite((request, response) => {
      if (request.headers.host?.startsWith('other.')) response.end('User-agent: *\nDisallow: /private');
      else if (request.url === '/old') redirect(301, site.at('/private', 'other.example'))(request, response);
      else status(404)(request, response);
    });

    expect(await found(site.at('/old'))).toBe('blocked');
    expect(site.asked).not.toContain('HEAD other.example/private');
  });
});

describe('robots.txt', () => {
  const siteWith = (robots: Parameters<typeof someSite>[0]) =>
    someSite((request, response) => {
      if (request.url === '/robots.txt') robots(request, response);
      else status(200)(request, response);
    });

  it.each([
    { text: 'User-agent: *\nDisallow: /', says: 'blocked' },
    { text: 'User-agent: Footnote\nDisallow: /page', says: 'blocked' },
    { text: 'User-agent: *\nDisallow: /\n\nUser-agent: footnote\nAllow: /', says: 'alive' },
    { text: 'User-agent: *\nDisallow: /\nAllow: /page$', says: 'alive' },
    { text: 'User-agent: OtherBot\nDisallow: /', says: 'alive' },
    { text: '<html>no such page</html>', says: 'alive' },
  ])('that says $text leaves a page $says', async ({ text, says }) => {
    const site = await siteWith((_, response) => response.end(text));

    expect(await found(site.at('/page'))).toBe(says);
    expect(site.asked.includes('HEAD harbour.example/page')).toBe(says === 'alive');
  });

  it.each([401, 403, 404, 410])('that is answered with %i allows everything', async (code) => {
    const site = await siteWith(status(code));

    expect(await found(site.at('/page'))).toBe('alive');
  });

  it.each([429, 500, 503])('that is answered with %i means: not now', async (code) => {
    const site = await siteWith(status(code));

    expect(await found(site.at('/page'))).toBe('failed');
    expect(site.asked).toHaveLength(1);
  });

  it('that lies elsewhere is the rule of the site all the same', async () => {
    const site = await someSite(
      pages({
        '/robots.txt': redirect(301, '/rules'),
        '/rules': (_, response) => response.end('User-agent: *\nDisallow: /page'),
        '/page': status(200),
      }),
    );

    expect(await found(site.at('/page'))).toBe('blocked');
  });

  it('is asked for once, for many links of a site', async () => {
    const site = await siteWith(status(404));
    const web = nearWeb();

    await Promise.all(['/a', '/b', '/c'].map((path) => web.check(site.at(path), never)));

    expect(site.asked.filter((line) => line.includes('robots'))).toHaveLength(1);
    expect(site.asked).toHaveLength(4);
  });
});
