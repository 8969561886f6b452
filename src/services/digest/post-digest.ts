import type { ChannelId, UserId } from '../../core/ids.ts';
import { DigestPostId, type MessageId } from '../../core/ids.ts';
import type { OutboxItem } from '../../ports/case-stores.ts';
import type { DigestPause, DigestPost } from '../../ports/digest-stores.ts';
import type { Stores } from '../../ports/stores.ts';
import type { BoundDeps } from '../deps.ts';

/** A scheduled digest to be posted. */
export type DigestToPost = {
  readonly post: DigestPost;
  readonly channelId: ChannelId;
  /** Where an earlier attempt may have posted it; null on the first. */
  readonly triedIn: ChannelId | null;
  /** Of what everyone in the server sees. */
  readonly locale: string;
};

/**
 * What to post for an item, by the settings as they are now. Where it is to be posted is noted first, so that whoever goes on
 * after a crash looks there as well. Without a moderators' channel the digests of the server stop.
 *
 * @returns null when there is nothing to post; the item is then finished
 */
export async function beginDigest(deps: BoundDeps, item: OutboxItem): Promise<DigestToPost | null> {
  const { guildId } = item;
  const begun = await deps.database.transaction(async (stores) => {
    const found = await postWanted(deps, stores, item);
    const { moderatorsChannel, language } = await stores.settings.read(guildId);
    if (found === null || moderatorsChannel === null) {
      if (found !== null) await stop(deps, stores, item, 'no-channel');
      await stores.outbox.finish(item);
      return null;
    }
    if (found.channelId !== moderatorsChannel)
      await stores.digests.savePlace({ ...found, channelId: moderatorsChannel });
    return {
      post: found,
      channelId: moderatorsChannel,
      triedIn: found.channelId,
      language,
    };
  });
  if (begun === null) {
    deps.wakeOutbox();
    return null;
  }
  const { language, ...place } = begun;
  return { ...place, locale: language ?? (await deps.guilds.describe(guildId)).locale };
}

/**
 * The post of an item; null when it is posted already, or is wanted no more: the schedule was removed, the digests have
 * stopped, the server was left, or a later one waits as well.
 */
async function postWanted(
  deps: BoundDeps,
  { digests, departures }: Stores,
  { guildId, subjectId }: OutboxItem,
): Promise<DigestPost | null> {
  const post = await digests.findPost(guildId, DigestPostId.parse(subjectId));
  const turn = await digests.turn(guildId);
  if (post === null || post.messageId !== null || turn === null || turn.paused !== null) return null;
  const nowMs = deps.clock.now();
  if (await digests.isOvertaken(post, nowMs)) return null;
  return (await departures.leftBefore(nowMs + 1)).includes(guildId) ? null : post;
}

/** Stops the digests of a server and has its owner told; once, whatever else fails until they are taken up again. */
async function stop(
  deps: BoundDeps,
  { digests, outbox }: Stores,
  { guildId, subjectId }: OutboxItem,
  why: DigestPause,
): Promise<void> {
  const turn = await digests.turn(guildId);
  if (turn === null || turn.paused !== null) return;
  const nowMs = deps.clock.now();
  await digests.saveTurn(guildId, { dueAt: null, paused: { at: nowMs, why } });
  await outbox.put({ kind: 'digest-paused', guildId, subjectId }, nowMs, nowMs);
  deps.log.warn({ guildId, why }, 'the digests of a server have stopped');
}

/** Stops the digests of a server, since one could not be posted for a reason that a person has to mend. */
export async function stopDigests(
  deps: BoundDeps,
  { item, why }: { readonly item: OutboxItem; readonly why: DigestPause },
): Promise<void> {
  await deps.database.transaction(async (stores) => {
    await stop(deps, stores, item, why);
    await stores.outbox.finish(item);
  });
  deps.wakeOutbox();
}

/**
 * Notes where a digest was posted, and that the item was sent.
 *
 * @returns the message that holds from now on: another one when another process was first; null when the server's data is
 * gone
 */
export function noteDigest(
  deps: BoundDeps,
  {
    item,
    channelId,
    messageId,
  }: { readonly item: OutboxItem; readonly channelId: ChannelId; readonly messageId: MessageId },
): Promise<MessageId | null> {
  const { guildId } = item;
  return deps.database.transaction(async ({ digests, outbox }) => {
    await outbox.finish(item);
    const post = await digests.findPost(guildId, DigestPostId.parse(item.subjectId));
    if (post === null || post.messageId !== null) return post?.messageId ?? null;
    await digests.savePlace({ ...post, channelId, messageId });
    return messageId;
  });
}

/** What to tell the owner of a server whose digests have stopped. */
export type PauseToTell = {
  readonly ownerId: UserId;
  /** Of the server: what it says is about the server, not about its owner. */
  readonly locale: string;
  readonly serverName: string;
  readonly channelId: ChannelId | null;
  readonly why: DigestPause;
};

/** What to tell a server's owner; null when digests come again, or the server was left. */
export async function pauseToTell(deps: BoundDeps, { guildId }: OutboxItem): Promise<PauseToTell | null> {
  const { turn, settings, left } = await deps.database.snapshot(async (stores) => ({
    turn: await stores.digests.turn(guildId),
    settings: await stores.settings.read(guildId),
    left: await stores.departures.leftBefore(deps.clock.now() + 1),
  }));
  if (turn === null || turn.paused === null || left.includes(guildId)) return null;
  const { ownerId, name, locale } = await deps.guilds.describe(guildId);
  return {
    ownerId,
    locale: settings.language ?? locale,
    serverName: name,
    channelId: settings.moderatorsChannel,
    why: turn.paused.why,
  };
}
