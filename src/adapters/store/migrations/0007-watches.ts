import { sql } from 'kysely';
import { inOrderOfKey } from './in-order-of-key.ts';
import type { Migration } from './migration.ts';

/** Members who want to be told of claims and questions. */
export const watches: Migration = {
  name: '0007-watches',
  async up(db) {
    await db.schema
      .createTable('watchers')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('member_id', 'text', (column) => column.notNull())
      .addColumn('locale', 'text', (column) => column.notNull())
      .addColumn('batch', 'text')
      .addColumn('waiting_since', 'bigint')
      // Serves "what this member watches", here and anywhere. One member of a server, one watcher.
      .addUniqueConstraint('watchers_by_member', ['member_id', 'guild_id'])
      .$call(inOrderOfKey(db))
      .execute();
    // Serves the deletion of a server.
    await db.schema.createIndex('watchers_by_guild').on('watchers').column('guild_id').execute();
    // Serves the forgetting of watchers that could not be told for long; few are.
    await db.schema
      .createIndex('watchers_waiting')
      .on('watchers')
      .column('waiting_since')
      .where(sql.ref('waiting_since'), 'is not', null)
      .execute();

    await db.schema
      .createTable('watches')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('watcher_id', 'text', (column) =>
        column.notNull().references('watchers.id').onDelete('cascade'),
      )
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('dossier_id', 'text')
      .addColumn('claim_id', 'text')
      .addColumn('slug', 'text')
      .addColumn('claim_key', 'text')
      .addColumn('text', 'text')
      .addColumn('seen', 'text')
      .addColumn('telling', 'text')
      .$call(inOrderOfKey(db))
      .execute();
    // Serves "what this watcher watches", and their removal.
    await db.schema.createIndex('watches_by_watcher').on('watches').column('watcher_id').execute();
    // Serves "which servers watch something", the walk through what is watched in one, and its deletion.
    await db.schema.createIndex('watches_by_guild').on('watches').columns(['guild_id', 'id']).execute();
  },
};
