import { FootnoteError } from './core/errors.ts';
import type { UserId } from './core/ids.ts';
import type { Cache } from './ports/cache.ts';
import type { Clock } from './ports/clock.ts';

/** A member may ask this often within the window: faster than anyone reads, slower than a script. */
const allowed = 8;
const windowMs = 15_000;

/** Keeps one member from asking faster than others can follow. */
export type CoolDown = {
  /**
   * Lets a member's act in.
   *
   * @returns counts the act; called when it has succeeded, since a failed one starts no cool-down
   * @throws FootnoteError `too-fast` with the `seconds` to wait
   */
  admit(memberId: UserId): Promise<() => Promise<void>>;
};

/** Cool-downs kept in `cache`; without a cache nobody waits. */
export function coolDownIn(cache: Cache, clock: Clock): CoolDown {
  return {
    async admit(memberId) {
      const key = `cool-down:${memberId}`;
      const nowMs = clock.now();
      const acts = ((await cache.get<number[]>(key)) ?? []).filter((actMs) => actMs > nowMs - windowMs);
      const oldest = acts.at(-allowed);
      if (oldest !== undefined)
        throw new FootnoteError('too-fast', { seconds: Math.ceil((oldest + windowMs - nowMs) / 1000) });
      return () => cache.set(key, [...acts, nowMs], windowMs);
    },
  };
}
