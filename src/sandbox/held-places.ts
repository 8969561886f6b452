import type { Channel, Guild, Person } from './guilds.ts';
import type { Listeners } from './listeners.ts';

/** A change to servers and channels. */
export type PlaceChange =
  | { readonly type: 'channel-created' | 'channel-edited'; readonly channel: Channel }
  /** `threadIds` are the threads that went with the channel. */
  | {
      readonly type: 'channel-deleted';
      readonly channel: Channel;
      readonly threadIds: readonly string[];
    }
  | { readonly type: 'guild-joined' | 'guild-edited'; readonly guild: Guild }
  /** `unavailable` is an outage; else the bot was removed. */
  | { readonly type: 'guild-left'; readonly guildId: string; readonly unavailable: boolean };

/** What the places of a world are kept in. */
export type HeldPlaces = {
  readonly bot: Person;
  readonly guilds: Map<string, Guild>;
  /** Servers the bot was removed from. */
  readonly left: Map<string, Guild>;
  readonly direct: Map<string, Channel>;
  /** Who takes no direct messages from the bot. */
  readonly closed: Set<string>;
  readonly changes: Listeners<PlaceChange>;
};

/** A channel of a server the bot is in, or of its direct messages. */
export function findChannel({ direct, guilds }: HeldPlaces, id: string): Channel | undefined {
  const inGuilds = [...guilds.values()].map((guild) => guild.channels.get(id));
  return direct.get(id) ?? inGuilds.find((channel) => channel !== undefined);
}

/** @throws {RangeError} when there is no such channel */
export function knownChannel(held: HeldPlaces, id: string): Channel {
  const channel = findChannel(held, id);
  if (channel === undefined) throw new RangeError(`no channel ${id}`);
  return channel;
}

/** @throws {RangeError} when there is no such guild, left ones included */
export function knownGuild({ guilds, left }: HeldPlaces, id: string): Guild {
  const guild = guilds.get(id) ?? left.get(id);
  if (guild === undefined) throw new RangeError(`no guild ${id}`);
  return guild;
}

/** The guild of a channel; undefined for direct messages. */
export function guildOfChannel({ guilds }: HeldPlaces, channel: Channel): Guild | undefined {
  return channel.guildId === null ? undefined : guilds.get(channel.guildId);
}
