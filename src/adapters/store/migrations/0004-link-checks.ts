import { sql } from 'kysely';
import { inOrderOfKey } from './in-order-of-key.ts';
import type { Migration } from './migration.ts';

/** What is known of the addresses of sources. */
export const linkChecks: Migration = {
  name: '0004-link-checks',
  async up(db) {
    await db.schema
      .createTable('link_checks')
      .addColumn('url', 'text', (column) => column.primaryKey())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('checked_at', 'bigint')
      .addColumn('changed_at', 'bigint')
      .addColumn('final_url', 'text')
      .addColumn('failures', 'integer', (column) => column.notNull())
      .addColumn('missing_since', 'bigint')
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .$call(inOrderOfKey(db))
      .execute();
    // What says that links have changed, apart from dossiers: their words, and so the index, are the same as before.
    await db.schema
      .alterTable('catalogue')
      .addColumn('links_revision', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    // Serves "the addresses whose time has come, oldest first".
    await db.schema.createIndex('link_checks_by_due').on('link_checks').column('due_at').execute();
    // Serves "is this address still named by a source", and "addresses nobody has looked at".
    await db.schema
      .createIndex('notes_by_source')
      .on('notes')
      .columns(['url', 'dossier_id'])
      .where(sql.ref('type'), '=', sql.lit('source'))
      .execute();
  },
};
