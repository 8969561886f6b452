import type { GuildId } from '../../core/ids.ts';
import { dayAndHour } from '../../core/inquiry.ts';
import type { DayKeys } from '../../ports/cache.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CacheFile } from './cache-file.ts';

/** Day keys that can be told to forget. */
export type ForgettingDayKeys = DayKeys & {
  /** Destroys the keys of days gone by, on the disk and in memory; returns how many there were on the disk. */
  forgetPastDays(): number;
};

/**
 * Day keys in the cache file: the first process to ask makes the key, the others find it. A process keeps a
 * key it has seen until the day is over, so that a broken file does not make one asker look like two.
 *
 * @param onFailure - told when the file does not answer; the key is then this process's own
 */
export function fileDayKeys(
  file: CacheFile,
  clock: Clock,
  onFailure: (error: unknown) => void,
): ForgettingDayKeys {
  const seen = new Map<string, Map<GuildId, Uint8Array>>();
  const today = () => dayAndHour(clock.now()).day;

  const forgetBefore = (day: string): number => {
    for (const seenDay of seen.keys()) if (seenDay < day) seen.delete(seenDay);
    return Number(file.use('delete from day_keys where day < ?', (statement) => statement.run(day)).changes);
  };

  const sharedKey = (guildId: GuildId, day: string): Uint8Array => {
    const present = today();
    forgetBefore(day < present ? day : present);
    file.use(
      'insert into day_keys (guild_id, day, key) values (?, ?, ?) on conflict do nothing',
      (statement) => statement.run(guildId, day, newKey()),
    );
    const row = file.use('select key from day_keys where guild_id = ? and day = ?', (statement) =>
      statement.get(guildId, day),
    );
    if (row?.key instanceof Uint8Array) return row.key;
    throw new TypeError('a day key is bytes');
  };

  return {
    async keyOf(guildId, day) {
      const known = seen.get(day)?.get(guildId);
      if (known !== undefined) return known;

      let key: Uint8Array;
      try {
        key = sharedKey(guildId, day);
      } catch (error) {
        onFailure(error);
        key = newKey();
      }
      const ofDay = seen.get(day) ?? new Map<GuildId, Uint8Array>();
      seen.set(day, ofDay.set(guildId, key));
      return key;
    },
    forgetPastDays: () => forgetBefore(today()),
  };
}

function newKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}
