import { type HeldPlaces, knownGuild } from './held-places.ts';

/** The hands that change servers. Unknown ids are a RangeError. */
export type GuildHands = {
  setRoles(userId: string, guildId: string, roleIds: readonly string[]): void;
  /** Someone leaves a server. */
  removeMember(guildId: string, userId: string): void;
  /** Where Discord sends its safety alerts, and its news for moderators; null: nowhere. What is absent stays. */
  setGuildChannels(
    guildId: string,
    channels: { readonly safetyAlerts?: string | null; readonly publicUpdates?: string | null },
  ): void;
  /** Removes the bot from a guild for good, or makes the guild unavailable as in an outage. */
  leaveGuild(guildId: string, how: 'removed' | 'outage'): void;
  /** Ends an outage, or has the bot invited again. */
  joinGuild(guildId: string): void;
};

/** The hands over `held`. */
export function guildHands(held: HeldPlaces): GuildHands {
  const { guilds, left, changes } = held;
  const known = (id: string) => knownGuild(held, id);
  return {
    setRoles(userId, guildId, roles) {
      const member = known(guildId).members.get(userId);
      if (member === undefined) throw new RangeError(`no member ${userId}`);
      known(guildId).members.set(userId, { ...member, roles });
    },
    removeMember(guildId, userId) {
      if (!known(guildId).members.delete(userId)) throw new RangeError(`no member ${userId}`);
    },
    setGuildChannels(guildId, channels) {
      const guild = Object.assign(known(guildId), channels);
      changes.tell({ type: 'guild-edited', guild });
    },
    leaveGuild(guildId, how) {
      const guild = known(guildId);
      guild.unavailable = how === 'outage';
      if (how === 'removed') {
        guilds.delete(guildId);
        left.set(guildId, guild);
      }
      changes.tell({ type: 'guild-left', guildId, unavailable: how === 'outage' });
    },
    joinGuild(guildId) {
      const guild = known(guildId);
      guild.unavailable = false;
      left.delete(guildId);
      guilds.set(guildId, guild);
      changes.tell({ type: 'guild-joined', guild });
    },
  };
}
