import { dirname, join, resolve } from 'node:path';
import { Kysely } from 'kysely';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Database } from '../../ports/stores.ts';
import { systemClock } from '../system-clock.ts';
import { checkUpToDate, migrate } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import type { Migration } from './migrations/migration.ts';
import { sharedCommit } from './shared-commit.ts';
import { sharingTurns } from './sharing-turns.ts';
import { backUpSqlite } from './sqlite-backup.ts';
import { connect, connectToRead, type SqliteConnection } from './sqlite-connection.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { isRefusedWrite } from './sqlite-failure.ts';
import { storesOver } from './stores.ts';
import type { Tables } from './tables.ts';
import { workGate } from './work-gate.ts';

/** A database in a file. */
export type SqliteDatabase = Database & {
  /**
   * Copies the present state into a new file, checked and complete, while writers go on.
   *
   * @throws RangeError when the file exists or the database is in memory
   * @throws FootnoteError `store.read-only` or `store.unavailable`
   */
  backup(toFile: string): Promise<void>;
};

export type SqliteOptions = {
  /** A path, made with its folder where there is none, or `:memory:`. */
  readonly file: string;
  readonly log?: Log;
  /** Dates migrations and the backups made before them; the machine's by default. */
  readonly clock?: Clock;
  /** How long a transaction waits for those of other processes; 5 seconds by default. */
  readonly waitMs?: number;
  /**
   * Opens a file that is there and up to date only to read it: no byte of it changes, `snapshot` and `backup` work,
   * and a `transaction` is a TypeError. False by default.
   */
  readonly readOnly?: boolean;
  /** The steps to the newest tables; tests add their own. */
  readonly migrations?: readonly Migration[];
};

const inMemory = ':memory:';
const defaultWaitMs = 5_000;

/**
 * Opens the durable memory in a SQLite file that several processes may share. Old tables are brought to
 * their newest state; if they hold anything, a verified backup is first made in `backups/` beside the file.
 *
 * @throws FootnoteError `store.read-only`, `store.unavailable`, `store.newer` when a newer version of
 * Footnote has written the file, or `store.older` when it is opened only to be read and is not up to date
 */
export function openSqlite(options: SqliteOptions): Promise<SqliteDatabase> {
  return options.readOnly === true ? openToRead(options) : openToWrite(options);
}

async function openToWrite(options: SqliteOptions): Promise<SqliteDatabase> {
  const { file, waitMs = defaultWaitMs } = options;
  const writing = connect(file, waitMs);
  const erasure = erasureIn(writing);
  const writer = kyselyOver(writing, waitMs, erasure.finish);
  try {
    await bringUpToDate(writer, options);
    // From here on waiting is done by the dialect, outside SQLite.
    writing.exec('pragma busy_timeout = 0');
    const reading = file === inMemory ? writing : sharingTurns(connectToRead(file, waitMs));
    const reader = reading === writing ? writer : kyselyOver(reading, waitMs, () => {});
    const close = () => {
      reading.close();
      writing.close();
    };
    return databaseOver(file, { write: sharedCommit(writer), reader, onErasure: erasure.begin, close });
  } catch (error) {
    writing.close();
    throw error;
  }
}

async function openToRead(options: SqliteOptions): Promise<SqliteDatabase> {
  const { file, waitMs = defaultWaitMs } = options;
  const reading = sharingTurns(connectToRead(file, waitMs));
  const reader = kyselyOver(reading, waitMs, () => {});
  try {
    await checkUpToDate(reader, options.migrations ?? migrations);
  } catch (error) {
    reading.close();
    throw error;
  }
  const write = () => Promise.reject(new TypeError('a database opened to be read is not written'));
  return databaseOver(file, { write, reader, onErasure: () => {}, close: reading.close });
}

type Connections = {
  readonly write: ReturnType<typeof sharedCommit>;
  /** A connection of its own, so that reading never waits for a transaction that waits for another process. */
  readonly reader: Kysely<Tables>;
  readonly onErasure: () => void;
  readonly close: () => void;
};

function databaseOver(file: string, { write, reader, onErasure, close }: Connections): SqliteDatabase {
  const gate = workGate();
  return {
    transaction: (work) => gate.run(() => write((open) => work(storesOver(open, onErasure)))),

    snapshot: (work) =>
      gate.run(async () => {
        try {
          const view = reader.transaction().setAccessMode('read only');
          return await view.execute((open) => work(storesOver(open, onErasure)));
        } catch (error) {
          if (isRefusedWrite(error)) throw new TypeError('a snapshot only reads', { cause: error });
          throw error;
        }
      }),

    async backup(toFile) {
      if (file === inMemory) throw new RangeError('a database in memory has no backup');
      await gate.run(() => backUpSqlite(file, toFile));
    },

    async close() {
      await gate.close();
      close();
    },
  };
}

function kyselyOver(connection: SqliteConnection, waitMs: number, afterCommit: () => void): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: sqliteDialect(connection, { waitMs, afterCommit }) });
}

function bringUpToDate(db: Kysely<Tables>, options: SqliteOptions): Promise<void> {
  const { file, log, clock = systemClock } = options;
  const folder = join(dirname(resolve(file)), 'backups');
  return migrate(db, {
    migrations: options.migrations ?? migrations,
    now: () => clock.now(),
    onApplied: ({ name }) => log?.info({ migration: name }, 'database migrated'),
    async backUp(before) {
      if (file === inMemory) return;
      const toFile = join(
        folder,
        `footnote-before-${before.name.slice(0, 4)}-${timestamp(clock.now())}.sqlite`,
      );
      await backUpSqlite(file, toFile);
      log?.info({ backup: toFile, before: before.name }, 'database backed up before migrating');
    },
  });
}

/** `20260302T090000Z`. */
function timestamp(nowMs: number): string {
  return `${new Date(nowMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/**
 * After rows about people are deleted, the write-ahead log still holds them until it is cut to nothing.
 * That cannot be done while somebody reads; it is then tried again after the next commit.
 */
function erasureIn(connection: SqliteConnection) {
  let pending = false;
  return {
    begin: () => {
      pending = true;
    },
    finish: () => {
      if (!pending) return;
      try {
        const [result] = connection.database.prepare('pragma wal_checkpoint(truncate)').all();
        pending = result?.busy !== 0;
      } catch {
        pending = true;
      }
    },
  };
}
