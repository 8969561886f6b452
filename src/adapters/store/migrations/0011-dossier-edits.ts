import { inOrderOfKey } from './in-order-of-key.ts';
import type { Migration } from './migration.ts';

/** Changes of dossiers that are not published yet, each as it was after every step. */
export const dossierEdits: Migration = {
  name: '0011-dossier-edits',
  async up(db) {
    await db.schema
      .createTable('dossier_edits')
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('dossier_id', 'text', (column) =>
        column.notNull().references('dossiers.id').onDelete('cascade'),
      )
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('before', 'integer', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('dossier_edits_by_revision', ['guild_id', 'dossier_id', 'revision'])
      .$call(inOrderOfKey(db))
      .execute();
    // Serves "unpublished changes of a dossier whose post is erased", and their going with the dossier.
    await db.schema
      .createIndex('dossier_edits_by_dossier')
      .on('dossier_edits')
      .column('dossier_id')
      .execute();
  },
};
