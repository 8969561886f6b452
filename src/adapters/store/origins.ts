import type { Kysely } from 'kysely';
import { z } from 'zod';
import { ChannelId, DossierId, GuildId, MessageId, UserId } from '../../core/ids.ts';
import type { DossierOrigin, OriginStore } from '../../ports/case-stores.ts';
import { expirePosts } from './dossier-erasure.ts';
import type { Tables } from './tables.ts';

const OriginRow = z.object({
  dossier_id: DossierId,
  guild_id: GuildId,
  channel_id: ChannelId,
  message_id: MessageId,
  author_id: UserId.nullable(),
});

function originFromRow(row: unknown): DossierOrigin {
  const { dossier_id, guild_id, channel_id, message_id, author_id } = OriginRow.parse(row);
  return {
    dossierId: dossier_id,
    guildId: guild_id,
    channelId: channel_id,
    messageId: message_id,
    authorId: author_id,
  };
}

/**
 * The messages that dossiers were made from, one each.
 *
 * @param onErasure - called when the texts of messages were forgotten
 */
export function originStore(db: Kysely<Tables>, onErasure: () => void): OriginStore {
  return {
    async add({ dossierId, guildId, channelId, messageId, authorId }) {
      const own = await db
        .selectFrom('dossiers')
        .select('id')
        .where('id', '=', dossierId)
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      if (own === undefined) throw new RangeError('the server has no such dossier');
      const message = { channel_id: channelId, message_id: messageId, author_id: authorId };
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

    async forgetArchivedBefore(beforeMs, limit) {
      const forgotten = await expirePosts(db, beforeMs, limit);
      if (forgotten > 0) onErasure();
      return forgotten;
    },
  };
}
