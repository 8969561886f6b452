import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** What makes the unanswered questions of one server quick to find among those of all. */
export const unansweredQuestions: Migration = {
  name: '0005-unanswered-questions',
  async up(db) {
    // Serves "the texts of this server's unanswered questions from day to day"; few rows have one.
    await db.schema
      .createIndex('inquiries_unanswered')
      .on('inquiries')
      .columns(['guild_id', 'day'])
      .where(sql.ref('text'), 'is not', null)
      .execute();
  },
};
