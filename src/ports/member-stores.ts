import type { AuditEntry } from '../core/audit.ts';
import type { Case } from '../core/case.ts';
import type { GuildId, UserId } from '../core/ids.ts';
import type { ReportOfCase } from './case-stores.ts';
import type { WatcherWithWatches } from './watch-stores.ts';

/** Members who want none of their messages processed, in any server. */
export type OptOutStore = {
  has(memberId: UserId): Promise<boolean>;
  /** Returns whether it was new. */
  add(memberId: UserId, nowMs: number): Promise<boolean>;
  /** Returns whether there was one. */
  remove(memberId: UserId): Promise<boolean>;
};

/** Everything that is stored under a member's id, in every server. */
export type MemberRecord = {
  readonly optedOutSince: number | null;
  readonly reports: readonly ReportOfCase[];
  /** Cases of messages the member wrote. */
  readonly reportedMessages: readonly Case[];
  readonly badFaith: readonly { readonly guildId: GuildId; readonly marks: number }[];
  /** Cases assigned to or resolved by the member. */
  readonly moderated: readonly Case[];
  readonly audit: readonly AuditEntry[];
  /** What the member watches, by server. */
  readonly watches: readonly WatcherWithWatches[];
};

/** What belongs to one member, across servers; for `/privacy` alone. */
export type MemberStore = {
  record(memberId: UserId): Promise<MemberRecord>;
  /**
   * Takes the member out of everything: reports keep their reason, weight and time under a random tombstone, so that
   * counts stay right, and lose what the member wrote; questions that nobody else put lose their text; messages of theirs
   * lose text, author and matched claims, as `withdrawMessages` does, and dossiers made from them the text, quotes and
   * whatever repeats these; marks of bad faith, opt-out and what they watch go; mentions by others become mentions of
   * nobody. What they did as a moderator stays: the audit holds it for its time.
   *
   * @returns the cases whose cards have to be shown anew
   */
  erase(memberId: UserId): Promise<readonly Case[]>;
  /**
   * Takes text and matched claims from every case of the member's messages, and from the reports in them the
   * statements, which may quote the message; returns those cases.
   */
  withdrawMessages(memberId: UserId): Promise<readonly Case[]>;
};

/**
 * Who was erased within the last minutes, so that a message that had been read before is not stored after. No id is kept:
 * whoever has one can tell whether it was among them.
 */
export type ErasureStore = {
  note(memberId: UserId, nowMs: number): Promise<void>;
  /** Tells which members were erased at `sinceMs` (milliseconds since 1970) or later, as far as that is still kept. */
  since(sinceMs: number): Promise<(memberId: UserId) => boolean>;
  /** Forgets the erasures before `beforeMs`; returns how many. */
  deleteBefore(beforeMs: number): Promise<number>;
};

/** What retention removes, in portions. */
export type CaseRetention = {
  /**
   * Forgets text, author, matched claims, reporters and what they wrote of at most `limit` cases resolved before
   * `beforeMs`; returns those cases.
   */
  forgetResolvedBefore(beforeMs: number, limit: number): Promise<readonly Case[]>;
};

/** Servers the bot has left. */
export type DepartureStore = {
  /** Notes that the bot was removed from a server; a second note changes nothing. */
  left(guildId: GuildId, nowMs: number): Promise<void>;
  /** Notes that it is there again; returns whether it had left. */
  returned(guildId: GuildId): Promise<boolean>;
  /** Servers that anything is stored of and that were not left. */
  known(): Promise<readonly GuildId[]>;
  /** Servers left before `beforeMs`. */
  leftBefore(beforeMs: number): Promise<readonly GuildId[]>;
  /** Deletes everything a server has in the store, its departure included; shared dossiers stay. Counts rows by table. */
  purge(guildId: GuildId): Promise<Readonly<Record<string, number>>>;
};
