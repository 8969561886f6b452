import type { GuildId, RoleId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';

/** Whether one of a member's roles makes them a moderator of this server, besides Discord's permissions. */
export async function moderatesByRole(
  deps: BoundDeps,
  { guildId, roles }: { readonly guildId: GuildId; readonly roles: readonly RoleId[] },
): Promise<boolean> {
  if (roles.length === 0) return false;
  const { moderatorRoles } = await deps.database.snapshot(({ settings }) => settings.read(guildId));
  return moderatorRoles.some((role) => roles.includes(role));
}
