import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessLevels, may, type PermissionName, permissionBits, reaches } from '../../../src/core/access.ts';

const { administrator, manageServer, manageMessages, sendMessages } = permissionBits;
const names = Object.keys(permissionBits).filter((name): name is PermissionName => name in permissionBits);

describe('a permission', () => {
  it.each(names)('%s is held with its bit, and by administrators', (name) => {
    expect(may(permissionBits[name], name)).toBe(true);
    expect(may(administrator, name)).toBe(true);
    expect(may(0n, name)).toBe(false);
  });

  it('is not held because of the bits beside it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.bigInt({ min: 0n, max: (1n << 60n) - 1n }), (name, bits) => {
        expect(may(bits & ~permissionBits[name] & ~administrator, name)).toBe(false);
      }),
    );
  });

  it.each([
    { name: 'administrator', bit: 3n },
    { name: 'manageServer', bit: 5n },
    { name: 'viewChannel', bit: 10n },
    { name: 'sendMessages', bit: 11n },
    { name: 'manageMessages', bit: 13n },
    { name: 'readMessageHistory', bit: 16n },
    { name: 'mentionEveryone', bit: 17n },
    { name: 'createPublicThreads', bit: 35n },
    { name: 'sendMessagesInThreads', bit: 38n },
    { name: 'bypassSlowMode', bit: 52n },
  ] as const)('$name has the bit Discord gives it', ({ name, bit }) => {
    expect(permissionBits[name]).toBe(1n << bit);
  });
});

describe('access', () => {
  it.each([
    { permissions: 0n, circles: ['member'], why: 'everyone is a member' },
    { permissions: sendMessages, circles: ['member'], why: 'writing is no moderating' },
    {
      permissions: manageMessages,
      circles: ['member', 'moderator'],
      why: 'Manage Messages makes a moderator',
    },
    { permissions: manageServer, circles: accessLevels, why: 'Manage Server makes an admin' },
    { permissions: administrator, circles: accessLevels, why: 'administrators may do everything' },
  ])('with $permissions reaches $circles: $why', ({ permissions, circles }) => {
    expect(accessLevels.filter((level) => reaches(permissions, level))).toEqual(circles);
  });
});
