import { type APIMessage, PermissionFlagsBits } from 'discord-api-types/v10';

/** A role of a planned server; the role that everyone has bears the server's own id. */
export type RolePlan = {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  /** Whether everyone may notify it; false when absent. */
  readonly mentionable?: boolean;
};

/** A person in a planned server. */
export type MemberPlan = { readonly id: string; readonly name: string; readonly roles?: readonly string[] };

/** What a role (type 0) or member (type 1) may or may not do in one channel. */
export type OverwritePlan = {
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
};

/** A message that is there from the start. */
export type MessagePlan = {
  readonly authorId: string;
  readonly content: string;
  /** How long before the start it was written. */
  readonly minutesAgo: number;
  /** What a client cannot write, such as embeds. */
  readonly extra?: Partial<APIMessage>;
  /** A file attached to it, by which the message may have no text. */
  readonly file?: { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array };
  /** A name by which later messages may answer or forward it. */
  readonly key?: string;
  readonly answers?: string;
  readonly forwards?: string;
};

/** A text channel, or a thread when it has a parent. */
export type ChannelPlan = {
  readonly id: string;
  readonly name: string;
  readonly parentId?: string;
  /** A thread that only its members see. */
  readonly isPrivate?: boolean;
  /** The members of a private thread. */
  readonly members?: readonly string[];
  readonly archived?: boolean;
  readonly locked?: boolean;
  /** What has been written there, oldest first. */
  readonly messages?: readonly MessagePlan[];
  /** Seconds a member waits between two messages; 0 when absent. */
  readonly slowModeSeconds?: number;
  readonly overwrites?: readonly OverwritePlan[];
};

/** A server. The bot joins it by itself, with the role `botRole`. */
export type GuildPlan = {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale?: string;
  readonly everyone: bigint;
  readonly botRole: RolePlan;
  readonly roles?: readonly RolePlan[];
  readonly members: readonly MemberPlan[];
  /** The channels Discord sends its safety alerts and its news for moderators to; none when absent. */
  readonly safetyAlerts?: string;
  readonly publicUpdates?: string;
  readonly channels: readonly ChannelPlan[];
};

/** Everything a loopback Discord begins with. */
export type WorldPlan = {
  readonly application: { readonly id: string; readonly name: string; readonly messageContent?: boolean };
  readonly token: string;
  readonly guilds: readonly GuildPlan[];
};

const may = PermissionFlagsBits;

/** What a member may do in a new server, as far as it matters to a text bot. */
export const everyonePermissions =
  may.ViewChannel |
  may.SendMessages |
  may.SendMessagesInThreads |
  may.CreatePublicThreads |
  may.CreatePrivateThreads |
  may.ReadMessageHistory |
  may.EmbedLinks |
  may.AttachFiles |
  may.AddReactions |
  may.UseApplicationCommands;

/** The least the bot needs: see the channel, write there and in threads, attach files, read its own messages. */
export const botPermissions =
  may.ViewChannel |
  may.SendMessages |
  may.SendMessagesInThreads |
  may.ReadMessageHistory |
  may.EmbedLinks |
  may.AttachFiles;

/** Ids of the default world, the same on every run. */
export const sandboxIds = {
  application: '1290000000000000001',
  guild: '1290000000000000100',
  botRole: '1290000000000000101',
  moderatorRole: '1290000000000000102',
  adminRole: '1290000000000000103',
  general: '1290000000000000110',
  news: '1290000000000000111',
  moderators: '1290000000000000112',
  thread: '1290000000000000113',
  otherGuild: '1290000000000000200',
  otherBotRole: '1290000000000000201',
  otherGeneral: '1290000000000000210',
  mia: '1290000000000000301',
  noor: '1290000000000000302',
  max: '1290000000000000303',
  ada: '1290000000000000304',
  olu: '1290000000000000305',
  sam: '1290000000000000306',
} as const;

const ids = sandboxIds;

const sandboxGuild: GuildPlan = {
  id: ids.guild,
  name: 'Sandbox server',
  ownerId: ids.ada,
  everyone: everyonePermissions,
  botRole: { id: ids.botRole, name: 'Footnote', permissions: botPermissions },
  roles: [
    { id: ids.moderatorRole, name: 'Moderators', permissions: may.ManageMessages | may.ModerateMembers },
    {
      id: ids.adminRole,
      name: 'Admins',
      permissions: may.ManageGuild | may.ManageRoles | may.ManageChannels,
    },
  ],
  members: [
    { id: ids.mia, name: 'Mia' },
    { id: ids.noor, name: 'Noor' },
    { id: ids.sam, name: 'Sam' },
    { id: ids.max, name: 'Max', roles: [ids.moderatorRole] },
    { id: ids.ada, name: 'Ada', roles: [ids.adminRole] },
  ],
  channels: [
    { id: ids.general, name: 'general' },
    { id: ids.news, name: 'news' },
    {
      id: ids.moderators,
      name: 'moderators',
      overwrites: [
        { id: ids.guild, type: 0, allow: 0n, deny: may.ViewChannel },
        { id: ids.moderatorRole, type: 0, allow: may.ViewChannel, deny: 0n },
        { id: ids.botRole, type: 0, allow: may.ViewChannel, deny: 0n },
      ],
    },
    { id: ids.thread, name: 'the post everyone argues about', parentId: ids.news },
  ],
};

const otherGuild: GuildPlan = {
  id: ids.otherGuild,
  name: 'Other server',
  ownerId: ids.olu,
  everyone: everyonePermissions,
  botRole: { id: ids.otherBotRole, name: 'Footnote', permissions: botPermissions },
  members: [{ id: ids.olu, name: 'Olu' }],
  channels: [{ id: ids.otherGeneral, name: 'general' }],
};

/** The world of the sandbox: two servers and six people, and nothing written yet. */
export const sandboxPlan: WorldPlan = {
  application: { id: ids.application, name: 'Footnote' },
  token: `${Buffer.from(ids.application).toString('base64url')}.loopback.only-valid-on-this-machine`,
  guilds: [sandboxGuild, otherGuild],
};
