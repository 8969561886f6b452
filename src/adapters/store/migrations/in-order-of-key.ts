import { type CreateTableBuilder, SqliteAdapter, sql } from 'kysely';
import type { TablesInChange } from './migration.ts';

/**
 * Keeps the rows of a table in the order of its primary key, for tables whose rows must not tell in which
 * order they were written: that order, laid beside the times of something else, could tell who asked what.
 * SQLite otherwise numbers rows as they come (https://sqlite.org/withoutrowid.html); other engines have no
 * such number.
 *
 * @returns what to `$call` on the builder of the table
 */
export function inOrderOfKey(db: TablesInChange) {
  const numbersRows = db.getExecutor().adapter instanceof SqliteAdapter;
  return <Table extends string, Column extends string>(
    table: CreateTableBuilder<Table, Column>,
  ): CreateTableBuilder<Table, Column> => (numbersRows ? table.modifyEnd(sql`without rowid`) : table);
}
