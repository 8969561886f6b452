import { inOrderOfKey } from './in-order-of-key.ts';
import type { Migration } from './migration.ts';

/** What each server spends on models, by day. */
export const modelSpend: Migration = {
  name: '0013-model-spend',
  async up(db) {
    await db.schema
      .createTable('model_spend')
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('answers', 'integer', (column) => column.notNull())
      .addColumn('input', 'bigint', (column) => column.notNull())
      .addColumn('output', 'bigint', (column) => column.notNull())
      .addColumn('micro_dollars', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('model_spend_key', ['guild_id', 'day', 'model'])
      .$call(inOrderOfKey(db))
      .execute();
    // Serves "what all servers have spent this month".
    await db.schema.createIndex('model_spend_by_day').on('model_spend').column('day').execute();
  },
};
