import { type APIInteraction, ChannelType } from 'discord-api-types/v10';
import { readInteraction } from '../../../src/adapters/discord/call.ts';

export const id = '1290000000000000001';
export const guild = '1290000000000000002';
export const channel = '1290000000000000003';
export const member = '1290000000000000004';
const bot = '1290000000000000005';
export const role = '1290000000000000006';

/** What the bot makes of a payload. */
export const read = (interaction: APIInteraction) => readInteraction(interaction, bot);

/** The parts of a payload that the bot reads; Discord sends many more, which it must not need. */
export function payload(parts: object): APIInteraction {
  const common = {
    id,
    guild_id: guild,
    channel: { id: channel, type: ChannelType.GuildText, rate_limit_per_user: 5 },
    member: { user: { id: member }, permissions: '2048', roles: [role] },
    app_permissions: '274877906944',
    locale: 'de',
    guild_locale: 'en-US',
  };
  // Only what is read is written down, so that the type of the whole payload cannot be met.
  return { ...common, ...parts } as unknown as APIInteraction;
}
