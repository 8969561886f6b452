import type { Migration } from './migration.ts';

/** What claims mean, as vectors of an embedding model. */
export const claimVectors: Migration = {
  name: '0010-claim-vectors',
  async up(db) {
    await db.schema
      .createTable('claim_vectors')
      .addColumn('claim_id', 'text', (column) => column.notNull().references('claims.id').onDelete('cascade'))
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('dossier_id', 'text', (column) => column.notNull())
      .addColumn('text_hash', 'text', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addColumn('vector', 'blob', (column) => column.notNull())
      // Serves "has this claim a vector of this model", its writing anew, and the cascade when a claim is deleted.
      .addPrimaryKeyConstraint('claim_vectors_by_claim', ['claim_id', 'model'])
      .execute();
    // Serves "the vectors of these dossiers", their removal, and "which dossiers' vectors have changed" without a look at them.
    await db.schema
      .createIndex('claim_vectors_by_dossier')
      .on('claim_vectors')
      .columns(['dossier_id', 'model', 'revision'])
      .execute();
    for (const column of ['vectors_revision', 'embedding_until'])
      await db.schema
        .alterTable('catalogue')
        .addColumn(column, 'bigint', (added) => added.notNull().defaultTo(0))
        .execute();
  },
};
