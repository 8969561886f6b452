import type { FootnoteError } from '../core/errors.ts';
import type { Cache } from '../ports/cache.ts';
import type { Clock } from '../ports/clock.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** How often something may happen within any stretch of `windowMs`. */
export type WindowRule = {
  readonly allowed: number;
  readonly windowMs: number;
  /** What is said to whoever has to wait. */
  readonly refusal: (waitMs: number) => FootnoteError;
};

/** Counts what happens under a key and refuses what is too much. Keeps nothing but times. */
export type SlidingWindow = {
  /**
   * Lets an act in and counts it.
   *
   * @returns takes the act back: for one that failed, which starts no cool-down
   * @throws FootnoteError the rule's refusal
   */
  admit(key: string): Promise<() => Promise<void>>;
  /**
   * Counts nothing.
   *
   * @throws FootnoteError as `admit` would now
   */
  check(key: string): Promise<void>;
};

/** A sliding window kept in `cache`; without a cache nobody waits. */
export function slidingWindow(
  cache: Cache,
  clock: Clock,
  { allowed, windowMs, refusal }: WindowRule,
): SlidingWindow {
  const inTurn = oneAtATime();
  const recent = async (key: string) =>
    ((await cache.get<number[]>(key)) ?? []).filter((actMs) => actMs > clock.now() - windowMs);
  const refuseTooMany = (acts: readonly number[], nowMs: number) => {
    const oldest = acts.at(-allowed);
    if (oldest !== undefined) throw refusal(oldest + windowMs - nowMs);
  };

  return {
    admit: (key) =>
      inTurn(key, async () => {
        const nowMs = clock.now();
        const acts = await recent(key);
        refuseTooMany(acts, nowMs);
        await cache.set(key, [...acts, nowMs], windowMs);

        return () =>
          inTurn(key, async () => {
            const others = await recent(key);
            const own = others.indexOf(nowMs);
            if (own >= 0) await cache.set(key, others.toSpliced(own, 1), windowMs);
          });
      }),
    check: (key) => inTurn(key, async () => refuseTooMany(await recent(key), clock.now())),
  };
}
