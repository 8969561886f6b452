import type { Clock } from '../ports/clock.ts';
import { directChannelObject, textChannelObject, threadObject } from './api-objects.ts';
import { type Attachments, attachmentStore } from './attachments.ts';
import { type Commands, commandStore } from './commands.ts';
import { botOf, type Channel, type Guild, guildOf, type Person } from './guilds.ts';
import { type Listeners, listeners } from './listeners.ts';
import { type Messages, messageStore } from './messages.ts';
import { allPermissions, permissionsIn } from './permissions.ts';
import { sandboxPlan, type WorldPlan } from './plan.ts';
import { type Snowflakes, snowflakes } from './snowflake.ts';

/** A change to servers and channels; changes to messages and commands are told by their own stores. */
export type WorldChange =
  | { readonly type: 'channel-created' | 'channel-edited' | 'channel-deleted'; readonly channel: Channel }
  | { readonly type: 'guild-joined'; readonly guild: Guild }
  /** `unavailable` is an outage; else the bot was removed. */
  | { readonly type: 'guild-left'; readonly guildId: string; readonly unavailable: boolean };

/** Everything that exists in the loopback Discord, and the hands that change it. */
export type World = {
  readonly applicationId: string;
  readonly applicationName: string;
  readonly token: string;
  /** Whether the bot may read the content of other people's messages. */
  readonly messageContent: boolean;
  readonly bot: Person;
  readonly clock: Clock;
  readonly ids: Snowflakes;
  readonly guilds: ReadonlyMap<string, Guild>;
  readonly messages: Messages;
  readonly commands: Commands;
  readonly attachments: Attachments;
  readonly changes: Listeners<WorldChange>;
  person(userId: string): Person | undefined;
  channel(channelId: string): Channel | undefined;
  /** The guild of a channel; undefined for direct messages. */
  guildOf(channel: Channel): Guild | undefined;
  /** The bot's direct-message channel with a person, opened when there is none. */
  directChannel(userId: string): Channel;
  /** What someone may do in a channel, as a bit field of `PermissionFlagsBits`. */
  permissions(userId: string, channelId: string): bigint;
  /** A channel as Discord's API shows it. */
  channelObject(
    channel: Channel,
  ): ReturnType<typeof textChannelObject | typeof threadObject | typeof directChannelObject>;
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

/** A world that begins as planned. */
export function createWorld(clock: Clock, plan: WorldPlan = sandboxPlan): World {
  const bot = botOf(plan);
  const guilds = new Map(plan.guilds.map((guild) => [guild.id, guildOf(guild, bot)]));
  const left = new Map<string, Guild>();
  const direct = new Map<string, Channel>();
  const changes = listeners<WorldChange>();
  const ids = snowflakes(clock);
  const messages = messageStore();

  const guildOfChannel = (channel: Channel) =>
    channel.guildId === null ? undefined : guilds.get(channel.guildId);
  const findChannel = (id: string) =>
    direct.get(id) ??
    [...guilds.values()].map((guild) => guild.channels.get(id)).find((found) => found !== undefined);
  const knownChannel = (id: string) => {
    const channel = findChannel(id);
    if (channel === undefined) throw new RangeError(`no channel ${id}`);
    return channel;
  };
  const knownGuild = (id: string) => {
    const guild = guilds.get(id) ?? left.get(id);
    if (guild === undefined) throw new RangeError(`no guild ${id}`);
    return guild;
  };
  const findPerson = (userId: string) =>
    [...guilds.values(), ...left.values()].map((guild) => guild.members.get(userId)).find((member) => member)
      ?.person;
  const putChannel = (channel: Channel) => {
    const known = findChannel(channel.id) !== undefined;
    guildOfChannel(channel)?.channels.set(channel.id, channel);
    changes.tell({ type: known ? 'channel-edited' : 'channel-created', channel });
  };
  const setPermissions: World['setPermissions'] = (userId, channelId, bits) => {
    const asked = knownChannel(channelId);
    const channel = asked.parentId === null ? asked : knownChannel(asked.parentId);
    const others = channel.overwrites.filter(({ id, type }) => type !== 1 || id !== userId);
    const own =
      bits === null ? [] : [{ id: userId, type: 1 as const, allow: bits, deny: allPermissions & ~bits }];
    putChannel({ ...channel, overwrites: [...others, ...own] });
  };

  return {
    applicationId: plan.application.id,
    applicationName: plan.application.name,
    token: plan.token,
    messageContent: plan.application.messageContent ?? false,
    bot,
    clock,
    ids,
    guilds,
    messages,
    commands: commandStore(),
    attachments: attachmentStore(),
    changes,
    person: findPerson,
    channel: findChannel,
    guildOf: guildOfChannel,
    directChannel(userId) {
      const open = [...direct.values()].find((channel) => channel.ownerId === userId);
      const opened: Channel = open ?? {
        id: ids.next(),
        guildId: null,
        name: '',
        parentId: null,
        position: 0,
        slowModeSeconds: 0,
        overwrites: [],
        ownerId: userId,
        archived: false,
      };
      direct.set(opened.id, opened);
      return opened;
    },
    permissions(userId, channelId) {
      const channel = knownChannel(channelId);
      const guild = guildOfChannel(channel);
      return guild === undefined ? allPermissions : permissionsIn(guild, userId, channel);
    },
    channelObject(channel) {
      const { lastId, count } = messages.summary(channel.id);
      const other = channel.guildId === null ? findPerson(channel.ownerId ?? '') : undefined;
      if (other !== undefined) return directChannelObject(channel, other, lastId);
      if (channel.parentId !== null) return threadObject(channel, lastId, count);
      return textChannelObject(channel, lastId);
    },
    putChannel,
    removeChannel(channelId) {
      const channel = knownChannel(channelId);
      guildOfChannel(channel)?.channels.delete(channelId);
      changes.tell({ type: 'channel-deleted', channel });
    },
    setPermissions,
    setBotPermissions: (channelId, bits) => setPermissions(bot.id, channelId, bits),
    setSlowMode: (channelId, slowModeSeconds) => putChannel({ ...knownChannel(channelId), slowModeSeconds }),
    setRoles(userId, guildId, roles) {
      const guild = knownGuild(guildId);
      const member = guild.members.get(userId);
      if (member === undefined) throw new RangeError(`no member ${userId}`);
      guild.members.set(userId, { ...member, roles });
    },
    leaveGuild(guildId, how) {
      const guild = knownGuild(guildId);
      guild.unavailable = how === 'outage';
      if (how === 'removed') {
        guilds.delete(guildId);
        left.set(guildId, guild);
      }
      changes.tell({ type: 'guild-left', guildId, unavailable: how === 'outage' });
    },
    joinGuild(guildId) {
      const guild = knownGuild(guildId);
      guild.unavailable = false;
      left.delete(guildId);
      guilds.set(guildId, guild);
      changes.tell({ type: 'guild-joined', guild });
    },
  };
}
