import { may, reaches } from '../../core/access.ts';
import { grantedEverywhere } from '../../core/channel-permissions.ts';
import type { GuildId, RoleId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';
import { moderatesByRole } from './moderates-by-role.ts';

/**
 * Whether a member moderates the whole server. Discord says what they may do in the place of the call; Manage Messages
 * granted in one channel alone, as the owner of a voice channel may have it, opens nothing that others reported elsewhere.
 *
 * @param input - `permissions` as Discord says them for the place of the call
 */
export async function moderates(
  deps: BoundDeps,
  {
    guildId,
    member: { permissions, roles },
  }: {
    readonly guildId: GuildId;
    readonly member: { readonly permissions: bigint; readonly roles: readonly RoleId[] };
  },
): Promise<boolean> {
  if (reaches(permissions, 'admin')) return true;
  if (await moderatesByRole(deps, { guildId, roles })) return true;
  if (!reaches(permissions, 'moderator')) return false;
  return may(grantedEverywhere(guildId, await deps.serverRoles.of(guildId), roles), 'manageMessages');
}
