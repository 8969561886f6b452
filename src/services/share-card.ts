import { may, type PermissionName, reaches } from '../core/access.ts';
import { FootnoteError } from '../core/errors.ts';
import type { ChannelId, GuildId, InteractionId, MessageId, UserId } from '../core/ids.ts';
import type { Card } from '../ports/message.ts';
import type { BoundDeps } from './deps.ts';

/** How long the same card in the same channel is answered with a link to the first. */
const repeatMs = 30 * 60_000;

/** Where a card would be shared, by whom, and what each may do there. */
export type Sharing = {
  readonly guildId: GuildId;
  readonly channelId: ChannelId;
  readonly isThread: boolean;
  readonly slowModeSeconds: number;
  readonly memberId: UserId;
  readonly memberPermissions: bigint;
  readonly botPermissions: bigint;
};

/** The posted message, and whether it had been posted before. */
export type Shared = {
  readonly channelId: ChannelId;
  readonly messageId: MessageId;
  readonly again: boolean;
};

/**
 * Posts a card where a member shares it, or finds the same card posted here within the last 30 minutes.
 *
 * @param input - `subject` names what is shared (`slug/c01` or `slug`)
 * @throws FootnoteError `share.not-here` by the server's settings, `share.not-permitted` when the member may
 * not write here, `share.slow-mode` with `seconds`, `bot.lacks-permission` when the bot may not
 */
export async function shareCard(
  deps: BoundDeps,
  input: {
    readonly sharing: Sharing;
    readonly subject: string;
    readonly card: Card;
    readonly nonce: InteractionId;
  },
): Promise<Shared> {
  const { sharing } = input;
  await checkSharing(deps, sharing);
  const key = `shared:${sharing.channelId}:${input.subject}`;
  // Of several members who share the same at the same moment, one posts and the others wait for it.
  const underWay = deps.posting.get(key);
  if (underWay !== undefined) await underWay.catch(() => {});
  const earlier = await deps.cache.get<MessageId>(key);
  if (earlier !== undefined) return { channelId: sharing.channelId, messageId: earlier, again: true };
  if (deps.posting.has(key)) return shareCard(deps, input);

  const posting = postNow(deps, input, key);
  deps.posting.set(key, posting);
  try {
    return { channelId: sharing.channelId, messageId: await posting, again: false };
  } finally {
    deps.posting.delete(key);
  }
}

async function postNow(
  deps: BoundDeps,
  { sharing, card, nonce }: Parameters<typeof shareCard>[1],
  key: string,
): Promise<MessageId> {
  const slowKey = `slow:${sharing.channelId}:${sharing.memberId}`;
  const waitMs = ((await deps.cache.get<number>(slowKey)) ?? 0) - deps.clock.now();
  if (waitMs > 0) throw new FootnoteError('share.slow-mode', { seconds: Math.ceil(waitMs / 1000) });

  const messageId = await deps.messages.post(sharing.channelId, card, nonce);
  await deps.cache.set(key, messageId, repeatMs);
  if (sharing.slowModeSeconds > 0 && !exemptFromSlowMode(sharing.memberPermissions)) {
    const slowMs = sharing.slowModeSeconds * 1000;
    await deps.cache.set(slowKey, deps.clock.now() + slowMs, slowMs);
  }
  deps.log.info({ guildId: sharing.guildId }, 'card shared');
  return messageId;
}

/** Throws what `shareCard` would, before the member is asked to confirm. */
export async function checkSharing(deps: BoundDeps, sharing: Sharing): Promise<void> {
  const settings = await deps.database.snapshot(({ settings: store }) => store.read(sharing.guildId));
  if (settings.sharing === 'nowhere') throw new FootnoteError('share.not-here');
  if (settings.sharing !== 'everywhere' && !settings.sharing.includes(sharing.channelId))
    throw new FootnoteError('share.not-here');

  const needed: PermissionName = sharing.isThread ? 'sendMessagesInThreads' : 'sendMessages';
  if (!may(sharing.memberPermissions, needed)) throw new FootnoteError('share.not-permitted');
  for (const permission of ['viewChannel', needed] as const)
    if (!may(sharing.botPermissions, permission))
      throw new FootnoteError('bot.lacks-permission', { permission });
}

/** Takes a shared card away again: for the member who shared it, and for moderators. */
export async function removeShared(
  deps: BoundDeps,
  input: {
    readonly channelId: ChannelId;
    readonly messageId: MessageId;
    readonly sharerId: string;
    readonly member: { readonly id: UserId; readonly permissions: bigint };
  },
): Promise<void> {
  if (input.sharerId !== input.member.id && !reaches(input.member.permissions, 'moderator'))
    throw new FootnoteError('button.not-yours');
  await deps.messages.remove(input.channelId, input.messageId);
}

function exemptFromSlowMode(permissions: bigint): boolean {
  return (['manageMessages', 'manageThreads', 'bypassSlowMode'] as const).some((name) =>
    may(permissions, name),
  );
}
