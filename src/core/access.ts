/** Who may do something, from the widest circle to the narrowest. */
export const accessLevels = ['member', 'moderator', 'admin'] as const;
export type Access = (typeof accessLevels)[number];

/** The bits of Discord's permission field that access, sharing and the moderators' channel depend on. */
export const permissionBits = {
  administrator: 1n << 3n,
  manageServer: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  sendMessagesInThreads: 1n << 38n,
  bypassSlowMode: 1n << 52n,
} as const;
export type PermissionName = keyof typeof permissionBits;

/** Whether `permissions` carry the named one; administrators carry all. */
export function may(permissions: bigint, name: PermissionName): boolean {
  return (permissions & (permissionBits[name] | permissionBits.administrator)) !== 0n;
}

/**
 * Whether a member with `permissions` in the place of the call reaches `needed`.
 * Moderators have Manage Messages, admins Manage Server; each may do what the circles around it may.
 */
export function reaches(permissions: bigint, needed: Access): boolean {
  if (needed === 'member' || may(permissions, 'manageServer')) return true;
  return needed === 'moderator' && may(permissions, 'manageMessages');
}
