import type { GuildPlan, OverwritePlan, WorldPlan } from './plan.ts';

export type Role = {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  readonly position: number;
  readonly botId: string | null;
  readonly mentionable: boolean;
};

export type Person = { readonly id: string; readonly name: string; readonly bot: boolean };

export type Member = { readonly person: Person; readonly roles: readonly string[] };

/** A text channel, a thread (it has a parent) or a direct-message channel (it has no guild). */
export type Channel = {
  readonly id: string;
  readonly guildId: string | null;
  readonly name: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly slowModeSeconds: number;
  readonly overwrites: readonly OverwritePlan[];
  /** The person at the other end of a direct-message channel, or who opened a thread. */
  readonly ownerId: string | null;
  readonly archived: boolean;
  /** A locked thread takes messages of those alone who may manage threads. */
  readonly locked: boolean;
  /** A private thread is seen by its members, and by those who may manage threads. */
  readonly isPrivate: boolean;
  /** The members of a private thread. */
  readonly threadMembers: readonly string[];
};

export type Guild = {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
  readonly roles: readonly Role[];
  readonly members: Map<string, Member>;
  readonly channels: Map<string, Channel>;
  /** Where Discord sends its safety alerts, and its news for moderators. */
  safetyAlerts: string | null;
  publicUpdates: string | null;
  /** An outage: the guild exists, Discord cannot reach it. */
  unavailable: boolean;
};

/** The server that `plan` describes, with the bot in it. */
export function guildOf(plan: GuildPlan, bot: Person): Guild {
  const roles: Role[] = [
    {
      id: plan.id,
      name: '@everyone',
      permissions: plan.everyone,
      position: 0,
      botId: null,
      mentionable: false,
    },
    { mentionable: false, ...plan.botRole, position: 1, botId: bot.id },
    ...(plan.roles ?? []).map((role, index) => ({
      mentionable: false,
      ...role,
      position: index + 2,
      botId: null,
    })),
  ];
  const members = plan.members.map(
    (member): Member => ({
      person: { id: member.id, name: member.name, bot: false },
      roles: member.roles ?? [],
    }),
  );
  const channels = plan.channels.map(
    (channel, position): Channel => ({
      id: channel.id,
      guildId: plan.id,
      name: channel.name,
      parentId: channel.parentId ?? null,
      position,
      slowModeSeconds: channel.slowModeSeconds ?? 0,
      overwrites: channel.overwrites ?? [],
      ownerId: channel.parentId === undefined ? null : plan.ownerId,
      archived: channel.archived ?? false,
      locked: channel.locked ?? false,
      isPrivate: channel.isPrivate ?? false,
      threadMembers: channel.members ?? [],
    }),
  );
  return {
    id: plan.id,
    name: plan.name,
    ownerId: plan.ownerId,
    locale: plan.locale ?? 'en-US',
    roles,
    members: new Map(
      [...members, { person: bot, roles: [plan.botRole.id] }].map((member) => [member.person.id, member]),
    ),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    safetyAlerts: plan.safetyAlerts ?? null,
    publicUpdates: plan.publicUpdates ?? null,
    unavailable: false,
  };
}

/** The bot's own user; Discord gives it the id of its application. */
export function botOf(plan: WorldPlan): Person {
  return { id: plan.application.id, name: plan.application.name, bot: true };
}
