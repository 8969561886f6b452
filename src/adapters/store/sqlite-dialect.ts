import { setTimeout as pause } from 'node:timers/promises';
import { type Dialect, type Driver, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { SqliteConnection } from './sqlite-connection.ts';
import { isBusy } from './sqlite-failure.ts';

type DialectOptions = {
  /** How long to wait for another process's transaction to end. */
  readonly waitMs: number;
  /** Runs after each commit, before the next transaction begins; throws nothing. */
  readonly afterCommit: () => void;
};

/** Kysely over one connection, which stays its owner's to close; transactions run one after another. */
export function sqliteDialect(connection: SqliteConnection, options: DialectOptions): Dialect {
  return {
    createDriver: () => sqliteDriver(connection, options),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

function sqliteDriver(connection: SqliteConnection, { waitMs, afterCommit }: DialectOptions): Driver {
  let refusesWrites = connection.onlyReads;
  const refuseWrites = (refuse: boolean) => {
    if (connection.onlyReads || refusesWrites === refuse) return;
    connection.exec(`pragma query_only = ${refuse ? 'on' : 'off'}`);
    refusesWrites = refuse;
  };

  return {
    init: async () => {},
    acquireConnection: async () => connection,
    async beginTransaction(_, { accessMode }) {
      if (accessMode !== 'read only') return beginWriting(connection, waitMs);
      connection.exec('begin');
      refuseWrites(true);
    },
    async commitTransaction() {
      connection.exec('commit');
      refuseWrites(false);
      afterCommit();
    },
    async rollbackTransaction() {
      // A full disk or a failing one makes SQLite roll back by itself.
      if (connection.database.isTransaction) connection.exec('rollback');
      refuseWrites(false);
    },
    releaseConnection: async () => {},
    destroy: async () => {},
  };
}

/**
 * Takes the write lock. Waits on a timer, not inside SQLite, so that the process stays awake meanwhile
 * (and so that two databases of one process over the same file cannot freeze each other).
 */
async function beginWriting(connection: SqliteConnection, waitMs: number): Promise<void> {
  const givesUpAt = performance.now() + waitMs;
  for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, 8)) {
    try {
      connection.exec('begin immediate');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() >= givesUpAt) throw error;
    }
    await pause(pauseMs);
  }
}
