import {
  type APIGuild,
  type GatewayGuildCreateDispatchData,
  GuildFeature,
  Locale,
} from 'discord-api-types/v10';
import { memberObject, noFlags, roleObject, textChannelObject, threadObject } from './api-objects.ts';
import type { Channel, Guild } from './guilds.ts';
import { madeAtMs } from './snowflake.ts';

const localeOf = (text: string) =>
  Object.values(Locale).find((locale) => locale === text) ?? Locale.EnglishUS;

/** A guild as `GET /guilds/:id` shows it. */
export function guildObject(guild: Guild) {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    features: guild.publicUpdates === null ? [] : [GuildFeature.Community],
    owner_id: guild.ownerId,
    application_id: null,
    region: 'automatic',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: noFlags,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: guild.roles.map(roleObject),
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: localeOf(guild.locale),
    rules_channel_id: null,
    safety_alerts_channel_id: guild.safetyAlerts,
    public_updates_channel_id: guild.publicUpdates,
    premium_progress_bar_enabled: false,
    nsfw_level: 0,
    hub_type: null,
    emojis: [],
    stickers: [],
    incidents_data: null,
    home_header: null,
    nsfw: false,
  } satisfies APIGuild & { home_header: null; nsfw: boolean };
}

/**
 * A guild as GUILD_CREATE shows it.
 *
 * @param visible - the channels the bot may see
 */
export function guildCreateObject(guild: Guild, visible: readonly Channel[]): GatewayGuildCreateDispatchData {
  return {
    ...guildObject(guild),
    joined_at: new Date(madeAtMs(guild.id)).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [...guild.members.values()].map((member) => memberObject(guild, member)),
    channels: visible
      .filter((channel) => channel.parentId === null)
      .map((channel) => textChannelObject(channel, null)),
    threads: visible
      .filter((channel) => channel.parentId !== null && !channel.archived)
      .map((channel) => threadObject(channel, null, 0)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
