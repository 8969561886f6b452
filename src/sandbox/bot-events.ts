import { type APIMessage, GatewayIntentBits, PermissionFlagsBits } from 'discord-api-types/v10';
import { memberObject } from './api-objects.ts';
import type { Gateway } from './gateway.ts';
import { guildCreateObject } from './guild-object.ts';
import type { Channel, Guild } from './guilds.ts';
import type { MessageChange } from './messages.ts';
import { holds } from './permissions.ts';
import type { PlaceChange } from './places.ts';
import { type Session, serves } from './sessions.ts';
import type { World } from './world.ts';

const { Guilds, GuildMessages, MessageContent, DirectMessages } = GatewayIntentBits;

/** The channels of a guild the bot may see. */
function visibleChannels(world: World, guild: Guild): readonly Channel[] {
  return [...guild.channels.values()].filter((channel) => botSees(world, channel));
}

function botSees(world: World, channel: Channel): boolean {
  return holds(world.permissions(world.bot.id, channel.id), PermissionFlagsBits.ViewChannel);
}

/** Tells a session that has just identified about its guilds. */
export function greetSession(world: World, session: Session): void {
  if ((session.identity.intents & Guilds) === 0) return;
  for (const guild of world.guilds.values()) {
    if (!serves(session.identity, guild.id)) continue;
    if (guild.unavailable) session.dispatch('GUILD_DELETE', { id: guild.id, unavailable: true });
    else session.dispatch('GUILD_CREATE', guildCreateObject(guild, visibleChannels(world, guild)));
  }
}

/** Turns every change of the world into the Gateway events that Discord sends for it. */
export function tellBot(world: World, gateway: Gateway): void {
  world.changes.add((change) => tellPlaceChange(world, gateway, change));
  world.messages.changes.add((change) => tellMessageChange(world, gateway, change));
}

function tellPlaceChange(world: World, gateway: Gateway, change: PlaceChange): void {
  switch (change.type) {
    case 'guild-joined': {
      const data = guildCreateObject(change.guild, visibleChannels(world, change.guild));
      gateway.dispatch('GUILD_CREATE', change.guild.id, data, Guilds);
      return;
    }
    case 'guild-left': {
      const data = change.unavailable ? { id: change.guildId, unavailable: true } : { id: change.guildId };
      gateway.dispatch('GUILD_DELETE', change.guildId, data, Guilds);
      return;
    }
    default: {
      const { channel } = change;
      const kind = channel.parentId === null ? 'CHANNEL' : 'THREAD';
      const verb = { 'channel-created': 'CREATE', 'channel-edited': 'UPDATE', 'channel-deleted': 'DELETE' }[
        change.type
      ];
      gateway.dispatch(`${kind}_${verb}`, channel.guildId, world.channelObject(channel), Guilds);
    }
  }
}

function tellMessageChange(world: World, gateway: Gateway, { type, stored }: MessageChange): void {
  const { message, onlyFor } = stored;
  const channel = world.channel(message.channel_id);
  if (onlyFor !== null || channel === undefined || !botSees(world, channel)) return;
  const guild = world.guildOf(channel);
  const where = { channel_id: channel.id, ...(guild === undefined ? {} : { guild_id: guild.id }) };
  const intent = guild === undefined ? DirectMessages : GuildMessages;
  if (type === 'deleted') {
    gateway.dispatch('MESSAGE_DELETE', channel.guildId, { id: message.id, ...where }, intent);
    return;
  }
  const member = guild?.members.get(message.author.id);
  const { user: _, ...partial } =
    guild !== undefined && member !== undefined ? memberObject(guild, member) : { user: null };
  const full = { ...message, ...where, ...(member === undefined ? {} : { member: partial }) };
  gateway.dispatch(
    type === 'created' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE',
    channel.guildId,
    full,
    intent,
    (session) =>
      (session.identity.intents & MessageContent) !== 0 || guild === undefined
        ? full
        : withoutContent(world, full),
  );
}

/** A message as a bot without the message-content intent gets it: whole only when the bot wrote it or is mentioned. */
export function withoutContent<T extends APIMessage>(world: World, message: T): T {
  const isForBot =
    message.author.id === world.bot.id || message.mentions.some(({ id }) => id === world.bot.id);
  return isForBot ? message : { ...message, content: '', embeds: [], attachments: [], components: [] };
}
