import { type Kysely, sql } from 'kysely';
import { FootnoteError } from '../../core/errors.ts';
import type { Migration } from './migrations/migration.ts';
import type { Tables } from './tables.ts';

type MigrateOptions = {
  readonly migrations: readonly Migration[];
  readonly now: () => number;
  /** Runs once, before the first change to a database that holds anything; named is the migration about to run. */
  readonly backUp: (before: Migration) => Promise<void>;
  readonly onApplied: (migration: Migration) => void;
};

/**
 * Brings the tables to their newest state: those of a new database in one transaction, those of another each migration
 * in a transaction of its own. Any number of processes may start at once: each migration is applied by one of them.
 *
 * @throws FootnoteError `store.newer` when a newer version of Footnote has changed the tables; nothing is touched
 */
export async function migrate(db: Kysely<Tables>, options: MigrateOptions): Promise<void> {
  let backedUp = false;
  const backUpOnce = async (before: Migration) => {
    if (!backedUp) await options.backUp(before);
    backedUp = true;
  };

  for (;;) {
    const applied = await db.transaction().execute((open) => applyNext(open, options, backUpOnce));
    if (applied.length === 0) return;
    for (const migration of applied) options.onApplied(migration);
  }
}

/**
 * Makes sure that the tables are in their newest state, and changes nothing.
 *
 * @throws FootnoteError `store.older` when a migration is still to be run, `store.newer` when a newer version of
 * Footnote has changed the tables
 */
export async function checkUpToDate(db: Kysely<Tables>, migrations: readonly Migration[]): Promise<void> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'migrations')) throw new FootnoteError('store.older');
  const next = nextAfter(await appliedTo(db), migrations);
  if (next !== undefined) throw new FootnoteError('store.older');
}

async function applyNext(
  db: Kysely<Tables>,
  { migrations, now }: MigrateOptions,
  backUp: MigrateOptions['backUp'],
): Promise<readonly Migration[]> {
  await db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('applied_at', 'bigint', (column) => column.notNull())
    .execute();
  const done = await appliedTo(db);
  const next = nextAfter(done, migrations);
  if (next === undefined) return [];
  if (done.size > 0) await backUp(next);
  const steps = done.size > 0 ? [next] : migrations;
  for (const step of steps) {
    await step.up(db);
    await sql`insert into migrations (name, applied_at) values (${step.name}, ${now()})`.execute(db);
  }
  return steps;
}

async function appliedTo(db: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('migrations').select('name').execute();
  return new Set(rows.map((row) => row.name));
}

function nextAfter(done: ReadonlySet<string>, migrations: readonly Migration[]): Migration | undefined {
  const known = new Set(migrations.map((migration) => migration.name));
  if (!done.isSubsetOf(known)) throw new FootnoteError('store.newer');
  return migrations.find((migration) => !done.has(migration.name));
}
