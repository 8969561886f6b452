import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel, Guild } from './guilds.ts';
import type { StoredMessage } from './messages.ts';
import type { PageMessage, PageState, Persona } from './page-api.ts';
import { holds } from './permissions.ts';
import type { World } from './world.ts';

/** What one persona sees of the first server. */
export type View = {
  readonly guild: Guild;
  readonly persona: Persona;
  readonly channel: Channel;
};

/**
 * The view that `as` and `channel` ask for; the first persona, or the first channel that persona may see, where they
 * name none that exists.
 *
 * @returns undefined when the bot is in no server
 */
export function viewOf(world: World, as: string, channelId: string): View | undefined {
  const [guild] = world.guilds.values();
  if (guild === undefined) return undefined;
  const personas = personasOf(guild);
  const persona = personas.find(({ id }) => id === as) ?? personas[0];
  const channels = persona === undefined ? [] : channelsOf(world, guild, persona.id);
  const channel = channels.find(({ id }) => id === channelId) ?? channels[0];
  return persona === undefined || channel === undefined ? undefined : { guild, persona, channel };
}

/** Whether a persona sees a message in the channel they look at. */
export function sees({ persona, channel }: View, { message, onlyFor }: StoredMessage): boolean {
  return message.channel_id === channel.id && (onlyFor === null || onlyFor === persona.id);
}

/** A message as the page gets it. */
export function pageMessage({ message, onlyFor, usedCommand }: StoredMessage): PageMessage {
  return { message, onlyFor, usedCommand };
}

/** Everything the page shows at first. */
export function pageState(world: World, view: View, online: boolean): PageState {
  const { guild, persona, channel } = view;
  return {
    server: { id: guild.id, name: guild.name },
    bot: { id: world.bot.id, name: world.bot.name, online },
    personas: personasOf(guild),
    channels: channelsOf(world, guild, persona.id).map(({ id, name, parentId }) => ({
      id,
      name,
      kind: parentId === null ? 'text' : 'thread',
      parentId,
    })),
    commands: world.commands.visibleIn(guild.id),
    messages: world.messages
      .inChannel(channel.id)
      .filter((stored) => sees(view, stored))
      .map(pageMessage),
  };
}

function personasOf(guild: Guild): readonly Persona[] {
  return [...guild.members.values()]
    .filter(({ person }) => !person.bot)
    .map(({ person, roles }) => {
      const bits = guild.roles
        .filter(({ id }) => roles.includes(id))
        .reduce((all, role) => all | role.permissions, 0n);
      const rules = (bits & (PermissionFlagsBits.ManageMessages | PermissionFlagsBits.ManageGuild)) !== 0n;
      return { id: person.id, name: person.name, role: rules ? 'moderator' : 'member' };
    });
}

function channelsOf(world: World, guild: Guild, userId: string): readonly Channel[] {
  return [...guild.channels.values()].filter(
    (channel) =>
      !channel.archived && holds(world.permissions(userId, channel.id), PermissionFlagsBits.ViewChannel),
  );
}
