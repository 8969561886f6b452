import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { action, type Call } from '../../../src/command.ts';
import { type Access, permissionBits } from '../../../src/core/access.ts';
import { InteractionId, type RoleId } from '../../../src/core/ids.ts';
import { encodeRoute } from '../../../src/routes.ts';
import { exampleCall } from '../../fakes/example-call.ts';
import {
  arranged,
  asCard,
  commandOf,
  gardeners,
  incoming,
  keepers,
  memberWith,
  otherGuildId,
  wardens,
} from './arranged-dispatch.ts';

const { manageMessages, manageServer } = permissionBits;

function otherId(offset: number): Call['id'] {
  return InteractionId.parse(String(BigInt(exampleCall().id) + BigInt(offset)));
}

describe('who is let in', () => {
  it.each<{ access: Access; permissions: bigint; roles: readonly RoleId[]; isLetIn: boolean; why: string }>([
    { access: 'member', permissions: 0n, roles: [], isLetIn: true, why: 'everyone is a member' },
    { access: 'moderator', permissions: 0n, roles: [], isLetIn: false, why: 'they have no role' },
    { access: 'moderator', permissions: 0n, roles: [gardeners], isLetIn: false, why: 'it is another role' },
    { access: 'moderator', permissions: 0n, roles: [gardeners, wardens], isLetIn: true, why: 'of the role' },
    {
      access: 'moderator',
      permissions: manageMessages,
      roles: [keepers],
      isLetIn: true,
      why: 'of a permission',
    },
    {
      access: 'moderator',
      permissions: manageMessages,
      roles: [],
      isLetIn: false,
      why: 'it is of one channel',
    },
    { access: 'admin', permissions: 0n, roles: [wardens], isLetIn: false, why: 'no role makes an admin' },
    { access: 'admin', permissions: manageMessages, roles: [wardens], isLetIn: false, why: 'nor both' },
    { access: 'admin', permissions: manageServer, roles: [], isLetIn: true, why: 'of the permission' },
  ])('to what is for a $access: $isLetIn, because $why', async ({ access, permissions, roles, isLetIn }) => {
    const press = action({
      route: 'case.press',
      access,
      answers: 'reply',
      args: z.tuple([]),
      run: async () => asCard,
    });
    const complete = async () => [];
    const { handle, lines } = await arranged({
      commands: [commandOf({ name: 'act', access, actions: [press], complete })],
    });
    const call = memberWith(permissions, roles);
    const command = incoming('command', 'act', call);
    const button = incoming('action', encodeRoute('case.press'), { ...call, id: otherId(1) });
    const typing = incoming('typing', 'act', { ...call, id: otherId(2) });

    for (const { arrived } of [command, button, typing]) await handle(arrived);

    for (const { shown } of [command, button]) {
      expect(shown).toHaveLength(1);
      expect(shown[0] === 'answer Done.').toBe(isLetIn);
    }
    expect(typing.shown).toEqual(['suggest']);
    expect(lines.join('').includes('nothing to suggest')).toBe(!isLetIn);
  });

  it('by a role is decided for each server by itself', async () => {
    const { handle } = await arranged({ commands: [commandOf({ name: 'act', access: 'moderator' })] });
    const { arrived, shown } = incoming('command', 'act', {
      ...memberWith(0n, [wardens]),
      guildId: otherGuildId,
    });

    await handle(arrived);

    expect(shown).toEqual([expect.stringContaining('This needs the permission')]);
  });
});
