import type { GuildId } from '../core/ids.ts';

/**
 * Short-lived memory: cool-downs, paging, links to recently shared cards. Anything in it may be gone at
 * any time, and a miss looks like an outage; nothing that must last lives here.
 */
export type Cache = {
  /** The value, or undefined when there is none, it has expired, or the cache does not answer. */
  get<T>(key: string): Promise<T | undefined>;
  /** Keeps a JSON value for `ttlMs` milliseconds. A cache that does not answer is passed over. */
  set(key: string, value: unknown, ttlMs: number): Promise<void>;
  delete(key: string): Promise<void>;
  close(): Promise<void>;
};

/** Keys that make an asker the same for one day and unknown after it. */
export type DayKeys = {
  /**
   * The key of a server's day: 32 random bytes, made when first asked for and the same for every process
   * until the day is over. Keys of earlier days are destroyed within minutes of its end, whether
   * anybody asks or not.
   */
  keyOf(guildId: GuildId, day: string): Promise<Uint8Array>;
};
