import { type ChannelHands, channelHands, newDirectChannel } from './channel-hands.ts';
import { type GuildHands, guildHands } from './guild-hands.ts';
import { botOf, type Channel, type Guild, guildOf, type Person } from './guilds.ts';
import {
  findChannel,
  guildOfChannel,
  type HeldPlaces,
  knownChannel,
  type PlaceChange,
} from './held-places.ts';
import { type Listeners, listeners } from './listeners.ts';
import { allPermissions, permissionsIn, seesIn } from './permissions.ts';
import type { WorldPlan } from './plan.ts';
import type { Snowflakes } from './snowflake.ts';

/** The servers, their channels and people, and the hands that change them. Unknown ids are a RangeError there. */
export type Places = ChannelHands &
  GuildHands & {
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
    /** Whether someone takes direct messages from the bot, and shares a server with it. */
    reachable(userId: string): 'open' | 'closed' | 'stranger';
    /** What someone may do in a channel, as a bit field of `PermissionFlagsBits`. */
    permissions(userId: string, channelId: string): bigint;
    /** Whether someone sees a channel; private threads are seen by their members alone. */
    sees(userId: string, channelId: string): boolean;
  };

/** Places as planned. */
export function createPlaces(plan: WorldPlan, ids: Snowflakes): Places {
  const bot = botOf(plan);
  const held: HeldPlaces = {
    bot,
    guilds: new Map(plan.guilds.map((guild) => [guild.id, guildOf(guild, bot)])),
    left: new Map(),
    direct: new Map(),
    closed: new Set(),
    changes: listeners(),
  };
  const { guilds, left, direct, closed, changes } = held;
  return {
    bot,
    guilds,
    changes,
    person: (userId) => findPerson(held, plan, userId),
    channel: (id) => findChannel(held, id),
    isLeftChannel: (id) => [...left.values()].some((guild) => guild.channels.has(id)),
    guildOf: (channel) => guildOfChannel(held, channel),
    directChannel(userId) {
      const open = [...direct.values()].find((channel) => channel.ownerId === userId);
      const opened = open ?? newDirectChannel(ids.next(), userId);
      direct.set(opened.id, opened);
      return opened;
    },
    reachable(userId) {
      if (![...guilds.values()].some(({ members }) => members.has(userId))) return 'stranger';
      return closed.has(userId) ? 'closed' : 'open';
    },
    permissions(userId, channelId) {
      const channel = knownChannel(held, channelId);
      const guild = guildOfChannel(held, channel);
      return guild === undefined ? allPermissions : permissionsIn(guild, userId, channel);
    },
    sees(userId, channelId) {
      const channel = knownChannel(held, channelId);
      const guild = guildOfChannel(held, channel);
      if (guild !== undefined) return seesIn(guild, userId, channel);
      return userId === channel.ownerId || userId === bot.id;
    },
    ...channelHands(held, ids),
    ...guildHands(held),
  };
}

/** Someone by their id, wherever they are or, as planned, once were. */
function findPerson({ guilds, left }: HeldPlaces, plan: WorldPlan, userId: string): Person | undefined {
  const here = [...guilds.values(), ...left.values()]
    .map((guild) => guild.members.get(userId))
    .find((member) => member !== undefined)?.person;
  if (here !== undefined) return here;
  const planned = plan.guilds.flatMap(({ members }) => members).find(({ id }) => id === userId);
  return planned === undefined ? undefined : { id: planned.id, name: planned.name, bot: false };
}
