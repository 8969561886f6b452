import { sql } from 'kysely';
import { inOrderOfKey } from './in-order-of-key.ts';
import type { Migration, TablesInChange } from './migration.ts';

/** What waits to be sent, where dossiers come from, who opted out, which servers were left. */
export const outboxAndOrigins: Migration = {
  name: '0003-outbox-and-origins',
  async up(db) {
    await createOutbox(db);
    await createOrigins(db);
    await createOptOuts(db);
    await createDepartures(db);
  },
};

async function createOutbox(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('put_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('leased_until', 'bigint')
    .addColumn('begun_at', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    // Serves the putting and finishing of one item. One item of a kind and subject.
    .addPrimaryKeyConstraint('outbox_by_subject', ['kind', 'subject_id'])
    .$call(inOrderOfKey(db))
    .execute();
  // Serves "what is due, oldest first".
  await db.schema.createIndex('outbox_by_due').on('outbox').column('due_at').execute();
}

async function createOrigins(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('dossier_origins')
    .addColumn('dossier_id', 'text', (column) =>
      column.primaryKey().references('dossiers.id').onDelete('cascade'),
    )
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addColumn('author_id', 'text')
    .$call(inOrderOfKey(db))
    .execute();
  // Serves "the dossiers made from this message of this server".
  await db.schema
    .createIndex('dossier_origins_by_message')
    .on('dossier_origins')
    .columns(['guild_id', 'message_id'])
    .execute();
  // Serves "what is stored about this member", and erasing it.
  await db.schema
    .createIndex('dossier_origins_by_author')
    .on('dossier_origins')
    .column('author_id')
    .where(sql.ref('author_id'), 'is not', null)
    .execute();
}

async function createOptOuts(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('opt_outs')
    .addColumn('member_id', 'text', (column) => column.primaryKey())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .$call(inOrderOfKey(db))
    .execute();
}

async function createDepartures(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('departures')
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('left_at', 'bigint', (column) => column.notNull())
    .$call(inOrderOfKey(db))
    .execute();
}
