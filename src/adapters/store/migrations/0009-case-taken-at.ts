import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** When a case was taken: what handling time is counted from. Of cases taken before it, nobody knows. */
export const caseTakenAt: Migration = {
  name: '0009-case-taken-at',
  async up(db) {
    await db.schema.alterTable('cases').addColumn('taken_at', 'bigint').execute();
    // Serves "how long the cases took that were resolved in a span of time in this server", and how many they are, without
    // a look at the cases.
    await db.schema
      .createIndex('cases_by_resolution')
      .on('cases')
      .columns(['guild_id', 'resolved_at', 'state', 'opened_at', 'taken_at'])
      .where(sql.ref('resolved_at'), 'is not', null)
      .execute();
  },
};
