import { Keyv } from 'keyv';
import type { Cache, DayKeys } from '../ports/cache.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { failureCode, openCacheFile } from './cache/cache-file.ts';
import { fileDayKeys } from './cache/day-keys.ts';
import { sqliteKeyvStore } from './cache/sqlite-keyv-store.ts';
import { wipingOf } from './cache/wiping.ts';

const sweepEveryMs = 10 * 60_000;
const logEveryMs = 60_000;

/**
 * Opens the short-lived memory in a file of its own, which several processes may share. It never throws:
 * a damaged file is made anew, a folder that cannot be written leaves the cache in memory, and a call that
 * fails is counted and passed over.
 *
 * @param options.clock - decides what has expired and which day is over
 */
export function openCache(options: {
  readonly file: string;
  readonly clock: Clock;
  readonly log: Log;
}): Cache & DayKeys {
  const { clock, log } = options;
  const file = openCacheFile(options.file, log);
  const failed = failureCounter(clock, log);
  const wiping = wipingOf(file, clock, failed);
  const dayKeys = fileDayKeys(file, clock, { onFailure: failed, onDestroyed: wiping.wipe });
  // Keyv reckons by the machine's clock when it checks expiry itself; the store does it by ours.
  const keyv = new Keyv({ store: sqliteKeyvStore(file, () => clock.now()), checkExpired: false });
  keyv.on('error', failed);

  const sweep = () => {
    try {
      const sql = 'delete from entries where expires_at <= ?';
      file.use(sql, (statement) => statement.run(clock.now()));
    } catch (error) {
      failed(error);
    }
    dayKeys.forgetPastDays();
    // Another process may have deleted something and ended before it was wiped.
    wiping.wipe();
    stopSweeping = clock.after(sweepEveryMs, sweep);
  };
  let stopSweeping = clock.after(sweepEveryMs, sweep);

  return {
    keyOf: (guildId, day) => dayKeys.keyOf(guildId, day),
    get: (key) => keyv.get(key),
    async set(key, value, ttlMs) {
      await keyv.setRaw(key, { value, expires: clock.now() + ttlMs });
    },
    async delete(key) {
      await keyv.delete(key);
    },
    async close() {
      stopSweeping();
      wiping.stop();
      file.close();
    },
  };
}

/** Counts failures and says so at most once a minute, so that a broken cache does not fill the log. */
function failureCounter(clock: Clock, log: Log): (error: unknown) => void {
  let failures = 0;
  let saidAtMs = Number.NEGATIVE_INFINITY;
  return (error) => {
    failures += 1;
    if (clock.now() - saidAtMs < logEveryMs) return;
    saidAtMs = clock.now();
    log.warn({ failures, code: failureCode(error) }, 'the cache does not answer');
    failures = 0;
  };
}
