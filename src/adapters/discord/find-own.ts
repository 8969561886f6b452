import type { API } from '@discordjs/core';
import { type ChannelId, MessageId } from '../../core/ids.ts';

/** Milliseconds since 1970 at which Discord's ids begin (Discord API documentation, Snowflakes). */
const discordEpochMs = 1_420_070_400_000;

/** How far the clock of this machine may be ahead of Discord's. */
const skewMs = 5_000;

/** Discord gives at most 100 messages at a time (Discord API documentation, Get Channel Messages). */
const perPage = 100;
const maxPages = 5;

/**
 * The first of the bot's messages since `sinceMs` whose components are wanted, among the 500 messages after it.
 *
 * @returns null when there is none
 */
export async function findOwn(
  channels: API['channels'],
  search: {
    readonly channelId: ChannelId;
    readonly sinceMs: number;
    readonly wanted: (components: unknown) => boolean;
    readonly botId: string;
  },
): Promise<MessageId | null> {
  let after = idAt(search.sinceMs - skewMs);
  for (let page = 0; page < maxPages; page += 1) {
    const found = await channels.getMessages(search.channelId, { after: String(after), limit: perPage });
    const oldestFirst = found.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    const own = oldestFirst.find(
      ({ author, components }) => author.id === search.botId && search.wanted(components),
    );
    if (own !== undefined) return MessageId.parse(own.id);
    const newest = oldestFirst.at(-1);
    if (newest === undefined || found.length < perPage) return null;
    after = BigInt(newest.id);
  }
  return null;
}

/** The smallest id a message of this moment can have. */
function idAt(timeMs: number): bigint {
  return BigInt(Math.max(0, Math.floor(timeMs) - discordEpochMs)) << 22n;
}
