import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/adapters/system-clock.ts';
import { openWeb, type WebOptions } from '../../src/adapters/web/web.ts';
import { never } from '../fakes/near-web.ts';
import { everythingHere, leadingTo, pages, redirect, someSite, status } from '../fakes/some-site.ts';

/** The web with every border it has in operation, but for the rests between requests. */
function found(url: string, options: Partial<WebOptions> = {}) {
  const web = openWeb({ clock: systemClock, userAgent: 'Footnote/0 (test)', restMs: 0, ...options });
  return web.check(url, never).then((answer) => answer?.found);
}

/** This machine may be reached; anything else that is not public may not. */
const thisMachine = { lookup: everythingHere, allowedAddresses: ['127.0.0.1'] };

/** Why each request that fails from now on does: a refusal tells itself from an address that nobody answers at. */
function reasonsOfFailure(): readonly string[] {
  const reasons: string[] = [];
  const onError = (message: unknown) => {
    if (message instanceof Object && 'error' in message) reasons.push(String(message.error));
  };
  subscribe('http.client.request.error', onError);
  onTestFinished(() => void unsubscribe('http.client.request.error', onError));
  return reasons;
}

describe('what is not public', () => {
  it('is not reached on this machine, by address or by name', async () => {
    const site = await someSite(status(200));
    const port = new URL(site.at('/')).port;

    for (const host of ['127.0.0.1', 'localhost', '127.1', '0x7f000001', '0.0.0.0', '[::ffff:127.0.0.1]'])
      expect(await found(`http://${host}:${port}/`), host).toBe('failed');
    expect(await found(site.at('/'), { lookup: everythingHere })).toBe('failed');
    expect(site.asked).toEqual([]);
  });

  it.each([
    '127.0.0.1',
    '127.8.9.10',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00:ec2::254',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
  ])('is refused before anything is sent: %s, written out and behind a name', async (address) => {
    const literal = address.includes(':') ? `[${address}]` : address;
    const reasons = reasonsOfFailure();

    expect(await found(`http://${literal}/`)).toBe('failed');
    expect(await found(`https://${literal}/`)).toBe('failed');
    expect(await found('http://inside.example/', { lookup: leadingTo(address) })).toBe('failed');
    expect(await found('https://inside.example/', { lookup: leadingTo(address) })).toBe('failed');
    expect(reasons).toEqual(Array.from({ length: 4 }, () => expect.stringMatching(/is not allowed/)));
  });

  it('is refused to a name that changes its mind after the first request', async () => {
    const site = await someSite(status(200));
    // robots.txt is asked at an address that is allowed; at the next request the name leads elsewhere.
    const lookup = leadingTo('127.0.0.1', '127.0.0.2');
    const reasons = reasonsOfFailure();

    expect(await found(site.at('/page'), { lookup, allowedAddresses: ['127.0.0.1'] })).toBe('failed');
    expect(site.asked).toEqual(['GET harbour.example/robots.txt']);
    expect(reasons).toEqual([expect.stringMatching(/127\.0\.0\.2.*is not allowed/)]);
  });

  it.each([
    'http://127.0.0.2/',
    'http://[::1]/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
  ])('is refused to a redirect: %s', async (inside) => {
    const site = await someSite(pages({ '/page': redirect(302, inside) }));
    const reasons = reasonsOfFailure();
    const robots = await someSite(pages({ '/robots.txt': redirect(302, inside), '/page': status(200) }));

    expect(await found(site.at('/page'), thisMachine)).toBe('failed');
    expect(await found(robots.at('/page'), thisMachine)).toBe('failed');
    expect(site.asked).toEqual(['GET harbour.example/robots.txt', 'HEAD harbour.example/page']);
    expect(reasons).toEqual(Array.from({ length: 2 }, () => expect.stringMatching(/is not allowed/)));
  });
});

describe('what is no page of the web', () => {
  it.each([
    'file:///etc/passwd',
    'ftp://a.example/',
    'data:text/plain,x',
    'no address',
    'http://me:secret@a.example/',
  ])('is not asked for: %s', async (url) => {
    const site = await someSite(pages({ '/page': redirect(302, url) }));

    expect(await found(url)).toBe('failed');
    // “no address” is one, seen from the page.
    if (url !== 'no address') expect(await found(site.at('/page'), thisMachine)).toBe('failed');
  });

  it('is another port that a redirect leads to', async () => {
    const other = await someSite(status(200));
    const site = await someSite(pages({ '/page': redirect(302, other.at('/', 'other.example')) }));

    expect(await found(site.at('/page'), thisMachine)).toBe('failed');
    expect(other.asked).toEqual([]);
  });
});

describe('a site that means ill', () => {
  it('sends a page without end: nothing but its head is taken', async () => {
    let sent = 0;
    const site = await someSite((request, response) => {
      if (request.url === '/robots.txt' || request.method === 'HEAD') return status(404)(request, response);
      const chunk = Buffer.alloc(65_536, 'x');
      const more = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
        response.once('drain', more);
      };
      more();
    });

    expect(await found(site.at('/page'), thisMachine)).toBe('alive');
    expect(sent).toBeLessThan(20_000_000);
  });

  it('sends a robots.txt without end: what came first is its rule', async () => {
    const site = await someSite((request, response) => {
      if (request.url !== '/robots.txt') return status(200)(request, response);
      response.write('User-agent: *\nDisallow: /private\n');
      const chunk = `${'#'.repeat(65_535)}\n`;
      const more = () => {
        while (!response.destroyed && response.write(chunk));
        response.once('drain', more);
      };
      more();
    });

    expect(await found(site.at('/private'), thisMachine)).toBe('blocked');
  });

  it.each([
    { what: 'never answers', answer: () => {} },
    { what: 'begins robots.txt and never ends it', answer: drip },
  ])('$what: the time is over some day', async ({ answer }) => {
    const site = await someSite(answer);

    expect(await found(site.at('/page'), { ...thisMachine, timeoutMs: 100 })).toBe('failed');
  });

  it('sends a head without end: it is not taken', async () => {
    const site = await someSite((request, response) => {
      if (request.url === '/robots.txt') return status(404)(request, response);
      response.writeHead(200, { long: 'x'.repeat(60_000) }).end();
    });

    expect(await found(site.at('/page'), thisMachine)).toBe('failed');
  });

  it('leads to an address longer than any that is kept: it is not followed', async () => {
    const site = await someSite(pages({ '/page': redirect(301, `/${'x'.repeat(600)}`) }));

    expect(await found(site.at('/page'), thisMachine)).toBe('failed');
  });
});

function drip(...[, response]: Parameters<Parameters<typeof someSite>[0]>): void {
  response.write('User-agent: *\n');
}
