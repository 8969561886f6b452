import type { GuildId } from '../../core/ids.ts';
import { dayAndHour } from '../../core/inquiry.ts';
import type { DayKeys } from '../../ports/cache.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CacheFile } from './cache-file.ts';

/** Day keys that can be told to forget. */
export type ForgettingDayKeys = DayKeys & {
  /** Destroys the keys of days gone by, on the disk and in memory. */
  forgetPastDays(): void;
};

/** What happens to the file that others must hear of. */
type DayKeyEvents = {
  /** The file does not answer; a key asked for is then this process's own. */
  readonly onFailure: (error: unknown) => void;
  /** Keys were deleted from the file; their bytes are still in its write-ahead log. */
  readonly onDestroyed: () => void;
};

/**
 * Day keys in the cache file: the first process to ask makes the key, the others find it. A process keeps a
 * key it has seen until the day is over, so that a broken file does not make one asker look like two.
 * Keys of days that went by while no process ran are destroyed at once.
 */
export function fileDayKeys(
  file: CacheFile,
  clock: Clock,
  { onFailure, onDestroyed }: DayKeyEvents,
): ForgettingDayKeys {
  const seen = new Map<string, Map<GuildId, Uint8Array>>();
  const today = () => dayAndHour(clock.now()).day;

  const forgetBefore = (day: string) => {
    for (const seenDay of seen.keys()) if (seenDay < day) seen.delete(seenDay);
    const { changes } = file.use('delete from day_keys where day < ?', (statement) => statement.run(day));
    if (changes !== 0) onDestroyed();
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

  const forgetPastDays = () => {
    try {
      forgetBefore(today());
    } catch (error) {
      onFailure(error);
    }
  };
  forgetPastDays();

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
    forgetPastDays,
  };
}

function newKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}
