import { type APIMessage, GatewayIntentBits } from 'discord-api-types/v10';
import { memberObject } from './api-objects.ts';
import type { Gateway } from './gateway.ts';
import { guildCreateObject, guildObject } from './guild-object.ts';
import type { Channel, Guild } from './guilds.ts';
import type { PlaceChange } from './held-places.ts';
import { withoutContent } from './message-content.ts';
import type { MessageChange } from './messages.ts';
import { type Session, serves } from './sessions.ts';
import type { World } from './world.ts';

const { Guilds, GuildMessages, MessageContent, DirectMessages } = GatewayIntentBits;

/** The channels of a guild the bot may see. */
function visibleChannels(world: World, guild: Guild): readonly Channel[] {
  return [...guild.channels.values()].filter(({ id }) => world.sees(world.bot.id, id));
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
    case 'guild-edited':
      gateway.dispatch('GUILD_UPDATE', change.guild.id, guildObject(change.guild), Guilds);
      return;
    case 'guild-left': {
      const data = change.unavailable ? { id: change.guildId, unavailable: true } : { id: change.guildId };
      gateway.dispatch('GUILD_DELETE', change.guildId, data, Guilds);
      return;
    }
    case 'channel-deleted':
      tellDeletedChannel(world, gateway, change.channel);
      return;
    default: {
      const { channel } = change;
      if (channel.isPrivate && !world.sees(world.bot.id, channel.id)) return;
      const kind = channel.parentId === null ? 'CHANNEL' : 'THREAD';
      const verb = change.type === 'channel-created' ? 'CREATE' : 'UPDATE';
      gateway.dispatch(`${kind}_${verb}`, channel.guildId, world.channelObject(channel), Guilds);
    }
  }
}

/** A deleted thread is told by its ids alone. */
function tellDeletedChannel(world: World, gateway: Gateway, channel: Channel): void {
  const { id, guildId, parentId } = channel;
  if (parentId === null) {
    gateway.dispatch('CHANNEL_DELETE', guildId, world.channelObject(channel), Guilds);
    return;
  }
  const { type } = world.channelObject(channel);
  const data = { id, guild_id: guildId, parent_id: parentId, type };
  gateway.dispatch('THREAD_DELETE', guildId, data, Guilds);
}

function tellMessageChange(world: World, gateway: Gateway, change: MessageChange): void {
  const all = change.type === 'many-deleted' ? change.deleted : [change.stored];
  const seen = all.filter(({ onlyFor }) => onlyFor === null).map(({ message }) => message);
  const [message] = seen;
  const channel = message === undefined ? undefined : world.channel(message.channel_id);
  if (message === undefined || channel === undefined || !world.sees(world.bot.id, channel.id)) return;
  const guild = world.guildOf(channel);
  if (guild?.unavailable === true) return;
  const where = { channel_id: channel.id, ...(guild === undefined ? {} : { guild_id: guild.id }) };
  const intent = guild === undefined ? DirectMessages : GuildMessages;
  switch (change.type) {
    case 'deleted':
      gateway.dispatch('MESSAGE_DELETE', channel.guildId, { id: message.id, ...where }, intent);
      return;
    case 'many-deleted': {
      const data = { ids: seen.map(({ id }) => id), ...where };
      gateway.dispatch('MESSAGE_DELETE_BULK', channel.guildId, data, intent);
      return;
    }
    default:
      tellMessage(world, gateway, change.type === 'created' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE', message);
  }
}

function tellMessage(world: World, gateway: Gateway, event: string, message: APIMessage): void {
  const channel = world.channel(message.channel_id);
  const guild = channel === undefined ? undefined : world.guildOf(channel);
  const member = guild?.members.get(message.author.id);
  const { user: _, ...partial } =
    guild !== undefined && member !== undefined ? memberObject(guild, member) : { user: null };
  const full = {
    ...message,
    ...(guild === undefined ? {} : { guild_id: guild.id }),
    ...(member === undefined ? {} : { member: partial }),
  };
  gateway.dispatch(
    event,
    channel?.guildId ?? null,
    full,
    guild === undefined ? DirectMessages : GuildMessages,
    (session) =>
      (session.identity.intents & MessageContent) !== 0 || guild === undefined
        ? full
        : withoutContent(world, full),
  );
}
