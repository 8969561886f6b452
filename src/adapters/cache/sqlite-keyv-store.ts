import { type KeyvStorageAdapter, type KeyvStorageCapability, keyvStorageCapability } from 'keyv';
import type { CacheFile } from './cache-file.ts';

/** What Keyv calls of a store. */
export type KeyvStore = Pick<
  KeyvStorageAdapter,
  'get' | 'getMany' | 'set' | 'setMany' | 'has' | 'hasMany' | 'delete' | 'deleteMany' | 'clear' | 'iterator'
> & { readonly capabilities: KeyvStorageCapability };

/**
 * A Keyv store in a SQLite file. What has expired by `now` is not given out; it stays on the disk until
 * somebody sweeps. Knows no namespaces.
 *
 * @param now - milliseconds since 1970, the same clock that the `expires` of entries are reckoned by
 */
export function sqliteKeyvStore(file: CacheFile, now: () => number): KeyvStore {
  const living = 'from entries where key = ? and (expires_at is null or expires_at > ?)';

  const read = (key: string): string | undefined => {
    const row = file.use(`select value ${living}`, (statement) => statement.get(key, now()));
    return typeof row?.value === 'string' ? row.value : undefined;
  };
  const has = (key: string): boolean =>
    file.use(`select 1 as found ${living}`, (statement) => statement.get(key, now())) !== undefined;
  const write = (key: string, value: unknown, expires?: number): boolean => {
    if (typeof value !== 'string') throw new TypeError('the cache file keeps serialized values');
    const sql = `
      insert into entries (key, value, expires_at) values (?, ?, ?)
      on conflict (key) do update set value = excluded.value, expires_at = excluded.expires_at`;
    file.use(sql, (statement) => statement.run(key, value, expires ?? null));
    return true;
  };
  const remove = (key: string): boolean => {
    const existed = has(key);
    file.use('delete from entries where key = ?', (statement) => statement.run(key));
    return existed;
  };

  const methods = {
    get: async (key: string) => read(key),
    getMany: async (keys: string[]) => keys.map(read),
    set: async (key: string, value: unknown, expires?: number) => write(key, value, expires),
    setMany: async (entries: { key: string; value: unknown; expires?: number }[]) =>
      entries.map(({ key, value, expires }) => write(key, value, expires)),
    has: async (key: string) => has(key),
    hasMany: async (keys: string[]) => keys.map(has),
    delete: async (key: string) => remove(key),
    deleteMany: async (keys: string[]) => keys.map(remove),
    async clear() {
      file.use('delete from entries', (statement) => statement.run());
    },
    async *iterator<Value>(): AsyncGenerator<Array<string | Awaited<Value> | undefined>, void> {
      const sql = 'select key, value from entries where expires_at is null or expires_at > ? order by key';
      for (const row of file.use(sql, (statement) => statement.all(now())))
        yield [String(row.key), String(row.value)];
    },
  };
  return { ...methods, capabilities: keyvStorageCapability(methods) };
}
