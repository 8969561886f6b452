import { type APIMessage, MessageReferenceType, MessageType } from 'discord-api-types/v10';
import type { World } from './world.ts';

/** What a message has besides its text when it answers another one. */
export function answering(world: World, to: APIMessage): Partial<APIMessage> {
  return {
    type: MessageType.Reply,
    message_reference: { ...placeOf(world, to), type: MessageReferenceType.Default },
    referenced_message: to,
  };
}

/**
 * What a message is made of when it forwards another one: no text of its own, and a snapshot without an author, as
 * Discord makes it.
 */
export function forwarding(world: World, of: APIMessage): Partial<APIMessage> {
  const { type, content, embeds, attachments, timestamp, edited_timestamp, mentions, mention_roles } = of;
  const { flags, components = [] } = of;
  const snapshot = {
    type,
    content,
    embeds,
    attachments,
    timestamp,
    edited_timestamp,
    mentions,
    mention_roles,
    components,
    ...(flags === undefined ? {} : { flags }),
  };
  return {
    message_reference: { ...placeOf(world, of), type: MessageReferenceType.Forward },
    message_snapshots: [{ message: snapshot }],
  };
}

function placeOf(world: World, message: APIMessage) {
  const guildId = world.channel(message.channel_id)?.guildId ?? null;
  return {
    message_id: message.id,
    channel_id: message.channel_id,
    ...(guildId === null ? {} : { guild_id: guildId }),
  };
}
