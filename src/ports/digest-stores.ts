import type { DayRange } from '../core/digest-period.ts';
import type { ChannelId, DigestPostId, GuildId, MessageId } from '../core/ids.ts';

/**
 * Why scheduled digests have stopped: there is no moderators' channel (`no-channel`), it is gone or Footnote cannot see it
 * (`unseen`), or Footnote may not write there (`closed`).
 */
export const digestPauses = ['no-channel', 'unseen', 'closed'] as const;
export type DigestPause = (typeof digestPauses)[number];

/** Where the scheduled digests of a server stand: when the next is due, or since when and why there are none. */
export type DigestTurn =
  | { readonly dueAt: number; readonly paused: null }
  | { readonly dueAt: null; readonly paused: { readonly at: number; readonly why: DigestPause } };

/** A scheduled digest of one server and period. */
export type DigestPost = DayRange & {
  readonly id: DigestPostId;
  readonly guildId: GuildId;
  /** The period's name, the same for every process. */
  readonly key: string;
  readonly madeAt: number;
  /** Where it is posted, or was last tried to be. */
  readonly channelId: ChannelId | null;
  /** Null until it is posted. */
  readonly messageId: MessageId | null;
};

/** A digest that is posted. */
export type PostedDigest = DigestPost & { readonly channelId: ChannelId; readonly messageId: MessageId };

/** When the digest of each server is due. */
export type DigestTurnStore = {
  /** Null for a server without a schedule. */
  turn(guildId: GuildId): Promise<DigestTurn | null>;
  /** Writes where a server's digests stand; null: it has none. */
  saveTurn(guildId: GuildId, turn: DigestTurn | null): Promise<void>;
  /** Servers whose digest is due, longest first, but those that were left; at most `limit`. */
  due(nowMs: number, limit: number): Promise<readonly GuildId[]>;
  /** How many servers have a schedule, and those whose digests have stopped, in the order of their ids. */
  turns(): Promise<{
    readonly total: number;
    readonly paused: readonly { readonly guildId: GuildId; readonly why: DigestPause }[];
  }>;
};

/** Scheduled digests. */
export type DigestPostStore = {
  /** Adds a post, unless its server has one of that key; returns the one that is there from now on. */
  claim(post: DigestPost): Promise<DigestPost>;
  findPost(guildId: GuildId, id: DigestPostId): Promise<DigestPost | null>;
  /** Replaces the place of a stored post. */
  savePlace(post: Pick<DigestPost, 'id' | 'guildId' | 'channelId' | 'messageId'>): Promise<void>;
  /** Whether a later digest of the same server, made by `nowMs`, waits to be posted, too. */
  isOvertaken(post: DigestPost, nowMs: number): Promise<boolean>;
  /** The last digest that was posted in a server, as long as it is kept. */
  lastPosted(guildId: GuildId): Promise<PostedDigest | null>;
  /** Deletes at most `limit` posts made before `beforeMs`; returns how many. */
  deletePostsBefore(beforeMs: number, limit: number): Promise<number>;
};
