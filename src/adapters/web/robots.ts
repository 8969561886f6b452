import robotsParser from 'robots-parser';
import type { Clock } from '../../ports/clock.ts';
import type { Exchange } from './exchange.ts';
import { isRedirect, nextHop } from './hops.ts';
import { untilStopped } from './until-stopped.ts';
import { robotName } from './user-agent.ts';

/** What a site allows. `no-host` and `not-now`: it could not be asked. */
export type SiteRules =
  | { readonly known: true; allows(url: URL): boolean; readonly restMs: number }
  | { readonly known: false; readonly because: 'no-host' | 'not-now' };

/** The robots.txt of sites, asked for once a day. */
export type Robots = {
  /** @throws the reason of `stop` when that comes first */
  rulesFor(url: URL, stop: AbortSignal): Promise<SiteRules>;
  /** How long the site wants to be left alone after a request, as far as that is known now. */
  restMs(url: URL): number;
};

/** Follows RFC 9309: at least 500 KiB are read, five redirects followed, and rules kept for 24 hours at most. */
const robotsBytes = 512_000;
const redirects = 5;
const keptMs = 24 * 3_600_000;
/** After a failure a site is asked again when its links are looked at again. */
const keptFailureMs = 10 * 60_000;
/** How many sites' rules are kept; the first to come goes first. */
const keptSites = 100;
/**
 * How many characters of rules with a `*` are kept to, of one site: what each takes grows with the length of the address. No site
 * with honest rules has nearly so many.
 */
const starredChars = 20_000;
/** A site may want a longer rest, but no longer than this. */
const longestRestMs = 60_000;

/**
 * @param ask - one polite GET of at most so many bytes
 * @param usualRestMs - how long a site rests that wants nothing else
 */
export function robotsOf(
  clock: Clock,
  usualRestMs: number,
  ask: (url: URL, bodyBytes: number, stop: AbortSignal) => Promise<Exchange>,
): Robots {
  const asked = new Map<string, { readonly rules: Promise<SiteRules>; untilMs: number }>();
  const rests = new Map<string, number>();

  const read = async (origin: string, stop: AbortSignal): Promise<SiteRules> => {
    let at = new URL('/robots.txt', origin);
    for (let hop = 0; hop <= redirects; hop += 1) {
      const exchange = await ask(at, robotsBytes, stop);
      // What was broken off says nothing about the site.
      stop.throwIfAborted();
      if (exchange.came === 'no-host') return { known: false, because: 'no-host' };
      if (exchange.came === 'nothing') return { known: false, because: 'not-now' };
      const { status, location, body } = exchange;
      if (!isRedirect(status)) return rulesOf(origin, status, new TextDecoder().decode(body));
      const next = nextHop(at, location);
      if (next === null) break;
      at = next;
    }
    return { known: true, allows: () => true, restMs: usualRestMs };
  };

  const rulesOf = (origin: string, status: number, body: string): SiteRules => {
    if (status >= 500 || status === 429) return { known: false, because: 'not-now' };
    if (status >= 300) return { known: true, allows: () => true, restMs: usualRestMs };
    const robots = robotsParser(new URL('/robots.txt', origin).href, withFewStars(body));
    const wishedMs = (robots.getCrawlDelay(robotName) ?? 0) * 1_000;
    return {
      known: true,
      allows: (url) => robots.isAllowed(url.href, robotName) !== false,
      restMs: Math.min(Math.max(usualRestMs, wishedMs), longestRestMs),
    };
  };

  const keep = (origin: string, rules: Promise<SiteRules>) => {
    const entry = { rules, untilMs: Number.POSITIVE_INFINITY };
    asked.set(origin, entry);
    for (const oldest of asked.keys()) {
      if (asked.size <= keptSites) break;
      asked.delete(oldest);
      rests.delete(oldest);
    }
    rules.then(
      (known) => {
        entry.untilMs = clock.now() + (known.known ? keptMs : keptFailureMs);
        if (known.known) rests.set(origin, known.restMs);
      },
      () => {
        if (asked.get(origin) === entry) asked.delete(origin);
      },
    );
    return rules;
  };

  return {
    async rulesFor(url, stop) {
      for (;;) {
        const known = asked.get(url.origin);
        if (known === undefined || clock.now() >= known.untilMs) {
          asked.delete(url.origin);
          return keep(url.origin, read(url.origin, stop));
        }
        try {
          return await untilStopped(known.rules, stop);
        } catch (error) {
          // The one who asked was stopped: whoever waited for the same answer asks anew.
          if (stop.aborted || asked.get(url.origin) === known) throw error;
        }
      }
    },
    restMs: (url) => rests.get(url.origin) ?? usualRestMs,
  };
}

/** The rules without those with a `*` that are too many. */
function withFewStars(body: string): string {
  let left = starredChars;
  const isKept = (line: string) => {
    if (!/^\s*(?:dis)?allow\s*:[^*]*\*/i.test(line)) return true;
    left -= line.length;
    return left >= 0;
  };
  return body
    .split(/\r\n|\r|\n/)
    .filter(isKept)
    .join('\n');
}
