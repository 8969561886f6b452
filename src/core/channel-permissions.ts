import { permissionBits } from './access.ts';

/** A role of a server and what it allows everywhere. */
export type RoleGrant = { readonly id: string; readonly permissions: bigint };

/** What one channel changes for a role or a member; both are bits of Discord's permission field. */
export type Overwrite = {
  readonly id: string;
  readonly of: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
};

/** Everything that decides who may do what in a channel; a thread has the overwrites of its parent. */
export type ChannelRules = {
  /** Also the id of the role `@everyone`. */
  readonly guildId: string;
  readonly ownerId: string;
  readonly roles: readonly RoleGrant[];
  readonly overwrites: readonly Overwrite[];
};

/** Every bit that Discord's permission field can hold. */
export const allPermissions = (1n << 64n) - 1n;

/**
 * What a member's roles allow in the whole server, before any channel's overwrites; the owner's rights are not among it.
 *
 * @param guildId - also the id of the role that everyone has
 */
export function grantedEverywhere(
  guildId: string,
  roles: readonly RoleGrant[],
  held: readonly string[],
): bigint {
  const own = roles.filter(({ id }) => id === guildId || held.includes(id));
  return union(own.map(({ permissions }) => permissions));
}

/**
 * What a member may do in a channel (Discord API documentation, "Permissions": base permissions, overwrites, implicit
 * permissions): owner and administrators everything; else the roles together, then the overwrites for everyone, for
 * the member's roles together, and for the member. Where the channel is not seen, nothing else is allowed.
 */
export function permissionsInChannel(
  { guildId, ownerId, roles, overwrites }: ChannelRules,
  member: { readonly id: string; readonly roles: readonly string[] },
): bigint {
  const base = grantedEverywhere(guildId, roles, member.roles);
  if (member.id === ownerId || (base & permissionBits.administrator) !== 0n) return allPermissions;

  const isEveryone = (overwrite: Overwrite) => overwrite.id === guildId;
  const ofRoles = overwrites.filter((overwrite) => overwrite.of === 'role');
  const inOrder = [
    ofRoles.filter(isEveryone),
    ofRoles.filter((overwrite) => !isEveryone(overwrite) && member.roles.includes(overwrite.id)),
    overwrites.filter((overwrite) => overwrite.of === 'member' && overwrite.id === member.id),
  ];
  const permissions = inOrder.reduce(
    (before, step) => (before & ~union(step.map(({ deny }) => deny))) | union(step.map(({ allow }) => allow)),
    base,
  );
  // Only roles make administrators: a channel cannot.
  return (permissions & permissionBits.viewChannel) === 0n ? 0n : permissions & ~permissionBits.administrator;
}

/** Whether somebody without any role sees the channel. */
export function everyoneSees(rules: ChannelRules): boolean {
  return permissionsInChannel(rules, { id: '', roles: [] }) !== 0n;
}

function union(fields: readonly bigint[]): bigint {
  return fields.reduce((all, field) => all | field, 0n);
}
