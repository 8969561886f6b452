import { sql } from 'kysely';
import { inOrderOfKey } from './in-order-of-key.ts';
import type { Migration } from './migration.ts';

/** What comparing meanings costs, beside analyses, and what all models cost in a month. */
export const embeddingSpend: Migration = {
  name: '0015-embedding-spend',
  async up(db) {
    await db.schema
      .alterTable('model_spend')
      .addColumn('embedded', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    // Serves "what was spent this month": each question that is compared by meaning asks for it.
    await db.schema
      .createTable('model_months')
      .addColumn('month', 'text', (column) => column.primaryKey())
      .addColumn('micro_dollars', 'bigint', (column) => column.notNull())
      .$call(inOrderOfKey(db))
      .execute();
    await sql`
      insert into model_months (month, micro_dollars)
      select substr(day, 1, 7), sum(micro_dollars) from model_spend group by substr(day, 1, 7)
    `.execute(db);
  },
};
