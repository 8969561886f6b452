import { botOf, type Channel, type Guild, guildOf, type Person } from './guilds.ts';
import { type Listeners, listeners } from './listeners.ts';
import { allPermissions, permissionsIn } from './permissions.ts';
import type { WorldPlan } from './plan.ts';
import type { Snowflakes } from './snowflake.ts';

/** A change to servers and channels. */
export type PlaceChange =
  | { readonly type: 'channel-created' | 'channel-edited' | 'channel-deleted'; readonly channel: Channel }
  | { readonly type: 'guild-joined'; readonly guild: Guild }
  /** `unavailable` is an outage; else the bot was removed. */
  | { readonly type: 'guild-left'; readonly guildId: string; readonly unavailable: boolean };

/** The servers, their channels and people, and the hands that change them. Unknown ids are a RangeError there. */
export type Places = {
  readonly bot: Person;
  /** The servers the bot is in. */
  readonly guilds: ReadonlyMap<string, Guild>;
  readonly changes: Listeners<PlaceChange>;
  person(userId: string): Person | undefined;
  channel(channelId: string): Channel | undefined;
  /** Whether a channel is in a server that the bot was removed from. */
  isLeftChannel(channelId: string): boolean;
  /** The guild of a channel; undefined for direct messages. */
  guildOf(channel: Channel): Guild | undefined;
  /** The bot's direct-message channel with a person, opened when there is none. */
  directChannel(userId: string): Channel;
  /** What someone may do in a channel, as a bit field of `PermissionFlagsBits`. */
  permissions(userId: string, channelId: string): bigint;
  putChannel(channel: Channel): void;
  removeChannel(channelId: string): void;
  /** Gives someone exactly `bits` in a channel (a thread shares its parent's); null takes that back. */
  setPermissions(userId: string, channelId: string, bits: bigint | null): void;
  /** `setPermissions` for the bot. */
  setBotPermissions(channelId: string, bits: bigint | null): void;
  setSlowMode(channelId: string, seconds: number): void;
  setRoles(userId: string, guildId: string, roleIds: readonly string[]): void;
  /** Removes the bot from a guild for good, or makes the guild unavailable as in an outage. */
  leaveGuild(guildId: string, how: 'removed' | 'outage'): void;
  /** Ends an outage, or has the bot invited again. */
  joinGuild(guildId: string): void;
};

type Held = {
  readonly bot: Person;
  readonly guilds: Map<string, Guild>;
  /** Servers the bot was removed from. */
  readonly left: Map<string, Guild>;
  readonly direct: Map<string, Channel>;
  readonly changes: Listeners<PlaceChange>;
};

/** Places as planned. */
export function createPlaces(plan: WorldPlan, ids: Snowflakes): Places {
  const bot = botOf(plan);
  const held: Held = {
    bot,
    guilds: new Map(plan.guilds.map((guild) => [guild.id, guildOf(guild, bot)])),
    left: new Map(),
    direct: new Map(),
    changes: listeners(),
  };
  const { guilds, left, direct, changes } = held;
  return {
    bot,
    guilds,
    changes,
    person: (userId) =>
      [...guilds.values(), ...left.values()]
        .map((guild) => guild.members.get(userId))
        .find((member) => member !== undefined)?.person,
    channel: (id) => findChannel(held, id),
    isLeftChannel: (id) => [...left.values()].some((guild) => guild.channels.has(id)),
    guildOf: (channel) => guildOfChannel(held, channel),
    directChannel(userId) {
      const open = [...direct.values()].find((channel) => channel.ownerId === userId);
      const opened = open ?? directChannel(ids.next(), userId);
      direct.set(opened.id, opened);
      return opened;
    },
    permissions(userId, channelId) {
      const channel = knownChannel(held, channelId);
      const guild = guildOfChannel(held, channel);
      return guild === undefined ? allPermissions : permissionsIn(guild, userId, channel);
    },
    ...channelHands(held),
    ...guildHands(held),
  };
}

function channelHands(held: Held) {
  const putChannel = (channel: Channel) => {
    const known = findChannel(held, channel.id) !== undefined;
    guildOfChannel(held, channel)?.channels.set(channel.id, channel);
    held.changes.tell({ type: known ? 'channel-edited' : 'channel-created', channel });
  };
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
    removeChannel(channelId: string) {
      const channel = knownChannel(held, channelId);
      guildOfChannel(held, channel)?.channels.delete(channelId);
      held.changes.tell({ type: 'channel-deleted', channel });
    },
    setPermissions,
    setBotPermissions: (channelId: string, bits: bigint | null) =>
      setPermissions(held.bot.id, channelId, bits),
    setSlowMode: (channelId: string, slowModeSeconds: number) =>
      putChannel({ ...knownChannel(held, channelId), slowModeSeconds }),
  };
}

function guildHands(held: Held) {
  const { guilds, left, changes } = held;
  const known = (id: string) => {
    const guild = guilds.get(id) ?? left.get(id);
    if (guild === undefined) throw new RangeError(`no guild ${id}`);
    return guild;
  };
  return {
    setRoles(userId: string, guildId: string, roles: readonly string[]) {
      const member = known(guildId).members.get(userId);
      if (member === undefined) throw new RangeError(`no member ${userId}`);
      known(guildId).members.set(userId, { ...member, roles });
    },
    leaveGuild(guildId: string, how: 'removed' | 'outage') {
      const guild = known(guildId);
      guild.unavailable = how === 'outage';
      if (how === 'removed') {
        guilds.delete(guildId);
        left.set(guildId, guild);
      }
      changes.tell({ type: 'guild-left', guildId, unavailable: how === 'outage' });
    },
    joinGuild(guildId: string) {
      const guild = known(guildId);
      guild.unavailable = false;
      left.delete(guildId);
      guilds.set(guildId, guild);
      changes.tell({ type: 'guild-joined', guild });
    },
  };
}

function findChannel({ direct, guilds }: Held, id: string): Channel | undefined {
  const inGuilds = [...guilds.values()].map((guild) => guild.channels.get(id));
  return direct.get(id) ?? inGuilds.find((channel) => channel !== undefined);
}

function knownChannel(held: Held, id: string): Channel {
  const channel = findChannel(held, id);
  if (channel === undefined) throw new RangeError(`no channel ${id}`);
  return channel;
}

function guildOfChannel({ guilds }: Held, channel: Channel): Guild | undefined {
  return channel.guildId === null ? undefined : guilds.get(channel.guildId);
}

function directChannel(id: string, ownerId: string): Channel {
  const blank = { guildId: null, name: '', parentId: null, position: 0, slowModeSeconds: 0, overwrites: [] };
  return { ...blank, id, ownerId, archived: false };
}
