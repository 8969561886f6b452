import { sql } from 'kysely';
import { inOrderOfKey } from './in-order-of-key.ts';
import type { Migration, TablesInChange } from './migration.ts';

/** Cases with their reports, marks of bad faith, and the audit. */
export const reportsAndCases: Migration = {
  name: '0002-reports-and-cases',
  async up(db) {
    await createCases(db);
    await indexCases(db);
    await indexMembersOfCases(db);
    await createReports(db);
    await createBadFaith(db);
    await createAudit(db);
  },
};

async function createCases(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('cases')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('subject_kind', 'text', (column) => column.notNull())
    .addColumn('subject_key', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text')
    .addColumn('parent_id', 'text')
    .addColumn('message_id', 'text')
    .addColumn('author_id', 'text')
    .addColumn('text', 'text')
    .addColumn('text_from', 'text')
    .addColumn('attachments', 'integer')
    .addColumn('reach', 'text')
    .addColumn('fate', 'text')
    .addColumn('claims', 'text')
    .addColumn('dossier_id', 'text')
    .addColumn('dossier_slug', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('assignee_id', 'text')
    .addColumn('resolution_kind', 'text')
    .addColumn('resolution_by', 'text')
    .addColumn('resolution_note', 'text')
    .addColumn('resolution_url', 'text')
    .addColumn('resolution_claim', 'text')
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('waits_since', 'bigint', (column) => column.notNull())
    .addColumn('resolved_at', 'bigint')
    .addColumn('alerted_at', 'bigint')
    .addColumn('draft', 'text')
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('card_channel_id', 'text')
    .addColumn('card_message_id', 'text')
    .addColumn('forgotten', 'integer', (column) => column.notNull())
    // Serves "the case of this number" and the finding of the next number. One number of a server, one case.
    .addUniqueConstraint('cases_by_number', ['guild_id', 'number'])
    // Serves "the case of this message, question or summary". One subject of a server, one case.
    .addUniqueConstraint('cases_by_subject', ['guild_id', 'subject_kind', 'subject_key'])
    .$call(inOrderOfKey(db))
    .execute();
}

async function indexCases(db: TablesInChange): Promise<void> {
  // Serves the queue: cases of a server in some states, the longest waiting first; their counts; those that age.
  await db.schema
    .createIndex('cases_by_state')
    .on('cases')
    .columns(['guild_id', 'state', 'waits_since'])
    .execute();
  // Serves "the cases of these messages", in any server.
  await db.schema
    .createIndex('cases_by_message')
    .on('cases')
    .column('message_id')
    .where(sql.ref('message_id'), 'is not', null)
    .execute();
  // Serve "the cases of messages in this channel, or in a thread of it", in any server.
  await db.schema
    .createIndex('cases_by_channel')
    .on('cases')
    .column('channel_id')
    .where(sql.ref('channel_id'), 'is not', null)
    .execute();
  await db.schema
    .createIndex('cases_by_parent')
    .on('cases')
    .column('parent_id')
    .where(sql.ref('parent_id'), 'is not', null)
    .execute();
  // Serves the nightly walk through cases whose text is kept.
  await db.schema
    .createIndex('cases_with_text')
    .on('cases')
    .column('id')
    .where(sql.ref('text'), 'is not', null)
    .execute();
  // Serves the forgetting of cases that have been done for their time.
  await db.schema
    .createIndex('cases_to_forget')
    .on('cases')
    .columns(['forgotten', 'state', 'resolved_at'])
    .execute();
}

async function indexMembersOfCases(db: TablesInChange): Promise<void> {
  // Serves "what is stored about this member", and erasing it: cases of their messages.
  await db.schema
    .createIndex('cases_by_author')
    .on('cases')
    .column('author_id')
    .where(sql.ref('author_id'), 'is not', null)
    .execute();
  // Serves "what is stored about this member", and the queue of one moderator.
  await db.schema
    .createIndex('cases_by_assignee')
    .on('cases')
    .column('assignee_id')
    .where(sql.ref('assignee_id'), 'is not', null)
    .execute();
  // Serves "what is stored about this member": cases they resolved.
  await db.schema
    .createIndex('cases_by_resolver')
    .on('cases')
    .column('resolution_by')
    .where(sql.ref('resolution_by'), 'is not', null)
    .execute();
}

async function createReports(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('reports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('reporter', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('statement', 'text')
    .addColumn('details', 'text')
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('weight', 'double precision', (column) => column.notNull())
    .addColumn('bad_faith', 'integer', (column) => column.notNull())
    .addColumn('reported_at', 'bigint', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    // Serves "the reports of this case, oldest first".
    .addUniqueConstraint('reports_in_order', ['case_id', 'position'])
    // One report of a member in a case, whichever of two comes first.
    .addUniqueConstraint('reports_by_case_and_reporter', ['case_id', 'reporter'])
    .$call(inOrderOfKey(db))
    .execute();
  // Serves "the reports of this member", in one server and in all.
  await db.schema
    .createIndex('reports_by_reporter')
    .on('reports')
    .columns(['reporter', 'guild_id', 'reported_at'])
    .execute();
  // Serves the purge of a server.
  await db.schema.createIndex('reports_by_guild').on('reports').column('guild_id').execute();
}

async function createBadFaith(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('bad_faith')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) => column.notNull())
    .addColumn('marks', 'integer', (column) => column.notNull())
    // Serves "the marks of this member in this server".
    .addPrimaryKeyConstraint('bad_faith_by_member', ['guild_id', 'member_id'])
    .$call(inOrderOfKey(db))
    .execute();
  // Serves "what is stored about this member", and erasing it.
  await db.schema.createIndex('bad_faith_anywhere').on('bad_faith').column('member_id').execute();
}

async function createAudit(db: TablesInChange): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('case_number', 'integer')
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    // Serves "the audit of this server, newest first", filtered or not, and the finding of the next sequence.
    .addUniqueConstraint('audit_in_order', ['guild_id', 'sequence'])
    .$call(inOrderOfKey(db))
    .execute();
  // Serves the deletion of lines from long ago.
  await db.schema.createIndex('audit_by_time').on('audit').column('at').execute();
  // Serves "what is stored about this member".
  await db.schema
    .createIndex('audit_by_actor')
    .on('audit')
    .column('actor_id')
    .where(sql.ref('actor_id'), 'is not', null)
    .execute();
}
