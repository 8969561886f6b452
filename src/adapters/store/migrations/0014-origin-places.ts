import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * Where the message of a dossier was, so that a deleted channel finds the messages in its threads, too. Of those made into a
 * dossier before it, nobody knows which channel their thread belongs to.
 */
export const originPlaces: Migration = {
  name: '0014-origin-places',
  async up(db) {
    await db.schema.alterTable('dossier_origins').addColumn('parent_id', 'text').execute();
    // Serve "the dossiers made from messages in this channel or thread of this server, or in a thread of this channel".
    await db.schema
      .createIndex('dossier_origins_by_channel')
      .on('dossier_origins')
      .columns(['guild_id', 'channel_id'])
      .execute();
    await db.schema
      .createIndex('dossier_origins_by_parent')
      .on('dossier_origins')
      .columns(['guild_id', 'parent_id'])
      .where(sql.ref('parent_id'), 'is not', null)
      .execute();
  },
};
