import type { GuildId, UserId, WatcherId, WatchId } from '../core/ids.ts';
import type { Watch, WatchedClaim, Watcher } from '../core/watch.ts';

/** A watched question that no claim answers yet. */
export type WatchedQuestion = { readonly watchId: WatchId; readonly text: string };

/** A watch, whose it is, and whether news wait for the member's next command. */
export type WatchOfWatcher = {
  readonly watcherId: WatcherId;
  readonly waits: boolean;
  readonly watch: Watch;
};

/** A watcher and everything they watch in its server, in the order of random ids. */
export type WatcherWithWatches = { readonly watcher: Watcher; readonly watches: readonly Watch[] };

/** Who wants to be told of which claims and questions. Nothing tells since when, or in which order. */
export type WatchStore = {
  /** The servers in which something is watched, but those that were left. */
  guilds(): Promise<readonly GuildId[]>;
  /** What is watched in a server: by id, those after `after`. */
  page(guildId: GuildId, after: WatchId | null, limit: number): Promise<readonly WatchOfWatcher[]>;
  /** At most `limit` questions watched in a server that no claim answers yet. */
  questions(guildId: GuildId, limit: number): Promise<readonly WatchedQuestion[]>;
  /** A watcher by id, if it is this server's. */
  find(guildId: GuildId, id: WatcherId): Promise<WatcherWithWatches | null>;
  /** What a member watches in a server; null when nothing. */
  ofMember(guildId: GuildId, memberId: UserId): Promise<WatcherWithWatches | null>;
  /** What a member watches, in every server. */
  ofMemberAnywhere(memberId: UserId): Promise<readonly WatcherWithWatches[]>;
  /**
   * Writes a new watcher.
   *
   * @throws RangeError when the member is a watcher of the server already
   */
  addWatcher(watcher: Watcher): Promise<void>;
  /** Replaces what of a watcher changes: locale, batch and since when news wait. */
  saveWatcher(watcher: Watcher): Promise<void>;
  /** Writes a new watch of a watcher. */
  add(watcher: Pick<Watcher, 'id' | 'guildId'>, watch: Watch): Promise<void>;
  /** Replaces what of a watch changes: what was seen, what is being told, and the answer. */
  save(watch: Watch): Promise<void>;
  /**
   * Notes the claim that answers watched questions of a server; those that have an answer keep it.
   *
   * @returns whose questions were answered by that, each watcher once
   */
  answer(guildId: GuildId, watchIds: readonly WatchId[], claim: WatchedClaim): Promise<readonly WatcherId[]>;
  /** Ends watches of one member, and the watcher with the last of them. Returns how many of them there were. */
  remove(memberId: UserId, watchIds: readonly WatchId[]): Promise<number>;
  /** Ends everything watched by at most `limit` members whose news wait since before `beforeMs`; returns of how many. */
  dropWaitingSince(beforeMs: number, limit: number): Promise<number>;
};
