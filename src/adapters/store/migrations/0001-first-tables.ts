import { sql } from 'kysely';
import { inOrderOfKey } from './in-order-of-key.ts';
import type { Migration, TablesInChange } from './migration.ts';

/** Settings, dossiers with their versions and pins, inquiries with their daily totals, handled interactions. */
export const firstTables: Migration = {
  name: '0001-first-tables',
  async up(db) {
    await createSettings(db);
    await createCatalogue(db);
    await createDossiers(db);
    await createVersions(db);
    await createPins(db);
    await createClaims(db);
    await createNotes(db);
    await createInquiries(db);
    await createInquiryDays(db);
    await createInteractions(db);
  },
};

async function createSettings(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('guild_settings')
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('document', 'text', (column) => column.notNull())
    .execute();
}

async function createCatalogue(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('catalogue')
    .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .execute();
  await sql`insert into catalogue (id, revision) values (1, 0)`.execute(db);
}

async function createDossiers(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('dossiers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('sample', 'integer', (column) => column.notNull())
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('post_text', 'text', (column) => column.notNull())
    .addColumn('post_author', 'text')
    .addColumn('post_date', 'text')
    .addColumn('post_url', 'text')
    .addColumn('post_remarks', 'text')
    .addColumn('summary_text', 'text', (column) => column.notNull())
    .addColumn('summary_by', 'text', (column) => column.notNull())
    .addColumn('summary_model', 'text')
    // Serves "the dossier of this owner by slug". One slug of an owner, one dossier.
    .addUniqueConstraint('dossiers_by_owner_and_slug', ['guild_id', 'slug'])
    .execute();
  // Serves "every published dossier of these owners".
  await db.schema
    .createIndex('dossiers_by_owner_and_status')
    .on('dossiers')
    .columns(['guild_id', 'status'])
    .execute();
}

async function createVersions(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('dossier_versions')
    .addColumn('dossier_id', 'text', (column) =>
      column.notNull().references('dossiers.id').onDelete('cascade'),
    )
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    // Serves "the history of this dossier, newest first".
    .addPrimaryKeyConstraint('dossier_versions_by_dossier', ['dossier_id', 'version'])
    .execute();
}

async function createPins(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('dossier_pins')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('dossier_id', 'text', (column) =>
      column.notNull().references('dossiers.id').onDelete('cascade'),
    )
    // Serves "what is pinned to this channel of this server".
    .addPrimaryKeyConstraint('dossier_pins_by_channel', ['guild_id', 'channel_id'])
    .execute();
  // Serves the cascade when a dossier is deleted.
  await db.schema.createIndex('dossier_pins_by_dossier').on('dossier_pins').column('dossier_id').execute();
}

async function createClaims(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('claims')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('dossier_id', 'text', (column) =>
      column.notNull().references('dossiers.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('quote', 'text', (column) => column.notNull())
    .addColumn('quote_start', 'integer', (column) => column.notNull())
    .addColumn('quote_end', 'integer', (column) => column.notNull())
    .addColumn('gist', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    // Serves "the claims of these dossiers in order", and their deletion when a dossier is saved.
    .addUniqueConstraint('claims_in_order', ['dossier_id', 'position'])
    .execute();
}

async function createNotes(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('notes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('dossier_id', 'text', (column) => column.notNull())
    .addColumn('claim_id', 'text', (column) => column.notNull().references('claims.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('stance', 'text')
    .addColumn('url', 'text')
    .addColumn('publisher', 'text')
    .addColumn('title', 'text')
    .addColumn('date', 'text')
    .addColumn('last_checked', 'text')
    // Serves the cascade when a claim is deleted.
    .addUniqueConstraint('notes_in_order', ['claim_id', 'position'])
    .execute();
  // Serves "the notes of these dossiers, claim by claim, in order".
  await db.schema
    .createIndex('notes_by_dossier')
    .on('notes')
    .columns(['dossier_id', 'claim_id', 'position'])
    .execute();
}

async function createInquiries(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('inquiries')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('hour', 'integer', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('dossier_id', 'text', (column) => column.notNull())
    .addColumn('claim_id', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('asker', 'text', (column) => column.notNull())
    .addColumn('feedback', 'text')
    .addColumn('text', 'text')
    .$call(inOrderOfKey(db))
    .execute();
  // Serves "has this asker a row like this on this day", asked at every inquiry.
  await db.schema
    .createIndex('inquiries_by_asker')
    .on('inquiries')
    .columns(['guild_id', 'day', 'asker'])
    .execute();
  // Serves the deletion of inquiries of days gone by.
  await db.schema.createIndex('inquiries_by_day').on('inquiries').column('day').execute();
  // Serves the forgetting of question texts of days gone by; few rows have one.
  await db.schema
    .createIndex('inquiries_with_text')
    .on('inquiries')
    .column('day')
    .where(sql.ref('text'), 'is not', null)
    .execute();
}

async function createInquiryDays(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('inquiry_days')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('dossier_id', 'text', (column) => column.notNull())
    .addColumn('claim_id', 'text', (column) => column.notNull())
    .addColumn('inquiries', 'bigint', (column) => column.notNull())
    .addColumn('askers', 'bigint', (column) => column.notNull())
    // Serves "the totals of this server from day to day", and the growing of one total.
    .addPrimaryKeyConstraint('inquiry_days_by_guild', [
      'guild_id',
      'day',
      'command',
      'outcome',
      'dossier_id',
      'claim_id',
    ])
    .$call(inOrderOfKey(db))
    .execute();
}

async function createInteractions(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('handled_interactions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('handled_at', 'bigint', (column) => column.notNull())
    .$call(inOrderOfKey(db))
    .execute();
  // Serves the forgetting of interactions handled long ago.
  await db.schema
    .createIndex('handled_interactions_by_time')
    .on('handled_interactions')
    .column('handled_at')
    .execute();
}
