import type { Cache } from '../../src/ports/cache.ts';

/** What a fake cache holds, by key. */
export type Kept = Map<string, { value: unknown; untilMs: number }>;

/** A cache in memory; `kept` shows what lies in it. */
export function fakeCache(kept: Kept, now: () => number): Cache {
  return {
    // The port promises the type the caller stored; a Map cannot know it.
    get: async <T>(key: string) => {
      const entry = kept.get(key);
      return entry === undefined || entry.untilMs <= now() ? undefined : (entry.value as T);
    },
    set: async (key, value, ttlMs) =>
      void kept.set(key, { value: structuredClone(value), untilMs: now() + ttlMs }),
    delete: async (key) => void kept.delete(key),
    close: async () => {},
  };
}
