import {
  type APIDMChannel,
  type APIGuildMember,
  type APIRole,
  type APITextChannel,
  type APIThreadChannel,
  type APIUser,
  ChannelType,
} from 'discord-api-types/v10';
import type { Channel, Guild, Member, Person, Role } from './guilds.ts';
import { madeAtMs } from './snowflake.ts';

/** A bit field without any flag; the types of Discord's fields name only the flags that can be set. */
export const noFlags = 0 as never;

const isoTime = (id: string) => new Date(madeAtMs(id)).toISOString();

/** A user as Discord shows it to others. */
export function userObject(person: Person) {
  return {
    id: person.id,
    username: person.name.toLowerCase(),
    global_name: person.bot ? null : person.name,
    discriminator: '0',
    avatar: null,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    public_flags: noFlags,
    flags: noFlags,
    bot: person.bot,
  } satisfies APIUser;
}

/** A member of a guild, without permissions. */
export function memberObject(guild: Guild, member: Member) {
  return {
    user: userObject(member.person),
    nick: null,
    avatar: null,
    banner: null,
    roles: [...member.roles],
    joined_at: isoTime(guild.id),
    premium_since: null,
    communication_disabled_until: null,
    flags: noFlags,
    pending: false,
    deaf: false,
    mute: false,
  } satisfies APIGuildMember;
}

/** A role of a guild. */
export function roleObject(role: Role) {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: String(role.permissions),
    managed: role.botId !== null,
    mentionable: role.mentionable,
    ...(role.botId === null ? {} : { tags: { bot_id: role.botId } }),
    flags: noFlags,
  } satisfies APIRole;
}

/** A text channel of a guild. */
export function textChannelObject(channel: Channel, lastMessageId: string | null) {
  return {
    id: channel.id,
    type: ChannelType.GuildText,
    flags: noFlags,
    guild_id: channel.guildId ?? '',
    name: channel.name,
    topic: null,
    position: channel.position,
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: channel.slowModeSeconds,
    last_message_id: lastMessageId,
    last_pin_timestamp: null,
    permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({
      id,
      type,
      allow: String(allow),
      deny: String(deny),
    })),
  } satisfies APITextChannel;
}

/** A public or private thread of a guild. */
export function threadObject(channel: Channel, lastMessageId: string | null, messageCount: number) {
  return {
    id: channel.id,
    type: channel.isPrivate ? ChannelType.PrivateThread : ChannelType.PublicThread,
    flags: noFlags,
    guild_id: channel.guildId ?? '',
    name: channel.name,
    parent_id: channel.parentId ?? '',
    owner_id: channel.ownerId ?? '',
    rate_limit_per_user: channel.slowModeSeconds,
    last_message_id: lastMessageId,
    last_pin_timestamp: null,
    message_count: messageCount,
    member_count: Math.max(1, channel.threadMembers.length),
    total_message_sent: messageCount,
    thread_metadata: {
      archived: channel.archived,
      auto_archive_duration: 1440,
      archive_timestamp: isoTime(channel.id),
      create_timestamp: isoTime(channel.id),
      locked: channel.locked,
      ...(channel.isPrivate ? { invitable: true } : {}),
    },
  } satisfies APIThreadChannel;
}

/** The direct-message channel between the bot and a person. */
export function directChannelObject(channel: Channel, person: Person, lastMessageId: string | null) {
  return {
    id: channel.id,
    type: ChannelType.DM,
    flags: noFlags,
    name: null,
    last_message_id: lastMessageId,
    recipients: [userObject(person)],
  } satisfies APIDMChannel;
}
