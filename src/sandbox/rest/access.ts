import { type APIMessage, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel, Guild } from '../guilds.ts';
import { holds } from '../permissions.ts';
import type { World } from '../world.ts';
import { refusals } from './errors.ts';

/**
 * A channel the bot may see.
 *
 * @throws {DiscordError} 10003 when there is none, 50001 when it is hidden from the bot or in a server it has left
 */
export function seenChannel(world: World, channelId: string): Channel {
  if (world.isLeftChannel(channelId)) throw refusals.missingAccess();
  const channel = world.channel(channelId);
  if (channel === undefined) throw refusals.unknownChannel();
  if (!world.sees(world.bot.id, channel.id)) throw refusals.missingAccess();
  return channel;
}

/**
 * A guild the bot is in.
 *
 * @throws {DiscordError} 10004
 */
export function joinedGuild(world: World, guildId: string): Guild {
  const guild = world.guilds.get(guildId);
  if (guild === undefined || guild.unavailable) throw refusals.unknownGuild();
  return guild;
}

/** Whether the bot holds all of `wanted` in a channel. */
export function may(world: World, channel: Channel, wanted: bigint): boolean {
  return holds(world.permissions(world.bot.id, channel.id), wanted);
}

/**
 * Makes sure of a permission of the bot.
 *
 * @throws {DiscordError} 50013
 */
export function need(world: World, channel: Channel, wanted: bigint): void {
  if (!may(world, channel, wanted)) throw refusals.missingPermissions();
}

/**
 * Makes sure that the bot may write in a channel, with files if there are any.
 *
 * @throws {DiscordError} 50013; in direct messages 50007 or 50278; in a locked thread 160005, archived as well 50083
 */
export function needToWrite(world: World, channel: Channel, withFiles: boolean): void {
  const { SendMessages, SendMessagesInThreads, AttachFiles } = PermissionFlagsBits;
  need(world, channel, channel.parentId === null ? SendMessages : SendMessagesInThreads);
  if (withFiles) need(world, channel, AttachFiles);
  if (channel.guildId === null) needReader(world, channel);
  if (channel.locked && !may(world, channel, PermissionFlagsBits.ManageThreads))
    throw channel.archived ? refusals.threadArchived() : refusals.threadLocked();
}

function needReader(world: World, channel: Channel): void {
  const reachable = world.reachable(channel.ownerId ?? '');
  if (reachable === 'closed') throw refusals.closedMessages();
  if (reachable === 'stranger') throw refusals.noServerInCommon();
}

/**
 * A message that everyone in the channel sees.
 *
 * @throws {DiscordError} 10008
 */
export function publicMessage(world: World, channel: Channel, messageId: string): APIMessage {
  const stored = world.messages.get(messageId);
  if (stored === undefined || stored.onlyFor !== null || stored.message.channel_id !== channel.id) {
    throw refusals.unknownMessage();
  }
  return stored.message;
}
