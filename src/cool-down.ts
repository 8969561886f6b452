import { FootnoteError } from './core/errors.ts';
import type { UserId } from './core/ids.ts';
import type { Cache } from './ports/cache.ts';
import type { Clock } from './ports/clock.ts';

/** A member may ask this often within the window: faster than anyone reads, slower than a script. */
const allowed = 8;
const windowMs = 15_000;

/** Keeps one member from asking faster than others can follow. */
export type CoolDown = {
  /** @throws FootnoteError `too-fast` with the `seconds` to wait */
  check(memberId: UserId): Promise<void>;
  /** Counts an act that succeeded; a failed one is never counted. */
  count(memberId: UserId): Promise<void>;
};

/** Cool-downs kept in `cache`; without a cache nobody waits. */
export function coolDownIn(cache: Cache, clock: Clock): CoolDown {
  const keyOf = (memberId: UserId) => `cool-down:${memberId}`;
  const recent = async (memberId: UserId) =>
    ((await cache.get<number[]>(keyOf(memberId))) ?? []).filter((actMs) => actMs > clock.now() - windowMs);

  return {
    async check(memberId) {
      const acts = await recent(memberId);
      const [oldest] = acts.slice(-allowed);
      if (acts.length < allowed || oldest === undefined) return;
      throw new FootnoteError('too-fast', { seconds: Math.ceil((oldest + windowMs - clock.now()) / 1000) });
    },
    async count(memberId) {
      await cache.set(keyOf(memberId), [...(await recent(memberId)), clock.now()], windowMs);
    },
  };
}
