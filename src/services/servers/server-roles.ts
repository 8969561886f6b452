import type { RoleGrant } from '../../core/channel-permissions.ts';
import type { GuildId } from '../../core/ids.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Guilds } from '../../ports/message.ts';

/** How long a role's new permissions may take to be noticed, in ms; who has which role is always known. */
const keptMs = 60_000;

/** More servers than have moderators at work within a minute; the oldest goes first. */
const mostKept = 1_000;

/** What the roles of servers allow, looked up at Discord once a minute at most, in memory alone. */
export type ServerRoles = {
  /** @throws what Discord refuses; the next call asks anew */
  of(guildId: GuildId): Promise<readonly RoleGrant[]>;
};

/** Asks `guilds`, once for all who ask at the same time. */
export function rememberRoles(guilds: Guilds, clock: Clock): ServerRoles {
  const asked = new Map<GuildId, { readonly at: number; readonly roles: Promise<readonly RoleGrant[]> }>();

  return {
    of(guildId) {
      const known = asked.get(guildId);
      if (known !== undefined && clock.now() - known.at < keptMs) return known.roles;
      const roles = guilds.describe(guildId).then((facts) => facts.roles);
      asked.delete(guildId);
      asked.set(guildId, { at: clock.now(), roles });
      for (const oldest of asked.keys()) {
        if (asked.size <= mostKept) break;
        asked.delete(oldest);
      }
      roles.catch(() => asked.get(guildId)?.roles === roles && asked.delete(guildId));
      return roles;
    },
  };
}
