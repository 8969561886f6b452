import type { APIMessage } from 'discord-api-types/v10';
import { type Listeners, listeners } from './listeners.ts';

/** A message and what Discord knows about it beyond what it shows. */
export type StoredMessage = {
  readonly message: APIMessage;
  /** The only person who sees it, or null for everyone in the channel. */
  readonly onlyFor: string | null;
  /** Set on answers to a command: who used which. */
  readonly usedCommand: { readonly userName: string; readonly command: string } | null;
};

/** What became of a message, or of several of one channel that were deleted together. */
export type MessageChange =
  | { readonly type: 'created' | 'edited' | 'deleted'; readonly stored: StoredMessage }
  | { readonly type: 'many-deleted'; readonly channelId: string; readonly deleted: readonly StoredMessage[] };

/** All messages of the world, oldest first in each channel. */
export type Messages = {
  readonly changes: Listeners<MessageChange>;
  add(stored: StoredMessage): void;
  /** Puts `message` in the place of the one with its id. */
  replace(message: APIMessage): void;
  remove(id: string): void;
  /** Deletes messages of one channel at a stroke. */
  removeMany(ids: readonly string[]): void;
  /** Forgets all messages of a channel that is gone, without telling anybody. */
  forgetChannel(channelId: string): void;
  get(id: string): StoredMessage | undefined;
  inChannel(channelId: string): readonly StoredMessage[];
  /** The newest message that everyone sees, and how many there are. */
  summary(channelId: string): { readonly lastId: string | null; readonly count: number };
};

/** An empty store of messages. */
export function messageStore(): Messages {
  const byId = new Map<string, StoredMessage>();
  const byChannel = new Map<string, Set<string>>();
  const summaries = new Map<string, { lastId: string | null; count: number }>();
  const changes = listeners<MessageChange>();
  const summary = (channelId: string) => summaries.get(channelId) ?? { lastId: null, count: 0 };

  const drop = (id: string) => {
    const stored = byId.get(id);
    byId.delete(id);
    if (stored !== undefined) byChannel.get(stored.message.channel_id)?.delete(id);
    return stored;
  };

  return {
    changes,
    add(stored) {
      const { id, channel_id } = stored.message;
      if (stored.onlyFor === null) {
        summaries.set(channel_id, { lastId: id, count: summary(channel_id).count + 1 });
      }
      byId.set(id, stored);
      const inChannel = byChannel.get(channel_id) ?? new Set();
      byChannel.set(channel_id, inChannel.add(id));
      changes.tell({ type: 'created', stored });
    },
    replace(message) {
      const old = byId.get(message.id);
      if (old === undefined) throw new RangeError('no message with this id');
      const stored = { ...old, message };
      byId.set(message.id, stored);
      changes.tell({ type: 'edited', stored });
    },
    remove(id) {
      const stored = drop(id);
      if (stored !== undefined) changes.tell({ type: 'deleted', stored });
    },
    removeMany(ids) {
      const deleted = ids.flatMap((id) => drop(id) ?? []);
      const channelId = deleted[0]?.message.channel_id;
      if (channelId !== undefined) changes.tell({ type: 'many-deleted', channelId, deleted });
    },
    forgetChannel(channelId) {
      for (const id of byChannel.get(channelId) ?? []) byId.delete(id);
      byChannel.delete(channelId);
    },
    get: (id) => byId.get(id),
    summary,
    inChannel(channelId) {
      return [...(byChannel.get(channelId) ?? [])].flatMap((id) => byId.get(id) ?? []);
    },
  };
}
