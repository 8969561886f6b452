import { type LinkAnswer, type LookAnswer, sameAddress } from '../../core/link-check.ts';
import { WebAddress } from '../../core/web-address.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Web } from '../../ports/web.ts';
import { type Exchange, type ExchangeOptions, exchanges } from './exchange.ts';
import { isForGood, isRedirect, isWeb, nextHop } from './hops.ts';
import { htmlOf } from './html-of.ts';
import { robotsOf } from './robots.ts';
import { siteTurns } from './site-turns.ts';

export type WebOptions = Pick<ExchangeOptions, 'userAgent' | 'lookup'> & {
  readonly clock: Clock;
  /** Addresses that may be reached although they are not public. Only tests give any. */
  readonly allowedAddresses?: readonly string[];
  /** How long a site is left alone between two requests, in ms; 5 seconds by default. */
  readonly restMs?: number;
  /** How long one request may take, in ms; 10 seconds by default. */
  readonly timeoutMs?: number;
};

const sitesAtOnce = 4;
const redirects = 5;

/** How much of a page is read: its head, and enough of its text to find a date; a longer page is cut. */
const pageBytes = 512_000;

/** The way to the public web: no private address, politely, and no more of a page than is needed. */
export function openWeb(options: WebOptions): Web {
  const { clock, restMs = 5_000, timeoutMs = 10_000, allowedAddresses = [] } = options;
  const send = exchanges({ ...options, timeoutMs, allowedAddresses });
  const turns = siteTurns(clock, sitesAtOnce);
  const ask = (url: URL, method: 'HEAD' | 'GET', bodyBytes: number, stop: AbortSignal) =>
    turns.take(
      url.hostname,
      () => robots.restMs(url),
      stop,
      () => send(url, { method, bodyBytes }, stop),
    );
  const robots = robotsOf(clock, restMs, (url, bodyBytes, stop) => ask(url, 'GET', bodyBytes, stop));

  /** HEAD, then GET where HEAD was not well received: many sites answer HEAD wrongly. */
  const look = async (url: URL, stop: AbortSignal): Promise<Exchange> => {
    const head = await ask(url, 'HEAD', 0, stop);
    const isFinal = head.came !== 'answer' || head.status < 400 || head.status === 401 || head.status === 429;
    return isFinal ? head : ask(url, 'GET', 0, stop);
  };

  /** Follows redirects from an address, asking for each hop by `visit`; what stops it on the way is the answer. */
  const follow = async (
    address: string,
    visit: (at: URL, stop: AbortSignal) => Promise<Exchange>,
    stop: AbortSignal,
  ): Promise<Arrived | Exclude<LookAnswer, { found: 'alive' | 'moved' | 'dead' }>> => {
    const start = URL.parse(address);
    if (start === null || !isWeb(start)) return { found: 'failed' };
    let at = start;
    let movedTo = start;
    let forGood = true;
    for (let hop = 0; hop <= redirects; hop += 1) {
      const rules = await robots.rulesFor(at, stop);
      if (!rules.known) return { found: rules.because === 'no-host' ? 'no-host' : 'failed' };
      if (!rules.allows(at)) return { found: 'blocked' };
      const exchange = await visit(at, stop);
      if (exchange.came !== 'answer') return { found: exchange.came === 'no-host' ? 'no-host' : 'failed' };
      if (!isRedirect(exchange.status)) return { found: 'answer', exchange, movedTo };
      const next = nextHop(at, exchange.location);
      if (next === null) return { found: 'failed' };
      at = next;
      forGood &&= isForGood(exchange.status);
      if (forGood) movedTo = next;
    }
    return { found: 'failed' };
  };

  return {
    async check(url, stop) {
      try {
        const arrived = await follow(url, look, stop);
        if (stop.aborted) return null;
        return arrived.found === 'answer' ? answerTo(arrived.exchange.status, url, arrived.movedTo) : arrived;
      } catch (error) {
        if (stop.aborted) return null;
        throw error;
      }
    },

    async readPage(url, stop) {
      const get = (at: URL, ending: AbortSignal) => ask(at, 'GET', pageBytes, ending);
      const arrived = await follow(url, get, stop);
      if (arrived.found !== 'answer') return { found: arrived.found };
      const { exchange, movedTo } = arrived;
      const { found } = answerTo(exchange.status, url, movedTo);
      if (found !== 'alive' && found !== 'moved') return { found };
      const html = htmlOf(exchange);
      if (html === null) return { found: 'no-page' };
      // Loaded with the first page: what reads documents takes time and memory that few starts need.
      const { pageFacts } = await import('./page-facts.ts');
      return { found: 'page', url: movedTo.href, facts: pageFacts(html, movedTo.href) };
    },
  };
}

/** The end of the way: an answer that leads nowhere else. */
type Arrived = {
  readonly found: 'answer';
  readonly exchange: Extract<Exchange, { readonly came: 'answer' }>;
  /** Where the address has moved for good. */
  readonly movedTo: URL;
};

function answerTo(status: number, address: string, movedTo: URL): Exclude<LinkAnswer, { found: 'no-host' }> {
  if (status >= 200 && status < 300) {
    const moved = !sameAddress(address, movedTo.href) && WebAddress.safeParse(movedTo.href).success;
    return moved ? { found: 'moved', finalUrl: movedTo.href } : { found: 'alive' };
  }
  if (status === 404 || status === 410) return { found: 'dead' };
  if (status === 401 || status === 403 || status === 429) return { found: 'blocked' };
  return { found: 'failed' };
}
