import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel, Guild } from './guilds.ts';
import type { StoredMessage } from './messages.ts';
import type { PageChannel, PageMessage, PageServer, PageState, Persona } from './page-api.ts';
import { holds, permissionsOf } from './permissions.ts';
import type { World } from './world.ts';

/** What one persona sees of one server, or of the direct messages with the bot. */
export type View = {
  /** The server whose channels and people stand around the messages. */
  readonly guild: Guild;
  readonly persona: Persona;
  readonly channel: Channel;
};

/**
 * The view that `as` (an id or a name) and `channelId` ask for. The persona decides the server, where it exists; the
 * first persona or the first channel that persona may see stand in for what does not. Somebody else's direct messages
 * become the persona's own.
 *
 * @returns undefined when the bot is in no server
 */
export function viewOf(world: World, as: string, channelId: string): View | undefined {
  const asked = world.channel(channelId);
  const guild = guildFor(world, as, asked);
  const persona = guild === undefined ? undefined : (personaIn(guild, as) ?? personasOf(guild)[0]);
  if (guild === undefined || persona === undefined) return undefined;
  const channels = channelsOf(world, guild, persona.id);
  const direct = asked?.guildId === null ? world.directChannel(persona.id) : undefined;
  const channel = direct ?? channels.find(({ id }) => id === channelId) ?? channels[0];
  return channel === undefined ? undefined : { guild, persona, channel };
}

function guildFor(world: World, as: string, asked: Channel | undefined): Guild | undefined {
  const guilds = [...world.guilds.values()];
  const own = guilds.filter((guild) => personaIn(guild, as) !== undefined);
  const of = asked === undefined ? undefined : world.guildOf(asked);
  return own.find((guild) => guild === of) ?? own[0] ?? of ?? guilds[0];
}

function personaIn(guild: Guild, as: string): Persona | undefined {
  const personas = personasOf(guild);
  return (
    personas.find(({ id }) => id === as) ??
    personas.find(({ name }) => name.toLowerCase() === as.toLowerCase())
  );
}

/** Whether a persona sees a message in the channel they look at. */
export function sees({ persona, channel }: View, { message, onlyFor }: StoredMessage): boolean {
  return message.channel_id === channel.id && (onlyFor === null || onlyFor === persona.id);
}

/**
 * When a message is news for a persona, wherever it stands: written by somebody else, and seen.
 *
 * @returns milliseconds since 1970; 0 when it is none
 */
export function newFor(
  world: World,
  { guild, persona }: Pick<View, 'guild' | 'persona'>,
  { message, onlyFor }: StoredMessage,
): number {
  const channel = world.channel(message.channel_id);
  const isHere = channel?.guildId === null || channel?.guildId === guild.id;
  const isSeen = channel !== undefined && isHere && world.sees(persona.id, channel.id);
  const isForThem = onlyFor === null || onlyFor === persona.id;
  return isSeen && isForThem && message.author.id !== persona.id ? Date.parse(message.timestamp) : 0;
}

/** A message as the page gets it. */
export function pageMessage({ message, onlyFor, usedCommand }: StoredMessage): PageMessage {
  return { message, onlyFor, usedCommand };
}

/** Everything the page shows at first. */
export function pageState(world: World, view: View, online: boolean): PageState {
  const { guild, persona, channel } = view;
  const channels = [...channelsOf(world, guild, persona.id), world.directChannel(persona.id)];
  return {
    shown: { as: persona.id, channel: channel.id },
    server: { id: guild.id, name: guild.name },
    servers: [...world.guilds.values()].flatMap((one) => pageServer(world, one, persona.id) ?? []),
    roles: guild.roles.map(({ id, name }) => ({ id, name: name.replace(/^@/, '') })),
    bot: { id: world.bot.id, name: world.bot.name, online },
    personas: personasOf(guild),
    channels: channels.map((one) => pageChannel(world, view, one)),
    commands: world.commands.visibleIn(channel.guildId),
    messages: world.messages
      .inChannel(channel.id)
      .filter((stored) => sees(view, stored))
      .map(pageMessage),
  };
}

function pageServer(world: World, guild: Guild, userId: string): PageServer | undefined {
  const persona = personaIn(guild, userId) ?? personasOf(guild)[0];
  const [channel] = persona === undefined ? [] : channelsOf(world, guild, persona.id);
  if (persona === undefined || channel === undefined) return undefined;
  return { id: guild.id, name: guild.name, entry: { as: persona.id, channel: channel.id } };
}

function pageChannel(world: World, view: View, channel: Channel): PageChannel {
  const { id, name, parentId, guildId } = channel;
  const news = world.messages.inChannel(id).map((stored) => newFor(world, view, stored));
  return {
    id,
    name: guildId === null ? world.bot.name : name,
    kind: kindOf(channel),
    parentId,
    newestMs: news.reduce((newest, atMs) => Math.max(newest, atMs), 0),
  };
}

function kindOf({ guildId, parentId, isPrivate }: Channel): PageChannel['kind'] {
  if (guildId === null) return 'direct';
  if (parentId === null) return 'text';
  return isPrivate ? 'private-thread' : 'thread';
}

function personasOf(guild: Guild): readonly Persona[] {
  return [...guild.members.values()]
    .filter(({ person }) => !person.bot)
    .map(({ person: { id, name } }) => {
      const bits = permissionsOf(guild, id);
      return { id, name, role: roleOf(bits), permissions: String(bits) };
    });
}

function roleOf(bits: bigint): Persona['role'] {
  if (holds(bits, PermissionFlagsBits.ManageGuild)) return 'admin';
  return holds(bits, PermissionFlagsBits.ManageMessages) ? 'moderator' : 'member';
}

function channelsOf(world: World, guild: Guild, userId: string): readonly Channel[] {
  return [...guild.channels.values()].filter(
    (channel) => !channel.archived && world.sees(userId, channel.id),
  );
}
