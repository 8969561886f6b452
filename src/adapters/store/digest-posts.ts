import type { Kysely } from 'kysely';
import { z } from 'zod';
import { ChannelId, DigestPostId, GuildId, MessageId } from '../../core/ids.ts';
import type { DigestPost, DigestPostStore, PostedDigest } from '../../ports/digest-stores.ts';
import type { DigestPostColumns, Tables } from './tables.ts';

const PostRow = z.object({
  id: DigestPostId,
  guild_id: GuildId,
  key: z.string(),
  from_day: z.iso.date(),
  to_day: z.iso.date(),
  made_at: z.coerce.number(),
  channel_id: ChannelId.nullable(),
  message_id: MessageId.nullable(),
});

/** Scheduled digests. A period is claimed by an insertion that only one process can win. */
export function digestPostStore(db: Kysely<Tables>): DigestPostStore {
  const postOf = (guildId: GuildId) =>
    db.selectFrom('digest_posts').selectAll().where('guild_id', '=', guildId);

  return {
    async claim(post) {
      await db
        .insertInto('digest_posts')
        .values(columnsOfPost(post))
        .onConflict((conflict) => conflict.columns(['guild_id', 'key']).doNothing())
        .execute();
      return postFromRow(await postOf(post.guildId).where('key', '=', post.key).executeTakeFirstOrThrow());
    },

    async findPost(guildId, id) {
      const row = await postOf(guildId).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : postFromRow(row);
    },

    async savePlace({ guildId, id, channelId, messageId }) {
      await db
        .updateTable('digest_posts')
        .set({ channel_id: channelId, message_id: messageId })
        .where('guild_id', '=', guildId)
        .where('id', '=', id)
        .execute();
    },

    async isOvertaken({ guildId, madeAt }, nowMs) {
      const waiting = db.selectFrom('outbox').select('subject_id').where('kind', '=', 'digest');
      const row = await postOf(guildId)
        .where('message_id', 'is', null)
        .where('made_at', '>', madeAt)
        .where('made_at', '<=', nowMs)
        .where('id', 'in', waiting.where('guild_id', '=', guildId))
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async lastPosted(guildId) {
      const row = await postOf(guildId)
        .where('message_id', 'is not', null)
        .orderBy('made_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return null;
      const post = postFromRow(row);
      return isPosted(post) ? post : null;
    },

    async deletePostsBefore(beforeMs, limit) {
      const old = db
        .selectFrom('digest_posts')
        .select('id')
        .where('made_at', '<', beforeMs)
        .orderBy('made_at')
        .limit(limit);
      const result = await db.deleteFrom('digest_posts').where('id', 'in', old).executeTakeFirstOrThrow();
      return Number(result.numDeletedRows);
    },
  };
}

function postFromRow(row: unknown): DigestPost {
  const { id, guild_id, key, from_day, to_day, made_at, channel_id, message_id } = PostRow.parse(row);
  return {
    id,
    guildId: guild_id,
    key,
    from: from_day,
    to: to_day,
    madeAt: made_at,
    channelId: channel_id,
    messageId: message_id,
  };
}

function columnsOfPost({
  id,
  guildId,
  key,
  from,
  to,
  madeAt,
  channelId,
  messageId,
}: DigestPost): DigestPostColumns {
  return {
    id,
    guild_id: guildId,
    key,
    from_day: from,
    to_day: to,
    made_at: madeAt,
    channel_id: channelId,
    message_id: messageId,
  };
}

function isPosted(post: DigestPost): post is PostedDigest {
  return post.channelId !== null && post.messageId !== null;
}
