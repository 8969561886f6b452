import type { API } from '@discordjs/core';
import {
  type APIChannel,
  type APIGuild,
  type APIOverwrite,
  ChannelType,
  RESTJSONErrorCodes as codes,
  OverwriteType,
} from 'discord-api-types/v10';
import {
  type ChannelRules,
  everyoneSees,
  type Overwrite,
  permissionsInChannel,
  type RoleGrant,
} from '../../core/channel-permissions.ts';
import { ChannelId, type GuildId, RoleId, UserId } from '../../core/ids.ts';
import type { ChannelFacts, Guilds } from '../../ports/message.ts';
import type { WhoAmI } from './identity.ts';
import { closedToBot, isRefusal } from './refusals.ts';

/** What Discord says of servers and channels, through its REST interface. */
export function discordGuilds({ channels, guilds }: API, whoAmI: WhoAmI): Guilds {
  /** Null for a channel of another server, one that is gone, and one the bot may not see. */
  const channelIn = async (guildId: GuildId, channelId: string): Promise<GuildChannel | null> => {
    try {
      const channel = await channels.get(channelId);
      return 'guild_id' in channel && channel.guild_id === guildId ? channel : null;
    } catch (error) {
      if (isRefusal(error, [codes.UnknownChannel, ...closedToBot])) return null;
      throw error;
    }
  };

  return {
    async describe(guildId) {
      const guild = await guilds.get(guildId);
      return {
        name: guild.name,
        ownerId: UserId.parse(guild.owner_id),
        locale: guild.preferred_locale,
        safetyAlertsChannel: ChannelId.nullable().parse(guild.safety_alerts_channel_id ?? null),
        publicUpdatesChannel: ChannelId.nullable().parse(guild.public_updates_channel_id ?? null),
        mentionableRoles: guild.roles.flatMap(({ id, mentionable }) =>
          mentionable ? [RoleId.parse(id)] : [],
        ),
        roles: grantsOf(guild),
      };
    },
    async channel(guildId, channelId) {
      const channel = await channelIn(guildId, channelId);
      if (channel === null) return null;
      const place = await placeOf(channel, (parentId) => channelIn(guildId, parentId));
      if (place === null) return null;
      const { botId } = await whoAmI();
      const [guild, bot] = await Promise.all([guilds.get(guildId), guilds.getMember(guildId, botId)]);
      const rules: ChannelRules = {
        guildId,
        ownerId: guild.owner_id,
        roles: grantsOf(guild),
        overwrites: overwritesOf(place),
      };
      return {
        ...factsOf(channelId, channel),
        botPermissions: permissionsInChannel(rules, { id: botId, roles: bot.roles }),
        permissionsOf: (member) => permissionsInChannel(rules, member),
        everyoneSees: channel.type !== ChannelType.PrivateThread && everyoneSees(rules),
      };
    },
  };
}

function grantsOf({ roles }: APIGuild): readonly RoleGrant[] {
  return roles.map(({ id, permissions }) => ({ id, permissions: BigInt(permissions) }));
}

type GuildChannel = Extract<APIChannel, { guild_id?: unknown }>;

/** The channel whose rules hold: a thread has those of the channel it is in. */
async function placeOf(
  channel: GuildChannel,
  channelIn: (channelId: string) => Promise<GuildChannel | null>,
): Promise<GuildChannel | null> {
  const parentId = threadParent(channel);
  return parentId === null ? channel : channelIn(parentId);
}

/** The channel a thread is in; null for everything else, as a channel's own parent is only its category. */
function threadParent(channel: GuildChannel): string | null {
  return 'thread_metadata' in channel ? (channel.parent_id ?? null) : null;
}

function factsOf(
  channelId: ChannelId,
  channel: GuildChannel,
): Omit<ChannelFacts, 'botPermissions' | 'permissionsOf' | 'everyoneSees'> {
  const thread = 'thread_metadata' in channel ? channel.thread_metadata : undefined;
  return {
    channelId,
    parentId: ChannelId.nullable().parse(threadParent(channel)),
    kind: kindOf(channel.type),
    archived: thread?.archived ?? false,
    locked: thread?.locked ?? false,
  };
}

function kindOf(type: ChannelType): ChannelFacts['kind'] {
  switch (type) {
    case ChannelType.GuildText:
    case ChannelType.GuildAnnouncement:
      return 'text';
    case ChannelType.PublicThread:
    case ChannelType.AnnouncementThread:
      return 'thread';
    case ChannelType.PrivateThread:
      return 'private-thread';
    default:
      return 'other';
  }
}

function overwritesOf(channel: GuildChannel): readonly Overwrite[] {
  const overwrites: readonly APIOverwrite[] =
    'permission_overwrites' in channel ? (channel.permission_overwrites ?? []) : [];
  return overwrites.map(({ id, type, allow, deny }) => ({
    id,
    of: type === OverwriteType.Member ? 'member' : 'role',
    allow: BigInt(allow),
    deny: BigInt(deny),
  }));
}
