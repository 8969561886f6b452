import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Call, Choice } from './command.ts';
import type { ChannelId, GuildId, MessageId } from './core/ids.ts';
import type { Card } from './ports/message.ts';

/** How an answer stands to the message it comes from: a card of its own, or in place of the one with the button. */
export type AnswerMode = 'reply' | 'update';

/**
 * The ways Discord lets one interaction be answered. A refusal or a lost connection rejects, with FootnoteError
 * `interaction.gone` where Discord no longer waits for an answer.
 */
export type Responder = {
  /** First response: a card seen by the member alone, or in place of the card with the button. */
  answer(card: Card, mode: AnswerMode): Promise<void>;
  /** First response: "thinking…", or nothing visible for `update`. */
  defer(mode: AnswerMode): Promise<void>;
  /** The card promised by `defer`. */
  complete(card: Card): Promise<void>;
  /** A further card seen by the member alone, after a first response. */
  followUp(card: Card): Promise<void>;
  /** First response: a form. */
  openModal(modal: APIModalInteractionResponseCallbackData): Promise<void>;
  /** First response to typing. */
  suggest(choices: readonly Choice[]): Promise<void>;
};

/** One interaction, whatever brought it. */
export type Incoming = {
  readonly kind: 'command' | 'typing' | 'action';
  readonly call: Call;
  /** The command's name without its subcommand, or the custom_id of a button, menu or modal. */
  readonly target: string;
  readonly responder: Responder;
};

/** Takes one interaction to its end. Never rejects. */
export type Handle = (incoming: Incoming) => Promise<void>;

/** Something that happened in a server without a member using the bot. */
export type Happening =
  | {
      readonly kind: 'messages-deleted';
      readonly guildId: GuildId;
      readonly messageIds: readonly MessageId[];
    }
  /** A message's author changed it; what it says now is not known. */
  | { readonly kind: 'message-edited'; readonly guildId: GuildId; readonly messageId: MessageId }
  /** A channel or thread was deleted, with everything in it. */
  | { readonly kind: 'channel-deleted'; readonly guildId: GuildId; readonly channelId: ChannelId }
  /** Every server the bot is in that this connection of the Gateway serves, outages included. */
  | {
      readonly kind: 'guilds-known';
      readonly guildIds: readonly GuildId[];
      readonly shardId: number;
      readonly shardCount: number;
    }
  /** The bot was removed from a server; never said of an outage. */
  | { readonly kind: 'guild-left'; readonly guildId: GuildId }
  /** A server the bot is in became known: at the start, after an outage, or because the bot was added. */
  | { readonly kind: 'guild-there'; readonly guildId: GuildId };

/** Takes note of what happened. Never rejects. */
export type HandleHappening = (happening: Happening) => Promise<void>;
