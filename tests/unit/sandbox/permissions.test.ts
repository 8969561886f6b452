import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { allPermissions } from '../../../src/sandbox/permissions.ts';
import {
  botPermissions,
  everyonePermissions,
  type OverwritePlan,
  sandboxIds,
  sandboxPlan,
} from '../../../src/sandbox/plan.ts';
import { createWorld } from '../../../src/sandbox/world.ts';
import { fakeClock } from '../../fakes/fake-clock.ts';

const { ViewChannel, SendMessages, ManageMessages, Administrator } = PermissionFlagsBits;
const { guild, general, moderators, thread, news, mia, max, ada, olu, moderatorRole } = sandboxIds;

const world = () => createWorld(fakeClock());

/** A world whose #general has these overwrites. */
function worldWith(overwrites: readonly OverwritePlan[]) {
  const guilds = sandboxPlan.guilds.map((plan) => ({
    ...plan,
    channels: plan.channels.map((channel) => (channel.id === general ? { ...channel, overwrites } : channel)),
  }));
  return createWorld(fakeClock(), { ...sandboxPlan, guilds });
}

describe('what someone may do in a channel', () => {
  test.each([
    { who: 'a member', id: mia, bits: everyonePermissions },
    { who: 'the owner', id: ada, bits: allPermissions },
    { who: 'someone of another server', id: olu, bits: 0n },
    { who: 'the bot', id: sandboxIds.application, bits: everyonePermissions | botPermissions },
  ])('$who has the bits of their roles', ({ id, bits }) => {
    expect(world().permissions(id, general)).toBe(bits);
  });

  test('a hidden channel is seen by the role that is let in', () => {
    const seen = [mia, max].map((id) => (world().permissions(id, moderators) & ViewChannel) !== 0n);

    expect(seen).toEqual([false, true]);
  });

  test.each([
    {
      why: 'a role outranks everyone',
      overwrites: [
        { id: guild, type: 0, allow: 0n, deny: SendMessages },
        { id: moderatorRole, type: 0, allow: SendMessages, deny: 0n },
      ],
      sends: true,
    },
    {
      why: 'the member outranks the role',
      overwrites: [
        { id: moderatorRole, type: 0, allow: SendMessages, deny: 0n },
        { id: max, type: 1, allow: 0n, deny: SendMessages },
      ],
      sends: false,
    },
    {
      why: 'within one rank allowing outranks denying',
      overwrites: [{ id: moderatorRole, type: 0, allow: SendMessages, deny: SendMessages }],
      sends: true,
    },
  ] satisfies { why: string; overwrites: OverwritePlan[]; sends: boolean }[])(
    '$why',
    ({ overwrites, sends }) => {
      const bits = worldWith(overwrites).permissions(max, general);

      expect((bits & SendMessages) !== 0n).toBe(sends);
    },
  );

  test('an administrator is stopped by no overwrite', () => {
    const [first, ...others] = sandboxPlan.guilds;
    if (first === undefined) throw new Error('no guild');
    const roles = (first.roles ?? []).map((role) => ({ ...role, permissions: Administrator }));
    const ruled = createWorld(fakeClock(), { ...sandboxPlan, guilds: [{ ...first, roles }, ...others] });

    ruled.setPermissions(max, general, 0n);

    expect(ruled.permissions(max, general)).toBe(allPermissions);
  });

  test('exact bits can be given and taken back, and a thread has those of its parent', () => {
    const changed = world();
    const before = changed.permissions(mia, thread);

    changed.setPermissions(mia, thread, ViewChannel);
    const during = [changed.permissions(mia, thread), changed.permissions(mia, news)];
    changed.setPermissions(mia, thread, null);

    expect(during).toEqual([ViewChannel, ViewChannel]);
    expect(changed.permissions(mia, thread)).toBe(before);
  });

  test('a new role counts at once', () => {
    const changed = world();

    changed.setRoles(mia, guild, [moderatorRole]);

    expect(changed.permissions(mia, general) & ManageMessages).toBe(ManageMessages);
  });

  test.each([
    { what: 'a channel', change: () => world().setSlowMode('1', 5) },
    { what: 'a guild', change: () => world().leaveGuild('1', 'removed') },
    { what: 'a member', change: () => world().setRoles('1', guild, []) },
  ])('$what that does not exist cannot be changed', ({ change }) => {
    expect(change).toThrow(RangeError);
  });
});
