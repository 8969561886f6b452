import type { Kysely } from 'kysely';
import type { OriginStore } from '../../ports/case-stores.ts';
import { expirePosts } from './dossier-erasure.ts';
import { originLists } from './origin-lists.ts';
import { originFromRow } from './origin-rows.ts';
import type { Tables } from './tables.ts';

/**
 * The messages that dossiers were made from, one each.
 *
 * @param onErasure - called when the texts of messages were forgotten
 */
export function originStore(db: Kysely<Tables>, onErasure: () => void): OriginStore {
  return {
    async add({ dossierId, guildId, channelId, parentId, messageId, authorId }) {
      const own = await db
        .selectFrom('dossiers')
        .select('id')
        .where('id', '=', dossierId)
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      if (own === undefined) throw new RangeError('the server has no such dossier');
      const message = {
        channel_id: channelId,
        parent_id: parentId,
        message_id: messageId,
        author_id: authorId,
      };
      await db
        .insertInto('dossier_origins')
        .values({ dossier_id: dossierId, guild_id: guildId, ...message })
        .onConflict((conflict) => conflict.column('dossier_id').doUpdateSet(message))
        .execute();
    },

    async ofMessage(guildId, messageId) {
      const rows = await db
        .selectFrom('dossier_origins')
        .selectAll()
        .where('guild_id', '=', guildId)
        .where('message_id', '=', messageId)
        .orderBy('dossier_id')
        .execute();
      return rows.map(originFromRow);
    },

    async ofDossier(guildId, dossierId) {
      const row = await db
        .selectFrom('dossier_origins')
        .selectAll()
        .where('guild_id', '=', guildId)
        .where('dossier_id', '=', dossierId)
        .executeTakeFirst();
      return row === undefined ? null : originFromRow(row);
    },

    async byAuthor(authorId) {
      const rows = await db
        .selectFrom('dossier_origins')
        .selectAll()
        .where('author_id', '=', authorId)
        .orderBy('dossier_id')
        .execute();
      return rows.map(originFromRow);
    },

    ...originLists(db),

    async forgetArchivedBefore(beforeMs, limit) {
      const forgotten = await expirePosts(db, beforeMs, limit);
      if (forgotten > 0) onErasure();
      return forgotten;
    },
  };
}
