import type { Channel } from './guilds.ts';
import { findChannel, guildOfChannel, type HeldPlaces, knownChannel } from './held-places.ts';
import { allPermissions } from './permissions.ts';
import type { Snowflakes } from './snowflake.ts';

/** What a new thread needs; `members` are those of a private one, its owner included by itself. */
export type ThreadPlan = {
  readonly name: string;
  readonly ownerId: string;
  readonly isPrivate?: boolean;
  readonly members?: readonly string[];
};

/** The hands that change channels, threads and direct messages. Unknown ids are a RangeError. */
export type ChannelHands = {
  putChannel(channel: Channel): void;
  /** Deletes a channel with its threads, or a thread. */
  removeChannel(channelId: string): void;
  /** Gives someone exactly `bits` in a channel (a thread shares its parent's); null takes that back. */
  setPermissions(userId: string, channelId: string, bits: bigint | null): void;
  /** `setPermissions` for the bot. */
  setBotPermissions(channelId: string, bits: bigint | null): void;
  setSlowMode(channelId: string, seconds: number): void;
  /** Opens a thread in a channel. */
  openThread(parentId: string, plan: ThreadPlan): Channel;
  /** Archives, locks, or takes that back. */
  setThread(threadId: string, change: { readonly archived?: boolean; readonly locked?: boolean }): void;
  setThreadMembers(threadId: string, userIds: readonly string[]): void;
  /** Whether someone takes direct messages from the bot. */
  setDirectMessages(userId: string, how: 'open' | 'closed'): void;
};

/** The hands over `held`. */
export function channelHands(held: HeldPlaces, ids: Snowflakes): ChannelHands {
  const putChannel = (channel: Channel) => {
    const known = findChannel(held, channel.id) !== undefined;
    guildOfChannel(held, channel)?.channels.set(channel.id, channel);
    held.changes.tell({ type: known ? 'channel-edited' : 'channel-created', channel });
  };
  const change = (channelId: string, parts: Partial<Channel>) =>
    putChannel({ ...knownChannel(held, channelId), ...parts });
  const setPermissions = (userId: string, channelId: string, bits: bigint | null) => {
    const asked = knownChannel(held, channelId);
    const channel = asked.parentId === null ? asked : knownChannel(held, asked.parentId);
    const others = channel.overwrites.filter(({ id, type }) => type !== 1 || id !== userId);
    const own =
      bits === null ? [] : [{ id: userId, type: 1 as const, allow: bits, deny: allPermissions & ~bits }];
    putChannel({ ...channel, overwrites: [...others, ...own] });
  };
  return {
    putChannel,
    removeChannel: (channelId) => removeChannel(held, channelId),
    setPermissions,
    setBotPermissions: (channelId, bits) => setPermissions(held.bot.id, channelId, bits),
    setSlowMode: (channelId, slowModeSeconds) => change(channelId, { slowModeSeconds }),
    openThread(parentId, plan) {
      const thread = newThread(ids.next(), knownChannel(held, parentId), plan);
      putChannel(thread);
      return thread;
    },
    setThread: change,
    setThreadMembers: (threadId, threadMembers) => change(threadId, { threadMembers }),
    setDirectMessages(userId, how) {
      if (how === 'closed') held.closed.add(userId);
      else held.closed.delete(userId);
    },
  };
}

/** A thread of a channel, not yet put anywhere. */
export function newThread(id: string, parent: Channel, plan: ThreadPlan): Channel {
  const { name, ownerId, isPrivate = false, members = [] } = plan;
  return {
    id,
    guildId: parent.guildId,
    name,
    parentId: parent.id,
    position: 0,
    slowModeSeconds: 0,
    overwrites: [],
    ownerId,
    archived: false,
    locked: false,
    isPrivate,
    threadMembers: isPrivate ? [...new Set([ownerId, ...members])] : [],
  };
}

/** The bot's direct-message channel with a person. */
export function newDirectChannel(id: string, ownerId: string): Channel {
  const blank = { guildId: null, name: '', parentId: null, position: 0, slowModeSeconds: 0, overwrites: [] };
  const never = { archived: false, locked: false, isPrivate: false, threadMembers: [] };
  return { ...blank, ...never, id, ownerId };
}

/** Discord tells of a deleted channel only, not of the threads and messages that go with it. */
function removeChannel(held: HeldPlaces, channelId: string): void {
  const channel = knownChannel(held, channelId);
  const channels = guildOfChannel(held, channel)?.channels;
  const threads = [...(channels?.values() ?? [])].filter(({ parentId }) => parentId === channelId);
  for (const { id } of [channel, ...threads]) channels?.delete(id);
  held.changes.tell({ type: 'channel-deleted', channel, threadIds: threads.map(({ id }) => id) });
}
