import { GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord-api-types/v10';
import { errorFacts } from '../../core/error-facts.ts';
import { ChannelId, GuildId, MessageId } from '../../core/ids.ts';
import type { HandleHappening, Happening } from '../../incoming.ts';
import type { Log } from '../../ports/log.ts';

/** Passes on what the Gateway brings, and knows what is still under way. */
export type NoteTaker = {
  /** Never throws. What the bot takes no note of, such as every new message, is dropped at once. */
  take(event: GatewayDispatchPayload, botId: string, onHappening: HandleHappening): void;
  /** Resolves when everything passed on has been dealt with. */
  settled(): Promise<void>;
};

/** A note-taker that writes what it cannot read to the log. */
export function noteTaker(log: Log): NoteTaker {
  const underWay = new Set<Promise<void>>();
  return {
    take(event, botId, onHappening) {
      try {
        const happening = readHappening(event, botId);
        if (happening === null) return;
        const note: Promise<void> = onHappening(happening).finally(() => underWay.delete(note));
        underWay.add(note);
      } catch (error) {
        log.error({ event: event.t, error: errorFacts(error) }, 'an event could not be read');
      }
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}

/** Reads an event of the Gateway; null for everything the bot takes no note of. `botId` is the bot's own account. */
export function readHappening(event: GatewayDispatchPayload, botId: string): Happening | null {
  switch (event.t) {
    case GatewayDispatchEvents.Ready: {
      const [shardId, shardCount] = event.d.shard ?? [0, 1];
      const guildIds = event.d.guilds.map(({ id }) => GuildId.parse(id));
      return { kind: 'guilds-known', guildIds, shardId, shardCount };
    }
    case GatewayDispatchEvents.MessageDelete:
      return deleted(event.d.guild_id, [event.d.id]);
    case GatewayDispatchEvents.MessageDeleteBulk:
      return deleted(event.d.guild_id, event.d.ids);
    case GatewayDispatchEvents.MessageUpdate: {
      const { guild_id: guildId, id, author, edited_timestamp: editedAt } = event.d;
      // Without this time Discord only added the preview of a link, or the like.
      const changed = typeof editedAt === 'string' && author?.id !== botId;
      if (!changed || guildId === undefined) return null;
      return { kind: 'message-edited', guildId: GuildId.parse(guildId), messageId: MessageId.parse(id) };
    }
    case GatewayDispatchEvents.ChannelDelete:
    case GatewayDispatchEvents.ThreadDelete: {
      const guildId = 'guild_id' in event.d ? event.d.guild_id : undefined;
      if (guildId === undefined) return null;
      const channelId = ChannelId.parse(event.d.id);
      return { kind: 'channel-deleted', guildId: GuildId.parse(guildId), channelId };
    }
    case GatewayDispatchEvents.GuildDelete:
      return event.d.unavailable === true ? null : { kind: 'guild-left', guildId: GuildId.parse(event.d.id) };
    case GatewayDispatchEvents.GuildCreate:
      return event.d.unavailable === true
        ? null
        : { kind: 'guild-there', guildId: GuildId.parse(event.d.id) };
    default:
      return null;
  }
}

function deleted(guildId: string | undefined, ids: readonly string[]): Happening | null {
  if (guildId === undefined) return null;
  const messageIds = ids.map((id) => MessageId.parse(id));
  return { kind: 'messages-deleted', guildId: GuildId.parse(guildId), messageIds };
}
