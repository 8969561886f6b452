import { inOrderOfKey } from './in-order-of-key.ts';
import type { Migration } from './migration.ts';

/** Who was erased a moment ago, as codes. */
export const erasures: Migration = {
  name: '0016-erasures',
  async up(db) {
    await db.schema
      .createTable('erasures')
      .addColumn('code', 'text', (column) => column.notNull().primaryKey())
      .addColumn('salt', 'text', (column) => column.notNull())
      .addColumn('erased_at', 'bigint', (column) => column.notNull())
      .$call(inOrderOfKey(db))
      .execute();
  },
};
