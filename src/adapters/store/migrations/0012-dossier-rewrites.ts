import type { Migration } from './migration.ts';

/** How often the words of a dossier were taken out of it without a new version: what has read it reads it again. */
export const dossierRewrites: Migration = {
  name: '0012-dossier-rewrites',
  async up(db) {
    await db.schema
      .alterTable('dossiers')
      .addColumn('rewrites', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
