import { describe, expect, it } from 'vitest';
import { GuildId, UserId } from '../../../src/core/ids.ts';
import type { Guilds } from '../../../src/ports/message.ts';
import { rememberRoles } from '../../../src/services/servers/server-roles.ts';
import { fakeClock } from '../../fakes/fake-clock.ts';

const guildId = GuildId.parse('1290000000000000100');
const everyone = { id: guildId, permissions: 0n };

/** Discord, which refuses the first `refusals` questions; and how often it was asked. */
function discord(refusals = 0) {
  const asked: GuildId[] = [];
  const guilds: Guilds = {
    async describe(id) {
      asked.push(id);
      if (asked.length <= refusals) throw new Error('Discord refuses');
      return {
        name: 'A server',
        ownerId: UserId.parse('1290000000000000304'),
        locale: 'en-US',
        safetyAlertsChannel: null,
        publicUpdatesChannel: null,
        mentionableRoles: [],
        roles: [everyone],
      };
    },
    channel: () => Promise.resolve(null),
  };
  return { guilds, asked };
}

describe('what the roles of a server allow', () => {
  it('is asked of Discord once a minute, however many want to know', async () => {
    const clock = fakeClock();
    const { guilds, asked } = discord();
    const roles = rememberRoles(guilds, clock);

    const both = await Promise.all([roles.of(guildId), roles.of(guildId)]);
    clock.advance(59_999);
    await roles.of(guildId);
    const withinAMinute = asked.length;
    clock.advance(1);
    await roles.of(guildId);

    expect(both).toEqual([[everyone], [everyone]]);
    expect([withinAMinute, asked.length]).toEqual([1, 2]);
  });

  it('is not known when Discord refuses, and asked anew the next time', async () => {
    const { guilds, asked } = discord(1);
    const roles = rememberRoles(guilds, fakeClock());

    await expect(roles.of(guildId)).rejects.toThrow('Discord refuses');

    expect(await roles.of(guildId)).toEqual([everyone]);
    expect(asked).toHaveLength(2);
  });
});
