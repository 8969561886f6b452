import { z } from 'zod';
import { ChannelId, DossierId, GuildId, MessageId, UserId } from '../../core/ids.ts';
import type { DossierOrigin } from '../../ports/case-stores.ts';

const OriginRow = z.object({
  dossier_id: DossierId,
  guild_id: GuildId,
  channel_id: ChannelId,
  parent_id: ChannelId.nullable(),
  message_id: MessageId,
  author_id: UserId.nullable(),
});

/** An origin from its row. */
export function originFromRow(row: unknown): DossierOrigin {
  const { dossier_id, guild_id, channel_id, parent_id, message_id, author_id } = OriginRow.parse(row);
  return {
    dossierId: dossier_id,
    guildId: guild_id,
    channelId: channel_id,
    parentId: parent_id,
    messageId: message_id,
    authorId: author_id,
  };
}
