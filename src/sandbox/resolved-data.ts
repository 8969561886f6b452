import {
  type APIInteractionDataResolved,
  ComponentType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import { memberObject, roleObject, userObject } from './api-objects.ts';
import type { Guild } from './guilds.ts';
import type { Place } from './interaction-payloads.ts';
import type { World } from './world.ts';

/** Somebody or something that a person picked by its id. */
export type Picked = { readonly kind: PickedKind; readonly id: string };
export type PickedKind = 'user' | 'role' | 'mentionable' | 'channel';

/** What the select menus offer that Discord fills by itself. */
const kindOfSelect: ReadonlyMap<unknown, PickedKind> = new Map([
  [ComponentType.UserSelect, 'user'],
  [ComponentType.RoleSelect, 'role'],
  [ComponentType.MentionableSelect, 'mentionable'],
  [ComponentType.ChannelSelect, 'channel'],
]);

const kindOfOption: ReadonlyMap<unknown, PickedKind> = new Map([
  [Option.User, 'user'],
  [Option.Role, 'role'],
  [Option.Mentionable, 'mentionable'],
  [Option.Channel, 'channel'],
]);

/** What the values of a select menu name; nothing when the bot wrote its options. */
export function pickedInSelect(type: unknown, values: readonly string[]): readonly Picked[] {
  const kind = kindOfSelect.get(type);
  return kind === undefined ? [] : values.map((id) => ({ kind, id }));
}

/** What the value of a slash command's option names, if it names anything. */
export function pickedInOption(type: unknown, value: unknown): readonly Picked[] {
  const kind = kindOfOption.get(type);
  return kind === undefined || value === undefined ? [] : [{ kind, id: String(value) }];
}

/**
 * What Discord sends along with ids that were picked.
 *
 * @returns undefined when one of them does not exist, or the person who picked cannot see it
 */
export function resolvedData(
  world: World,
  place: Place,
  picked: readonly Picked[],
): APIInteractionDataResolved | undefined {
  const guild = place.guildId === null ? undefined : world.guilds.get(place.guildId);
  const parts = picked.map((one) => partOf(world, guild, place, one));
  let all: APIInteractionDataResolved = {};
  for (const part of parts) {
    if (part === undefined) return undefined;
    all = merged(all, part);
  }
  return all;
}

function partOf(
  world: World,
  guild: Guild | undefined,
  place: Place,
  { kind, id }: Picked,
): APIInteractionDataResolved | undefined {
  switch (kind) {
    case 'user':
      return userPart(world, guild, place, id);
    case 'role':
      return rolePart(guild, id);
    case 'mentionable':
      return rolePart(guild, id) ?? userPart(world, guild, place, id);
    case 'channel':
      return channelPart(world, guild, place, id);
  }
}

function merged(
  one: APIInteractionDataResolved,
  other: APIInteractionDataResolved,
): APIInteractionDataResolved {
  return {
    ...(one.users || other.users ? { users: { ...one.users, ...other.users } } : {}),
    ...(one.members || other.members ? { members: { ...one.members, ...other.members } } : {}),
    ...(one.roles || other.roles ? { roles: { ...one.roles, ...other.roles } } : {}),
    ...(one.channels || other.channels ? { channels: { ...one.channels, ...other.channels } } : {}),
  };
}

function userPart(
  world: World,
  guild: Guild | undefined,
  place: Place,
  id: string,
): APIInteractionDataResolved | undefined {
  const person = id === world.bot.id ? world.bot : world.person(id);
  if (person === undefined) return undefined;
  const users = { [id]: userObject(person) };
  const member = guild?.members.get(id);
  if (guild === undefined || member === undefined) return { users };
  const { user: _, deaf: _deaf, mute: _mute, ...partial } = memberObject(guild, member);
  const permissions = String(world.permissions(id, place.channelId));
  return { users, members: { [id]: { ...partial, permissions } } };
}

function rolePart(guild: Guild | undefined, id: string): APIInteractionDataResolved | undefined {
  const role = guild?.roles.find((one) => one.id === id);
  return role === undefined ? undefined : { roles: { [id]: roleObject(role) } };
}

function channelPart(
  world: World,
  guild: Guild | undefined,
  place: Place,
  id: string,
): APIInteractionDataResolved | undefined {
  const channel = guild?.channels.get(id);
  if (channel === undefined || !world.sees(place.userId, id)) return undefined;
  const permissions = String(world.permissions(place.userId, id));
  const app_permissions = String(world.permissions(world.bot.id, id));
  const shown = world.channelObject(channel);
  // A channel of a guild is never a direct one, which alone has no name.
  const named = { ...shown, name: channel.name, permissions, app_permissions } as NonNullable<
    APIInteractionDataResolved['channels']
  >[string];
  return { channels: { [id]: named } };
}
