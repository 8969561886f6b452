import { may, type PermissionName, reaches } from '../../core/access.ts';
import { errorFacts } from '../../core/error-facts.ts';
import { FootnoteError } from '../../core/errors.ts';
import type { ChannelId, GuildId, InteractionId, MessageId, RoleId, UserId } from '../../core/ids.ts';
import type { Card } from '../../ports/message.ts';
import type { BoundDeps } from '../deps.ts';
import { moderatesByRole } from '../servers/moderates-by-role.ts';

/** How long the same card in the same channel is answered with a link to the first. */
const repeatMs = 30 * 60_000;

/** Where a card would be shared, by whom, and what each may do there. */
export type Sharing = {
  readonly guildId: GuildId;
  readonly channelId: ChannelId;
  /** The channel a thread belongs to: what is allowed there is allowed in its threads. */
  readonly parentId: ChannelId | null;
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

/** What is shared: `subject` is `slug/c01` or `slug`, in this version of its dossier. */
type Share = {
  readonly sharing: Sharing;
  readonly subject: string;
  readonly version: number;
  readonly card: Card;
  readonly nonce: InteractionId;
};

type Remembered = { readonly messageId: MessageId; readonly version: number };

/**
 * Posts a card where a member shares it, or finds the same card posted here within the last 30 minutes.
 *
 * @throws FootnoteError `share.not-here` by the server's settings, `share.not-permitted` when the member may
 * not write here, `share.slow-mode` with `seconds`, `bot.lacks-permission` when the bot may not,
 * `share.thread-archived`, or `share.failed` when Discord does not take the card
 */
export async function shareCard(deps: BoundDeps, input: Share): Promise<Shared> {
  const { sharing } = input;
  await checkSharing(deps, sharing);
  const key = sharedKey(sharing.channelId, input.subject);
  // Of several members who share the same at the same moment, one posts and the others wait for it.
  const underWay = deps.posting.get(key);
  if (underWay !== undefined) await underWay.catch(() => {});
  const earlier = await deps.cache.get<Remembered>(key);
  if (earlier?.version === input.version)
    return { channelId: sharing.channelId, messageId: earlier.messageId, again: true };
  if (deps.posting.has(key)) return shareCard(deps, input);

  const posting = postNow(deps, input, key);
  deps.posting.set(key, posting);
  try {
    return { channelId: sharing.channelId, messageId: await posting, again: false };
  } finally {
    deps.posting.delete(key);
  }
}

async function postNow(deps: BoundDeps, input: Share, key: string): Promise<MessageId> {
  const { sharing, card, nonce, version } = input;
  const slowKey = `slow:${sharing.channelId}:${deps.pseudonym(sharing.memberId)}`;
  const waitMs = ((await deps.cache.get<number>(slowKey)) ?? 0) - deps.clock.now();
  if (waitMs > 0) throw new FootnoteError('share.slow-mode', { seconds: Math.ceil(waitMs / 1000) });

  const messageId = await deps.messages.post(sharing.channelId, card, { nonce }).catch((error: unknown) => {
    if (error instanceof FootnoteError) throw error;
    deps.log.error({ guildId: sharing.guildId, error: errorFacts(error) }, 'a card could not be shared');
    throw new FootnoteError('share.failed', {}, { cause: error });
  });
  await deps.cache.set(key, { messageId, version } satisfies Remembered, repeatMs);
  if (sharing.slowModeSeconds > 0 && !may(sharing.memberPermissions, 'bypassSlowMode')) {
    const slowMs = sharing.slowModeSeconds * 1000;
    await deps.cache.set(slowKey, deps.clock.now() + slowMs, slowMs);
  }
  deps.log.info({ guildId: sharing.guildId }, 'card shared');
  return messageId;
}

function sharedKey(channelId: ChannelId, subject: string): string {
  return `shared:${channelId}:${subject}`;
}

/** Throws what `shareCard` would, before the member is asked to confirm. */
export async function checkSharing(deps: BoundDeps, sharing: Sharing): Promise<void> {
  const settings = await deps.database.snapshot(({ settings: store }) => store.read(sharing.guildId));
  if (settings.sharing === 'nowhere') throw new FootnoteError('share.not-here');
  const places = [sharing.channelId, sharing.parentId];
  if (settings.sharing !== 'everywhere' && !settings.sharing.some((allowed) => places.includes(allowed)))
    throw new FootnoteError('share.not-here');

  const needed: PermissionName = sharing.isThread ? 'sendMessagesInThreads' : 'sendMessages';
  if (!may(sharing.memberPermissions, needed)) throw new FootnoteError('share.not-permitted');
  for (const permission of ['viewChannel', needed] as const)
    if (!may(sharing.botPermissions, permission))
      throw new FootnoteError('bot.lacks-permission', { permission });
}

/**
 * Takes a shared card away again: for the member who shared it, and for moderators. It may then be shared anew.
 *
 * @throws FootnoteError `button.not-yours` for anyone else
 */
export async function removeShared(
  deps: BoundDeps,
  input: {
    readonly guildId: GuildId;
    readonly channelId: ChannelId;
    readonly messageId: MessageId;
    readonly subject: string;
    readonly sharerId: UserId;
    readonly member: {
      readonly id: UserId;
      readonly permissions: bigint;
      readonly roles: readonly RoleId[];
    };
  },
): Promise<void> {
  const { guildId, sharerId, member } = input;
  const allowed =
    sharerId === member.id ||
    reaches(member.permissions, 'moderator') ||
    (await moderatesByRole(deps, { guildId, roles: member.roles }));
  if (!allowed) throw new FootnoteError('button.not-yours');
  await deps.messages.remove(input.channelId, input.messageId);
  await deps.cache.delete(sharedKey(input.channelId, input.subject));
}
