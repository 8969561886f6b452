import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { ChannelId, InteractionId, MessageId } from '../core/ids.ts';

/** A file sent with a card. */
export type CardFile = { readonly name: string; readonly contentType: string; readonly content: string };

/** What can be posted: a Components V2 message, built by src/cards, without flags and mentions. */
export type Card = {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files: readonly CardFile[];
};

/** Posting to a channel in the bot's own name. */
export type Messages = {
  /**
   * Posts a card. Two calls with one nonce within a few minutes make one message.
   *
   * @throws FootnoteError `bot.lacks-permission` when the bot may not see the channel or write there,
   * `share.thread-archived` in an archived or locked thread
   */
  post(channelId: ChannelId, card: Card, nonce: InteractionId): Promise<MessageId>;
  /** Deletes a message of the bot's own; one that is gone already is no error. */
  remove(channelId: ChannelId, messageId: MessageId): Promise<void>;
};
