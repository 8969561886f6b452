import type { APIMessage } from 'discord-api-types/v10';
import type { World } from './world.ts';

const nothing = { content: '', embeds: [], attachments: [], components: [] };

/**
 * A message as a bot without the message-content intent gets it: whole only when the bot wrote it or is mentioned. The
 * messages that it forwards or answers are judged the same way.
 */
export function withoutContent<T extends APIMessage>(world: World, message: T): T {
  const { referenced_message: answered, message_snapshots: snapshots } = message;
  const around =
    answered === undefined || answered === null
      ? message
      : { ...message, referenced_message: withoutContent(world, answered) };
  const isForBot =
    message.author.id === world.bot.id || message.mentions.some(({ id }) => id === world.bot.id);
  if (isForBot) return around;
  const forwarded = snapshots?.map((snapshot) => ({ message: { ...snapshot.message, ...nothing } }));
  return { ...around, ...nothing, ...(forwarded === undefined ? {} : { message_snapshots: forwarded }) };
}

/**
 * A message as the REST interface shows it to the bot: whole with the message-content intent and in direct messages.
 */
export function shownToBot(world: World, message: APIMessage): APIMessage {
  const isDirect = world.channel(message.channel_id)?.guildId === null;
  return world.messageContent || isDirect ? message : withoutContent(world, message);
}
