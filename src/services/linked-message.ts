import { may } from '../core/access.ts';
import type { Reach } from '../core/case.ts';
import { FootnoteError } from '../core/errors.ts';
import type { ChannelId, GuildId, RoleId, UserId } from '../core/ids.ts';
import { type MessagePlace, parseMessageLink } from '../core/message-link.ts';
import type { ChannelFacts, SeenMessage } from '../ports/message.ts';
import type { BoundDeps } from './deps.ts';

/** A message that a link leads to, and where it is. */
export type LinkedMessage = {
  readonly target: SeenMessage;
  /** The channel its thread belongs to. */
  readonly parentId: ChannelId | null;
  readonly reach: Reach;
};

/**
 * Where a link leads to.
 *
 * @throws FootnoteError `report.link-malformed`, `message.not-here` for a message of another server
 */
export function placeOfLink(guildId: GuildId, link: string): MessagePlace {
  const place = parseMessageLink(link);
  if (place === null) throw new FootnoteError('report.link-malformed');
  if (place.guildId !== guildId) throw new FootnoteError('message.not-here');
  return place;
}

/**
 * Looks at a message for a member. Discord gives a bot the text of a message it fetches only with an intent that Footnote does
 * not ask for, so that the text is usually missing.
 *
 * @param member - `roles` tell whether they see the channel
 * @throws FootnoteError `message.unknown` when it is gone, `message.no-access` when Footnote or the member cannot see it
 */
export async function linkedMessage(
  { guilds, messages }: BoundDeps,
  { guildId, channelId, messageId }: MessagePlace,
  member: { readonly id: UserId; readonly roles: readonly RoleId[] },
): Promise<LinkedMessage> {
  // A link can name this server and a channel of another: only Discord knows where the channel is.
  const channel = await guilds.channel(guildId, channelId);
  // Nobody learns through Footnote what is in a channel they do not see.
  const seen = channel?.permissionsOf(member) ?? 0n;
  if (channel === null || !may(seen, 'viewChannel')) throw new FootnoteError('message.no-access');
  const target = await messages.look(channelId, messageId);
  if (target === 'gone') throw new FootnoteError('message.unknown');
  if (target === 'closed') throw new FootnoteError('message.no-access');
  return { target, parentId: channel.parentId, reach: reachOf(channel) };
}

/** Who can see a channel or thread. */
export function reachOf({ kind, everyoneSees }: ChannelFacts): Reach {
  if (kind === 'private-thread') return 'private-thread';
  return everyoneSees ? 'everyone' : 'some';
}
