import type { Call } from '../command.ts';
import { type Access, reaches } from '../core/access.ts';
import { FootnoteError } from '../core/errors.ts';
import type { GuildId } from '../core/ids.ts';
import type { Services } from '../services/services.ts';

/**
 * Lets a member in where they may do what they are about to do.
 *
 * @throws FootnoteError `guild.not-allowed` in a server the bot does not work in, `access.denied` outside the circle
 */
export async function admit(
  { allowedGuilds, services }: { readonly allowedGuilds: readonly GuildId[]; readonly services: Services },
  call: Call,
  access: Access,
): Promise<void> {
  if (call.guildId !== null && allowedGuilds.length > 0 && !allowedGuilds.includes(call.guildId))
    throw new FootnoteError('guild.not-allowed');
  if (await isWithin(services, call, access)) return;
  throw new FootnoteError('access.denied', { access });
}

async function isWithin(services: Services, { guildId, member }: Call, access: Access): Promise<boolean> {
  if (access !== 'moderator') return reaches(member.permissions, access);
  return guildId !== null && services.moderates({ guildId, member });
}
