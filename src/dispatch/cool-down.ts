import { FootnoteError } from '../core/errors.ts';
import type { UserId } from '../core/ids.ts';
import type { Cache } from '../ports/cache.ts';
import type { Clock } from '../ports/clock.ts';

/** A member may ask this often within the window: faster than anyone reads, slower than a script. */
const allowed = 8;
const windowMs = 15_000;

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
  const turns = new Map<UserId, Promise<unknown>>();
  /** One member's acts are counted one after another, so that none slips in between reading and writing. */
  const inTurn = <Result>(memberId: UserId, work: () => Promise<Result>): Promise<Result> => {
    const turn = (turns.get(memberId) ?? Promise.resolve()).then(work, work);
    const over = () => void (turns.get(memberId) === turn && turns.delete(memberId));
    turns.set(memberId, turn);
    turn.then(over, over);
    return turn;
  };
  const recent = async (key: string) =>
    ((await cache.get<number[]>(key)) ?? []).filter((actMs) => actMs > clock.now() - windowMs);

  return {
    admit: (memberId) =>
      inTurn(memberId, async () => {
        const key = `cool-down:${pseudonym(memberId)}`;
        const nowMs = clock.now();
        const acts = await recent(key);
        const oldest = acts.at(-allowed);
        if (oldest !== undefined)
          throw new FootnoteError('too-fast', { seconds: Math.ceil((oldest + windowMs - nowMs) / 1000) });
        await cache.set(key, [...acts, nowMs], windowMs);

        return () =>
          inTurn(memberId, async () => {
            const others = await recent(key);
            const own = others.indexOf(nowMs);
            if (own >= 0) await cache.set(key, others.toSpliced(own, 1), windowMs);
          });
      }),
  };
}
