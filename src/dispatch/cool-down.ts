import { FootnoteError } from '../core/errors.ts';
import type { UserId } from '../core/ids.ts';
import type { Cache } from '../ports/cache.ts';
import type { Clock } from '../ports/clock.ts';
import { slidingWindow } from '../services/sliding-window.ts';

/** A member may ask this often within the window: faster than anyone reads, slower than a script. */
const rule = {
  allowed: 8,
  windowMs: 15_000,
  refusal: (waitMs: number) => new FootnoteError('too-fast', { seconds: Math.ceil(waitMs / 1000) }),
} as const;

/** Keeps one member from asking faster than others can follow. */
export type CoolDown = {
  /**
   * Lets a member's act in and counts it.
   *
   * @returns takes the act back: for one that failed, which starts no cool-down
   * @throws FootnoteError `too-fast` with the `seconds` to wait
   */
  admit(memberId: UserId): Promise<() => Promise<void>>;
};

/** Cool-downs kept in `cache` under codes for the members; without a cache nobody waits. */
export function coolDownIn(cache: Cache, clock: Clock, pseudonym: (memberId: UserId) => string): CoolDown {
  const window = slidingWindow(cache, clock, rule);
  return { admit: (memberId) => window.admit(`cool-down:${pseudonym(memberId)}`) };
}
