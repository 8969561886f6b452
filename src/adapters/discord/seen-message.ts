import {
  type APIEmbed,
  type APIMessage,
  type APIMessageSnapshotFields,
  MessageType,
} from 'discord-api-types/v10';
import { ChannelId, MessageId, UserId } from '../../core/ids.ts';
import type { SeenMessage } from '../../ports/message.ts';
import { textsIn } from './components-in.ts';

/** What people and bots write; every other type is written by Discord. */
const written: readonly MessageType[] = [
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
  MessageType.ThreadStarterMessage,
];

/** Reads a message of Discord's; `botId` is the bot's own account. */
export function seenMessage(message: APIMessage, botId: string): SeenMessage {
  // The first entry of a thread is empty and shows the message the thread was opened at, which is the one meant: with
  // its own id a deletion of that message would not be noticed.
  const starts = message.type === MessageType.ThreadStarterMessage;
  const said = starts ? (message.referenced_message ?? message) : message;
  const forwarded = (said.message_snapshots ?? []).map((snapshot) => snapshot.message);
  const { author } = said;
  const isMember = author.bot !== true && said.webhook_id === undefined;
  return {
    messageId: MessageId.parse(said.id),
    channelId: ChannelId.parse(said.channel_id),
    authorId: isMember ? UserId.parse(author.id) : null,
    own: author.id === botId,
    system: !written.includes(message.type),
    content: said.content,
    forwarded: lines(forwarded.flatMap((snapshot) => [snapshot.content, extraText(snapshot)])),
    embedded: extraText(said),
    attachments: [said, ...forwarded].reduce((sum, { attachments = [] }) => sum + attachments.length, 0),
  };
}

/** The text of embeds, and of the components that some bots write their messages with. */
function extraText({ embeds = [], components = [] }: APIMessage | APIMessageSnapshotFields): string {
  return lines([...embeds.flatMap(textsOfEmbed), ...textsIn(components)]);
}

function textsOfEmbed({ title, description, fields = [] }: APIEmbed): readonly (string | undefined)[] {
  return [title, description, ...fields.flatMap(({ name, value }) => [name, value])];
}

function lines(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text.trim() !== '').join('\n');
}
