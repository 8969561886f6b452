import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { RoleGrant } from '../core/channel-permissions.ts';
import type { ChannelId, GuildId, MessageId, RoleId, UserId } from '../core/ids.ts';

/** A file sent with a card. */
export type CardFile = {
  readonly name: string;
  readonly contentType: string;
  readonly content: string | Uint8Array;
};

/** What can be posted: a Components V2 message, built by src/cards, without flags and mentions. */
export type Card = {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files: readonly CardFile[];
};

/** How a card is posted. */
export type Posting = {
  /** Up to 25 characters. Two posts with one nonce within a few minutes make one message. */
  readonly nonce: string;
  /** The message it answers, in the same channel; its author is not pinged. Gone in the meantime: an ordinary message. */
  readonly replyTo?: MessageId;
  /** The one role that is notified; nobody else ever is. */
  readonly notify?: RoleId;
};

/** How a direct message is sent. */
export type Telling = Pick<Posting, 'nonce'> & {
  /**
   * When an earlier attempt began; a message of the bot's own since then that is known by `mark`, else by the same words, was
   * that one. Else null.
   */
  readonly begunAt: number | null;
  /** A custom_id of the card that no other message has. */
  readonly mark?: string;
};

/** A message of somebody else's, as Discord lets the bot read it. */
export type SeenMessage = {
  readonly messageId: MessageId;
  readonly channelId: ChannelId;
  /** Null for bots and webhooks. */
  readonly authorId: UserId | null;
  /** Whether the bot itself wrote it. */
  readonly own: boolean;
  /** Whether Discord wrote it: somebody joined, something was pinned. */
  readonly system: boolean;
  /** Empty where there is none, or Discord does not let the bot read it. */
  readonly content: string;
  /** The text of the message it forwards. */
  readonly forwarded: string;
  /** Titles, descriptions and fields of its embeds, one a line. */
  readonly embedded: string;
  readonly attachments: number;
};

/** Messages in the bot's own name, and a look at those of others. */
export type Messages = {
  /**
   * Posts a card.
   *
   * @throws FootnoteError `bot.lacks-permission` when the bot may not see the channel or write there,
   * `share.thread-archived` in an archived or locked thread
   */
  post(channelId: ChannelId, card: Card, posting: Posting): Promise<MessageId>;
  /**
   * Puts a card in place of one of the bot's own.
   *
   * @returns `gone` when that message was deleted
   * @throws FootnoteError as `post` does
   */
  edit(channelId: ChannelId, messageId: MessageId, card: Card): Promise<'edited' | 'gone'>;
  /** Deletes a message of the bot's own; one that is gone already is no error. */
  remove(channelId: ChannelId, messageId: MessageId): Promise<void>;
  /** Sends a direct message; `closed` when the member takes none from the bot. */
  tell(memberId: UserId, card: Card, telling: Telling): Promise<'told' | 'closed'>;
  /** A message as it is now; `gone` when it or its channel was deleted, `closed` when the bot may not see it. */
  look(channelId: ChannelId, messageId: MessageId): Promise<SeenMessage | 'gone' | 'closed'>;
  /**
   * The first message of the bot's own, posted at or after `sinceMs`, that holds a button or menu whose custom_id
   * satisfies `wanted`; null when there is none, or the bot may not look.
   */
  findOwn(
    channelId: ChannelId,
    sinceMs: number,
    wanted: (customId: string) => boolean,
  ): Promise<MessageId | null>;
};

/** What Discord says of a channel or thread. */
export type ChannelFacts = {
  readonly channelId: ChannelId;
  readonly parentId: ChannelId | null;
  readonly kind: 'text' | 'thread' | 'private-thread' | 'other';
  readonly archived: boolean;
  readonly locked: boolean;
  /** What the bot may do there. */
  readonly botPermissions: bigint;
  /** What a member may do there; of a private thread, provided that they are in it. */
  permissionsOf(member: { readonly id: UserId; readonly roles: readonly RoleId[] }): bigint;
  /** Whether every member can see it; false for private threads. */
  readonly everyoneSees: boolean;
};

/** What Discord says of a server. */
export type GuildFacts = {
  readonly name: string;
  readonly ownerId: UserId;
  /** The language its admins have told Discord, such as `en-US` or `de`. */
  readonly locale: string;
  /** Where Discord sends its own safety alerts, for servers that chose a place. */
  readonly safetyAlertsChannel: ChannelId | null;
  /** Where community servers get Discord's updates for moderators. */
  readonly publicUpdatesChannel: ChannelId | null;
  /** Roles that everyone may mention. */
  readonly mentionableRoles: readonly RoleId[];
  /** Every role with what it allows in the whole server, that of everyone included. */
  readonly roles: readonly RoleGrant[];
};

/** What Discord says of servers and their channels, asked anew every time. */
export type Guilds = {
  describe(guildId: GuildId): Promise<GuildFacts>;
  /** Null when the channel is not of this server, is gone, or the bot may not see it. */
  channel(guildId: GuildId, channelId: ChannelId): Promise<ChannelFacts | null>;
};
