import { may, type PermissionName } from '../../core/access.ts';
import { errorFacts } from '../../core/error-facts.ts';
import type { ChannelId, GuildId } from '../../core/ids.ts';
import type { BoundDeps } from '../deps.ts';

/** What posting a case's card once, and finding it again, takes. */
const needed = ['viewChannel', 'sendMessages', 'readMessageHistory'] as const satisfies PermissionName[];

/** Whether the cards of cases can be posted in a channel. */
export type ChannelCheck =
  | {
      readonly state: 'usable';
      /** Whether the bot may open threads there. */
      readonly threads: boolean;
      /** Whether the bot may attach files there, as the picture of a digest needs it. */
      readonly files: boolean;
      /** Whether every member can read it. */
      readonly everyoneSees: boolean;
      /** Whether the bot may notify roles that not everybody may mention. */
      readonly mentionsAnyRole: boolean;
    }
  | { readonly state: 'lacks'; readonly permissions: readonly (typeof needed)[number][] }
  /** It is gone, of another server, or the bot may not see it. */
  | { readonly state: 'unseen' }
  /** It is a thread, a forum, a voice channel … */
  | { readonly state: 'no-text-channel' }
  /** Discord did not say. */
  | { readonly state: 'unchecked' };

/** Asks Discord what the bot may do in a channel that is to hold the cards of cases. */
export async function checkChannel(
  deps: BoundDeps,
  { guildId, channelId }: { readonly guildId: GuildId; readonly channelId: ChannelId },
): Promise<ChannelCheck> {
  try {
    const facts = await deps.guilds.channel(guildId, channelId);
    if (facts === null) return { state: 'unseen' };
    if (facts.kind !== 'text') return { state: 'no-text-channel' };
    const { botPermissions, everyoneSees } = facts;
    const permissions = needed.filter((permission) => !may(botPermissions, permission));
    if (permissions.length > 0) return { state: 'lacks', permissions };
    return {
      state: 'usable',
      threads: may(botPermissions, 'createPublicThreads'),
      files: may(botPermissions, 'attachFiles'),
      everyoneSees,
      mentionsAnyRole: may(botPermissions, 'mentionEveryone'),
    };
  } catch (error) {
    deps.log.warn({ guildId, error: errorFacts(error) }, 'the moderators’ channel could not be checked');
    return { state: 'unchecked' };
  }
}
