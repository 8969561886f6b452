import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { permissionBits } from '../../../src/core/access.ts';
import {
  allPermissions,
  type ChannelRules,
  everyoneSees,
  type Overwrite,
  permissionsInChannel,
} from '../../../src/core/channel-permissions.ts';

const { administrator, viewChannel, sendMessages, manageMessages, mentionEveryone } = permissionBits;
const guildId = 'guild';
const mia = { id: 'mia', roles: ['quiet', 'loud'] };

const plain: ChannelRules = {
  guildId,
  ownerId: 'ada',
  roles: [
    { id: guildId, permissions: viewChannel | sendMessages },
    { id: 'quiet', permissions: 0n },
    { id: 'loud', permissions: mentionEveryone },
    { id: 'others', permissions: manageMessages },
    { id: 'chief', permissions: administrator },
  ],
  overwrites: [],
};

const change = (id: string, allow: bigint, deny: bigint, of: Overwrite['of'] = 'role'): Overwrite => ({
  id,
  of,
  allow,
  deny,
});
const miaWith = (...overwrites: readonly Overwrite[]) => permissionsInChannel({ ...plain, overwrites }, mia);

describe('what a member may do in a channel', () => {
  it('is what everyone and their roles may do, where nothing is changed', () => {
    expect(miaWith()).toBe(viewChannel | sendMessages | mentionEveryone);
  });

  it.each([
    { overwrites: [change(guildId, 0n, sendMessages)], writes: false, why: 'nobody writes here' },
    {
      overwrites: [change(guildId, 0n, sendMessages), change('loud', sendMessages, 0n)],
      writes: true,
      why: 'a role goes before everyone',
    },
    {
      overwrites: [change('loud', sendMessages, 0n), change(guildId, 0n, sendMessages)],
      writes: true,
      why: 'their order in the list does not matter',
    },
    { overwrites: [change('quiet', 0n, sendMessages)], writes: false, why: 'a role is silenced' },
    {
      overwrites: [change('quiet', 0n, sendMessages), change('loud', sendMessages, 0n)],
      writes: true,
      why: 'among roles what is allowed goes before what is denied',
    },
    {
      overwrites: [change('loud', sendMessages, 0n), change('mia', 0n, sendMessages, 'member')],
      writes: false,
      why: 'the member goes before the roles',
    },
    {
      overwrites: [change('quiet', 0n, sendMessages), change('mia', sendMessages, 0n, 'member')],
      writes: true,
      why: 'the member goes before the roles',
    },
    { overwrites: [change('others', 0n, sendMessages)], writes: true, why: 'it is not their role' },
    { overwrites: [change('noor', 0n, sendMessages, 'member')], writes: true, why: 'it is somebody else' },
  ])('lets them write: $writes, for $why', ({ overwrites, writes }) => {
    expect((miaWith(...overwrites) & sendMessages) !== 0n).toBe(writes);
  });

  it('is nothing at all where they do not see the channel', () => {
    expect(miaWith(change(guildId, 0n, viewChannel))).toBe(0n);
    expect(miaWith(change(guildId, sendMessages, viewChannel))).toBe(0n);
  });

  it.each([
    { member: { id: 'ada', roles: [] }, who: 'the owner' },
    { member: { id: 'max', roles: ['chief'] }, who: 'an administrator' },
  ])('is everything for $who, whatever the channel denies', ({ member }) => {
    const overwrites = [
      change(guildId, 0n, allPermissions),
      change('chief', 0n, allPermissions),
      change(member.id, 0n, allPermissions, 'member'),
    ];

    expect(permissionsInChannel({ ...plain, overwrites }, member)).toBe(allPermissions);
  });

  it('is not more than everything, whatever is allowed', () => {
    const bits = fc.bigInt({ min: 0n, max: allPermissions });
    const overwrite = fc.record({
      id: fc.constantFrom(guildId, 'quiet', 'loud', 'others', 'mia'),
      of: fc.constantFrom<Overwrite['of'][]>('role', 'member'),
      allow: bits,
      deny: bits,
    });
    fc.assert(
      fc.property(fc.array(overwrite), (overwrites) => {
        const permissions = miaWith(...overwrites);
        expect(permissions & (administrator | ~allPermissions)).toBe(0n);
        expect(permissions === 0n || (permissions & viewChannel) !== 0n).toBe(true);
      }),
    );
  });
});

describe('a channel', () => {
  it.each([
    { overwrites: [], seen: true, why: 'nothing hides it' },
    { overwrites: [change(guildId, 0n, viewChannel)], seen: false, why: 'it is hidden from everyone' },
    {
      overwrites: [change(guildId, 0n, viewChannel), change('loud', viewChannel, 0n)],
      seen: false,
      why: 'only one role sees it',
    },
    {
      overwrites: [change('loud', 0n, viewChannel)],
      seen: true,
      why: 'whoever has no role sees it',
    },
    {
      overwrites: [change(guildId, 0n, viewChannel), change('mia', viewChannel, 0n, 'member')],
      seen: false,
      why: 'only one member sees it',
    },
  ])('is seen by everyone: $seen, for $why', ({ overwrites, seen }) => {
    expect(everyoneSees({ ...plain, overwrites })).toBe(seen);
  });

  it('that everyone may not see in the whole server can be opened by itself', () => {
    const roles = [{ id: guildId, permissions: 0n }];

    expect(everyoneSees({ ...plain, roles })).toBe(false);
    expect(everyoneSees({ ...plain, roles, overwrites: [change(guildId, viewChannel, 0n)] })).toBe(true);
  });
});
