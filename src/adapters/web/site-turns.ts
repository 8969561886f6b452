import type { Clock } from '../../ports/clock.ts';
import { untilStopped } from './until-stopped.ts';

/** Gives each site one request at a time and a rest after it, and all sites together no more than a few at once. */
export type SiteTurns = {
  /**
   * Runs `work` when the site's turn has come.
   *
   * @param restMs - asked when the work has ended: how long the site is then left alone
   * @throws the reason of `stop` when it ends the waiting
   */
  take<T>(site: string, restMs: () => number, stop: AbortSignal, work: () => Promise<T>): Promise<T>;
};

/** Turns for at most `sitesAtOnce` sites at the same moment. */
export function siteTurns(clock: Clock, sitesAtOnce: number): SiteTurns {
  /** The last one that waits for each site. */
  const queues = new Map<string, Promise<void>>();
  const restsUntil = new Map<string, number>();
  const waiting: (() => void)[] = [];
  let free = sitesAtOnce;

  // A slot is handed over, so that nobody who comes now takes it from one who waits.
  const handOver = () => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };

  const waitForSlot = async (stop: AbortSignal) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push(resolve);
    try {
      await untilStopped(promise, stop);
    } catch (error) {
      const place = waiting.indexOf(resolve);
      if (place === -1) handOver();
      else waiting.splice(place, 1);
      throw error;
    }
  };

  const withSlot = async <T>(stop: AbortSignal, work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await waitForSlot(stop);
    try {
      return await work();
    } finally {
      handOver();
    }
  };

  const forgetRested = () => {
    for (const [site, untilMs] of restsUntil) if (untilMs <= clock.now()) restsUntil.delete(site);
  };

  return {
    async take(site, restMs, stop, work) {
      const before = queues.get(site) ?? Promise.resolve();
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      queues.set(site, ended);
      try {
        await untilStopped(before, stop);
        await pause(clock, (restsUntil.get(site) ?? 0) - clock.now(), stop);
        return await withSlot(stop, async () => {
          stop.throwIfAborted();
          try {
            return await work();
          } finally {
            forgetRested();
            restsUntil.set(site, clock.now() + restMs());
          }
        });
      } finally {
        // Who leaves the queue lets nobody pass those who stand before them.
        void before.then(() => {
          if (queues.get(site) === ended) queues.delete(site);
          end();
        });
      }
    },
  };
}

/** Waits, and throws the reason of `stop` when that comes first. */
async function pause(clock: Clock, ms: number, stop: AbortSignal): Promise<void> {
  stop.throwIfAborted();
  if (ms <= 0) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const cancel = clock.after(ms, resolve);
  try {
    await untilStopped(promise, stop);
  } finally {
    cancel();
  }
}
