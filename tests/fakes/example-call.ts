import type { Call } from '../../src/command.ts';
import { ChannelId, GuildId, InteractionId, UserId } from '../../src/core/ids.ts';

/** A call of an ordinary member in an ordinary channel, but for `parts`. */
export function exampleCall(parts: Partial<Call> = {}): Call {
  return {
    id: InteractionId.parse('1290000000000000901'),
    guildId: GuildId.parse('1290000000000000100'),
    place: {
      channelId: ChannelId.parse('1290000000000000110'),
      parentId: null,
      isThread: false,
      isPrivateThread: false,
      slowModeSeconds: 0,
    },
    member: { id: UserId.parse('1290000000000000301'), permissions: 0n, roles: [] },
    botPermissions: 0n,
    locale: 'en-US',
    guildLocale: 'en-US',
    command: '',
    options: { string: () => null, boolean: () => null, attachment: () => null },
    focused: '',
    target: null,
    values: [],
    fields: {},
    choices: {},
    isComponent: false,
    message: null,
    ...parts,
  };
}
