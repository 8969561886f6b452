import { memberObject, roleObject } from '../api-objects.ts';
import { guildObject } from '../guild-object.ts';
import type { World } from '../world.ts';
import { joinedGuild } from './access.ts';
import { refusals } from './errors.ts';
import { noContent, ok, type RestCall, type Route } from './route.ts';

/** Servers with their channels, roles and members. */
export function guildRoutes(world: World): readonly Route[] {
  const guildOf = (call: RestCall) => joinedGuild(world, call.param('guild'));
  const channelsOf = (call: RestCall) => [...guildOf(call).channels.values()];

  return [
    {
      method: 'GET',
      path: '/users/@me/guilds',
      auth: 'bot',
      run: () =>
        ok(
          [...world.guilds.values()].map(({ id, name }) => ({
            id,
            name,
            icon: null,
            banner: null,
            owner: false,
            permissions: '0',
            features: [],
          })),
        ),
    },
    {
      method: 'GET',
      path: '/guilds/:guild',
      auth: 'bot',
      run(call) {
        const guild = guildOf(call);
        const counts = {
          approximate_member_count: guild.members.size,
          approximate_presence_count: guild.members.size,
        };
        return ok({ ...guildObject(guild), ...(call.query.with_counts === 'true' ? counts : {}) });
      },
    },
    {
      method: 'GET',
      path: '/guilds/:guild/channels',
      auth: 'bot',
      run: (call) =>
        ok(
          channelsOf(call).flatMap((channel) =>
            channel.parentId === null ? [world.channelObject(channel)] : [],
          ),
        ),
    },
    {
      method: 'GET',
      path: '/guilds/:guild/threads/active',
      auth: 'bot',
      run(call) {
        const threads = channelsOf(call).filter(({ parentId, archived }) => parentId !== null && !archived);
        return ok({ threads: threads.map(world.channelObject), members: [], has_more: false });
      },
    },
    {
      method: 'GET',
      path: '/guilds/:guild/roles',
      auth: 'bot',
      run: (call) => ok(guildOf(call).roles.map(roleObject)),
    },
    {
      method: 'GET',
      path: '/guilds/:guild/members/:user',
      auth: 'bot',
      run(call) {
        const guild = guildOf(call);
        const userId = call.param('user') === '@me' ? world.bot.id : call.param('user');
        const member = guild.members.get(userId);
        if (member === undefined) throw refusals.unknownMember();
        return ok(memberObject(guild, member));
      },
    },
    {
      method: 'DELETE',
      path: '/users/@me/guilds/:guild',
      auth: 'bot',
      run(call) {
        world.leaveGuild(guildOf(call).id, 'removed');
        return noContent;
      },
    },
  ];
}
