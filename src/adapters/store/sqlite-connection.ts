import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { openingFailure, storeFailure } from './sqlite-failure.ts';

/** How many prepared statements a connection keeps; the store has about a hundred. */
const keptStatements = 200;

/** One connection to a SQLite file, with every failure already told in the store's words. */
export type SqliteConnection = DatabaseConnection & {
  readonly database: DatabaseSync;
  /** It was opened to be read, and SQLite refuses every write on it. */
  readonly onlyReads: boolean;
  /** Runs statements that give nothing back. */
  exec(statements: string): void;
  /** Closes the file; closing twice does nothing. */
  close(): void;
};

/**
 * Opens a file, made with its folder where there is none: write-ahead log, every commit flushed to disk,
 * foreign keys kept, deleted bytes overwritten.
 *
 * @param file - a path or `:memory:`
 * @param waitMs - how long a statement blocks the process while another process holds the file
 * @throws FootnoteError `store.read-only` or `store.unavailable`
 */
export function connect(file: string, waitMs: number): SqliteConnection {
  const folder = dirname(resolve(file));
  let database: DatabaseSync | null = null;
  try {
    if (file !== ':memory:') mkdirSync(folder, { recursive: true });
    database = new DatabaseSync(file, { timeout: waitMs });
    database.exec(`
      pragma journal_mode = wal;
      pragma synchronous = full;
      pragma foreign_keys = on;
      pragma secure_delete = on;
      pragma cell_size_check = on;
    `);
  } catch (error) {
    database?.close();
    throw openingFailure(error, folder);
  }
  return connectionOver(database, { folder, onlyReads: false });
}

/**
 * Opens a file only to read it: SQLite refuses every write, and what is in the file and its write-ahead log stays as it is. SQLite may leave
 * an empty log and its index beside the file.
 *
 * @param file - a path of a file that is there
 * @param waitMs - how long a statement blocks the process while another process holds the file
 * @throws FootnoteError `store.unavailable`, `cannot-open` where there is no file; `store.read-only` where
 * SQLite cannot make the index it needs
 */
export function connectToRead(file: string, waitMs: number): SqliteConnection {
  const folder = dirname(resolve(file));
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: waitMs });
    database.exec('pragma cell_size_check = on');
  } catch (error) {
    database?.close();
    throw storeFailure(error, folder);
  }
  return connectionOver(database, { folder, onlyReads: true });
}

type Opened = Pick<SqliteConnection, 'onlyReads'> & { readonly folder: string };

function connectionOver(database: DatabaseSync, { folder, onlyReads }: Opened): SqliteConnection {
  const statements = new Map<string, { statement: StatementSync; reads: boolean }>();

  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known !== undefined) {
      statements.delete(sql);
      statements.set(sql, known);
      return known;
    }
    const statement = database.prepare(sql);
    const prepared = { statement, reads: statement.columns().length > 0 };
    statements.set(sql, prepared);
    for (const oldest of statements.keys()) {
      if (statements.size <= keptStatements) break;
      statements.delete(oldest);
    }
    return prepared;
  };

  const execute = <Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> => {
    const { statement, reads } = prepare(sql);
    // Kysely types parameters and rows by the query; SQLite takes and gives plain values.
    const values = parameters as Parameters<StatementSync['run']>;
    if (reads) return { rows: statement.all(...values) as Row[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(...values).changes) };
  };

  const guarded = <Result>(act: () => Result): Result => {
    try {
      return act();
    } catch (error) {
      throw storeFailure(error, folder);
    }
  };

  return {
    database,
    onlyReads,
    exec: (sql) => guarded(() => database.exec(sql)),
    executeQuery: async <Row>(query: CompiledQuery) => guarded(() => execute<Row>(query)),
    streamQuery: () => {
      throw new TypeError('the store reads whole results');
    },
    close: () => {
      statements.clear();
      if (database.isOpen) database.close();
    },
  };
}
