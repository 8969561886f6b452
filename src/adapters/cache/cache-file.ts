import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Log } from '../../ports/log.ts';

/** How long a statement may block the process while another process writes; a cache is not worth more. */
const waitMs = 200;

/** SQLITE_CORRUPT and SQLITE_NOTADB (https://sqlite.org/rescode.html). */
const damage = new Set([11, 26]);

/** A small SQLite file that may be thrown away at any time. */
export type CacheFile = {
  /**
   * Runs one statement. A damaged file is deleted and made anew for the next one.
   *
   * @throws whatever SQLite throws
   */
  use<Result>(sql: string, act: (statement: StatementSync) => Result): Result;
  /**
   * Cuts the write-ahead log to nothing, so that deleted rows are gone from the disk.
   *
   * @returns false when that could not be done because another connection reads or writes; try again later
   * @throws whatever SQLite throws
   */
  leaveNoTrace(): boolean;
  close(): void;
};

type Open = { readonly database: DatabaseSync; readonly statements: Map<string, StatementSync> };

/** Opens the cache file; where there can be none, the cache lives in memory, and the log says so. */
export function openCacheFile(file: string, log: Log): CacheFile {
  let open = openOrReplace(file, log);

  const prepare = (sql: string): StatementSync => {
    let statement = open.statements.get(sql);
    if (statement === undefined) {
      statement = open.database.prepare(sql);
      open.statements.set(sql, statement);
    }
    return statement;
  };

  return {
    use(sql, act) {
      try {
        return act(prepare(sql));
      } catch (error) {
        if (isDamage(error)) {
          open.database.close();
          open = openOrReplace(file, log, true);
        }
        throw error;
      }
    },
    // A checkpoint that finds the file in use says so in its row; it does not throw.
    leaveNoTrace: () => open.database.prepare('pragma wal_checkpoint(truncate)').get()?.busy === 0,
    close: () => {
      if (open.database.isOpen) open.database.close();
    },
  };
}

/** The number and name of a failure, fit for a log. */
export function failureCode(error: unknown): string | number {
  if (!(error instanceof Error)) return 'unknown';
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function isDamage(error: unknown): boolean {
  const code = failureCode(error);
  return typeof code === 'number' && damage.has(code & 0xff);
}

function openOrReplace(file: string, log: Log, replace = false): Open {
  try {
    if (!replace) return openAt(file);
  } catch (error) {
    if (!isDamage(error)) return openInMemory(error, log);
  }

  log.warn({}, 'the cache file was damaged and is made anew');
  try {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    return openAt(file);
  } catch (error) {
    return openInMemory(error, log);
  }
}

function openInMemory(error: unknown, log: Log): Open {
  log.warn({ code: failureCode(error) }, 'the cache file cannot be opened; the cache lives in memory');
  return openAt(':memory:');
}

function openAt(file: string): Open {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: waitMs });
  try {
    database.exec(`
      pragma journal_mode = wal;
      pragma synchronous = normal;
      pragma secure_delete = on;
      create table if not exists entries (key text primary key, value text not null, expires_at integer) without rowid;
      -- Serves the sweeping of what has expired.
      create index if not exists entries_by_expiry on entries (expires_at) where expires_at is not null;
      create table if not exists day_keys (
        guild_id text not null, day text not null, key blob not null, primary key (guild_id, day)
      ) without rowid;
    `);
    return { database, statements: new Map() };
  } catch (error) {
    database.close();
    throw error;
  }
}
