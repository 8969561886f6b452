import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel, Guild } from './guilds.ts';

/** Every permission there is. */
export const allPermissions = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/**
 * What a member's roles allow in a server, before any channel's overwrites: owner and administrators everything.
 *
 * @returns a bit field of `PermissionFlagsBits`; 0 for someone who is not a member
 */
export function permissionsOf(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  const roles = [guild.id, ...member.roles];
  const granted = guild.roles.filter((role) => roles.includes(role.id));
  const base = granted.reduce((bits, role) => bits | role.permissions, 0n);
  return guild.ownerId === userId || (base & PermissionFlagsBits.Administrator) !== 0n
    ? allPermissions
    : base;
}

/**
 * What a member may do in a channel, by Discord's documented order: owner and administrators everything; else
 * the roles together, then the channel's overwrites for everyone, for the roles, for the member. A thread has its
 * parent's overwrites.
 *
 * @returns a bit field of `PermissionFlagsBits`; 0 for someone who is not a member
 */
export function permissionsIn(guild: Guild, userId: string, channel: Channel): bigint {
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  const base = permissionsOf(guild, userId);
  if (base === allPermissions) return base;

  const place = channel.parentId === null ? channel : (guild.channels.get(channel.parentId) ?? channel);
  const steps = [
    place.overwrites.filter((overwrite) => overwrite.id === guild.id),
    place.overwrites.filter((overwrite) => overwrite.type === 0 && member.roles.includes(overwrite.id)),
    place.overwrites.filter((overwrite) => overwrite.type === 1 && overwrite.id === userId),
  ];
  return steps.reduce((bits, overwrites) => {
    const deny = overwrites.reduce((all, overwrite) => all | overwrite.deny, 0n);
    const allow = overwrites.reduce((all, overwrite) => all | overwrite.allow, 0n);
    return (bits & ~deny) | allow;
  }, base);
}

/**
 * Whether someone sees a channel: by permission, and in a private thread as its member or as one who may manage
 * threads.
 */
export function seesIn(guild: Guild, userId: string, channel: Channel): boolean {
  const bits = permissionsIn(guild, userId, channel);
  if (!holds(bits, PermissionFlagsBits.ViewChannel)) return false;
  return (
    !channel.isPrivate ||
    channel.threadMembers.includes(userId) ||
    holds(bits, PermissionFlagsBits.ManageThreads)
  );
}

/** Whether `bits` holds all of `wanted`. */
export function holds(bits: bigint, wanted: bigint): boolean {
  return (bits & wanted) === wanted;
}
