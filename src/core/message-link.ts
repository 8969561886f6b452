import { z } from 'zod';
import { ChannelId, GuildId, MessageId } from './ids.ts';

/** Where a message is. */
export const MessagePlace = z
  .object({ guildId: GuildId, channelId: ChannelId, messageId: MessageId })
  .readonly();
export type MessagePlace = z.infer<typeof MessagePlace>;

/** The address under which Discord's clients open a message. */
export function messageLink({ guildId, channelId, messageId }: MessagePlace): string {
  return `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
}

const linkPattern =
  /^<?https:\/\/(?:(?:ptb|canary)\.)?discord(?:app)?\.com\/channels\/(\d+)\/(\d+)\/(\d+)\/?>?$/;

/** Reads what "Copy Message Link" gives; null when it is anything else. */
export function parseMessageLink(text: string): MessagePlace | null {
  const [, guildId, channelId, messageId] = linkPattern.exec(text.trim()) ?? [];
  return MessagePlace.safeParse({ guildId, channelId, messageId }).data ?? null;
}
