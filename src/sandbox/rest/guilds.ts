import { memberObject, roleObject } from '../api-objects.ts';
import { guildObject } from '../guild-object.ts';
import { permissionsOf } from '../permissions.ts';
import type { World } from '../world.ts';
import { joinedGuild } from './access.ts';
import { refusals } from './errors.ts';
import { botRoute, noContent, ok, type RestCall, type Route } from './route.ts';

/** Servers with their channels, roles and members. */
export function guildRoutes(world: World): readonly Route[] {
  const guildOf = (call: RestCall) => joinedGuild(world, call.param('guild'));
  const channelsOf = (call: RestCall) => [...guildOf(call).channels.values()];

  return [
    botRoute('GET', '/users/@me/guilds', () =>
      ok(
        [...world.guilds.values()].map((guild) => ({
          id: guild.id,
          name: guild.name,
          icon: null,
          banner: null,
          owner: false,
          permissions: String(permissionsOf(guild, world.bot.id)),
          features: [],
        })),
      ),
    ),
    botRoute('GET', '/guilds/:guild', (call) => {
      const guild = guildOf(call);
      const counts = {
        approximate_member_count: guild.members.size,
        approximate_presence_count: guild.members.size,
      };
      return ok({ ...guildObject(guild), ...(call.query.with_counts === 'true' ? counts : {}) });
    }),
    botRoute('GET', '/guilds/:guild/channels', (call) =>
      ok(
        channelsOf(call).flatMap((channel) =>
          channel.parentId === null ? [world.channelObject(channel)] : [],
        ),
      ),
    ),
    botRoute('GET', '/guilds/:guild/threads/active', (call) => {
      const threads = channelsOf(call).filter(
        ({ id, parentId, archived }) => parentId !== null && !archived && world.sees(world.bot.id, id),
      );
      return ok({ threads: threads.map(world.channelObject), members: [], has_more: false });
    }),
    botRoute('GET', '/guilds/:guild/roles', (call) => ok(guildOf(call).roles.map(roleObject))),
    botRoute('GET', '/guilds/:guild/members/:user', (call) => {
      const guild = guildOf(call);
      const userId = call.param('user') === '@me' ? world.bot.id : call.param('user');
      const member = guild.members.get(userId);
      if (member === undefined) throw refusals.unknownMember();
      return ok(memberObject(guild, member));
    }),
    botRoute('DELETE', '/users/@me/guilds/:guild', (call) => {
      world.leaveGuild(guildOf(call).id, 'removed');
      return noContent;
    }),
  ];
}
