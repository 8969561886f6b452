import { sql } from 'kysely';
import { inOrderOfKey } from './in-order-of-key.ts';
import type { Migration } from './migration.ts';

/** When each server's next digest is due, and which were posted. */
export const digestSchedules: Migration = {
  name: '0008-digest-schedules',
  async up(db) {
    await db.schema
      .createTable('digest_schedules')
      .addColumn('guild_id', 'text', (column) => column.primaryKey())
      .addColumn('due_at', 'bigint')
      .addColumn('paused_at', 'bigint')
      .addColumn('paused_why', 'text')
      .$call(inOrderOfKey(db))
      .execute();
    // Serves "the servers whose digest is due, longest first".
    await db.schema
      .createIndex('digest_schedules_by_due')
      .on('digest_schedules')
      .column('due_at')
      .where(sql.ref('due_at'), 'is not', null)
      .execute();
    await db.schema
      .createTable('digest_posts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('from_day', 'text', (column) => column.notNull())
      .addColumn('to_day', 'text', (column) => column.notNull())
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .addColumn('channel_id', 'text')
      .addColumn('message_id', 'text')
      .$call(inOrderOfKey(db))
      .execute();
    // One digest for a server and period; serves "the last digest of a server", too, which has at most 40 to choose from.
    await db.schema
      .createIndex('digest_posts_by_period')
      .on('digest_posts')
      .columns(['guild_id', 'key'])
      .unique()
      .execute();
    // Serves "digests made so long ago that their period cannot come again".
    await db.schema.createIndex('digest_posts_by_age').on('digest_posts').column('made_at').execute();
  },
};
