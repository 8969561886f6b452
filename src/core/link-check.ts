import type { PartialDate } from './partial-date.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What a look at an address found. */
export type LinkAnswer =
  /** It can be read. */
  | { readonly found: 'alive' }
  /** It can be read at another address, to which it leads for good. */
  | { readonly found: 'moved'; readonly finalUrl: string }
  /** There is no such page (404, 410), or no such host while others were found. */
  | { readonly found: 'dead' }
  /** The site does not allow the look (401, 403, 429, robots.txt). */
  | { readonly found: 'blocked' }
  /** Nothing can be said yet: an error of the site, no answer in time, an address that is never looked at. */
  | { readonly found: 'failed' };

/** What a look says by itself: of a host that is not found it cannot know whether the host is gone, or the network. */
export type LookAnswer = LinkAnswer | { readonly found: 'no-host' };

/** Whether an answer comes from a site: names are found, and the network is there. */
export function provesNetwork({ found }: LookAnswer): boolean {
  return found !== 'failed' && found !== 'no-host';
}

/**
 * What an answer comes to among those of a round: where no site has answered at all, nothing can be said of a host that
 * was not found.
 */
export function judged(answer: LookAnswer, siteAnswered: boolean): LinkAnswer {
  if (answer.found !== 'no-host') return answer;
  return { found: siteAnswered ? 'dead' : 'failed' };
}

/** What is known of an address; `unknown` until a first look has said anything. */
export const linkStates = ['unknown', 'alive', 'moved', 'dead', 'blocked'] as const;
export type LinkState = (typeof linkStates)[number];

/** What the looks at one address have come to. Times are milliseconds since 1970. */
export type LinkCheck = {
  readonly url: string;
  readonly state: LinkState;
  /** When a look last bore the state out; null as long as it is unknown. */
  readonly checkedAt: number | null;
  /** Since when the state holds: of a dead link, since it was first found missing; null as long as it is unknown. */
  readonly changedAt: number | null;
  /** Where it has moved; null for any other state. */
  readonly finalUrl: string | null;
  /** How many looks in a row said nothing. */
  readonly failures: number;
  /** When the first of the latest looks found it missing; null when it was there since. */
  readonly missingSince: number | null;
  /** When to look again. */
  readonly dueAt: number;
};

/**
 * When to look again, in ms. A dead link is looked at more often than a living one, because it may be mended; a
 * site that wants no looks is asked again after a month.
 */
const pauseMs = { alive: 7 * dayMs, moved: 7 * dayMs, dead: 3 * dayMs, blocked: 30 * dayMs } as const;

/** How long a link must be missing until it counts as dead, so that one bad day of a site marks nothing. */
const missingMs = dayMs;

/** After a look that said nothing: an hour, twice as long after each further one, a day at most. */
const firstRetryMs = hourMs;
const lastRetryMs = dayMs;

/** An address nobody has looked at. */
export function uncheckedLink(url: string, nowMs: number): LinkCheck {
  return {
    url,
    state: 'unknown',
    checkedAt: null,
    changedAt: null,
    finalUrl: null,
    failures: 0,
    missingSince: null,
    dueAt: nowMs,
  };
}

/** What is known of an address after one more look at it. */
export function afterLook(before: LinkCheck, answer: LinkAnswer, nowMs: number): LinkCheck {
  if (answer.found === 'failed') {
    const failures = before.failures + 1;
    return { ...before, failures, dueAt: nowMs + Math.min(firstRetryMs * 2 ** (failures - 1), lastRetryMs) };
  }
  if (answer.found === 'dead') return afterMissing(before, nowMs);
  const finalUrl = answer.found === 'moved' ? answer.finalUrl : null;
  const same = before.state === answer.found && before.finalUrl === finalUrl;
  return {
    ...before,
    state: answer.found,
    checkedAt: nowMs,
    changedAt: same ? before.changedAt : nowMs,
    finalUrl,
    failures: 0,
    missingSince: null,
    dueAt: nowMs + pauseMs[answer.found],
  };
}

function afterMissing(before: LinkCheck, nowMs: number): LinkCheck {
  const missingSince = before.missingSince ?? nowMs;
  const looked = { ...before, failures: 0, missingSince };
  if (nowMs - missingSince < missingMs) return { ...looked, dueAt: missingSince + missingMs };
  return {
    ...looked,
    state: 'dead',
    checkedAt: nowMs,
    changedAt: missingSince,
    finalUrl: null,
    dueAt: nowMs + pauseMs.dead,
  };
}

/** Whether a card says something else after the look than before it. */
export function showsOtherwise(before: LinkCheck, after: LinkCheck): boolean {
  return before.state !== after.state || before.checkedAt !== after.checkedAt;
}

/** What a card says of the link of a source. */
export type ShownLink =
  | { readonly state: 'alive'; readonly checkedAt: number }
  | { readonly state: 'moved'; readonly checkedAt: number; readonly finalUrl: string }
  | { readonly state: 'dead'; readonly since: number }
  | { readonly state: 'blocked' };

/**
 * What a check adds to what the dossier says; null when that is nothing, or older than the day, month or year on which
 * a person has looked.
 */
export function shownLink(
  { lastChecked }: { readonly lastChecked: PartialDate | null },
  check: LinkCheck,
): ShownLink | null {
  const { state, checkedAt, changedAt, finalUrl } = check;
  if (checkedAt === null || changedAt === null) return null;
  if (lastChecked !== null && new Date(checkedAt).toISOString().slice(0, 10) < lastChecked) return null;
  switch (state) {
    case 'alive':
      return { state, checkedAt };
    case 'moved':
      return finalUrl === null ? { state: 'alive', checkedAt } : { state, checkedAt, finalUrl };
    case 'dead':
      return { state, since: changedAt };
    case 'blocked':
      // What a person saw says more than that a program may not look.
      return lastChecked === null ? { state } : null;
    case 'unknown':
      return null;
  }
}

/** Whether two addresses differ in nothing but http or https, `www.`, a `/` at the end, or the part after `#`. */
export function sameAddress(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(url: string): string {
  const { host, pathname, search } = new URL(url);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`;
}
