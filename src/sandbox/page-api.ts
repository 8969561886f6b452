import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';

/** Someone whose eyes the page looks through. */
export type Persona = {
  readonly id: string;
  readonly name: string;
  readonly role: 'member' | 'moderator' | 'admin';
  /** What they may do in the server, as a bit field of Discord's. */
  readonly permissions: string;
};

/** A channel, a thread, or the direct messages with the bot (which bear the bot's name). */
export type PageChannel = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'text' | 'thread' | 'private-thread' | 'direct';
  /** The parent channel of a thread. */
  readonly parentId: string | null;
  /** When somebody else last wrote something the persona sees there, in milliseconds since 1970; 0 for never. */
  readonly newestMs: number;
};

/** A server the page can show, and through whose eyes and where it is entered. */
export type PageServer = {
  readonly id: string;
  readonly name: string;
  readonly entry: { readonly as: string; readonly channel: string };
};

/** A message as one persona sees it. */
export type PageMessage = {
  /** Discord's own message object; `flags` holds ephemeral (1<<6), loading (1<<7) and Components V2 (1<<15). */
  readonly message: APIMessage;
  /** The only persona who sees it, or null for everyone in the channel. */
  readonly onlyFor: string | null;
  /** Set on answers to a slash command: who used which command. */
  readonly usedCommand: { readonly userName: string; readonly command: string } | null;
};

/** `GET /sandbox/state?as=<persona>&channel=<channel>` */
export type PageState = {
  /** Through whose eyes and where the page looks, after what did not exist was replaced. */
  readonly shown: { readonly as: string; readonly channel: string };
  /** The server whose channels and people are shown. */
  readonly server: { readonly id: string; readonly name: string };
  readonly servers: readonly PageServer[];
  /** The server's roles, the one that everyone has included. */
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly bot: { readonly id: string; readonly name: string; readonly online: boolean };
  readonly personas: readonly Persona[];
  readonly channels: readonly PageChannel[];
  /** What the bot has registered, message menus (type 3) included. */
  readonly commands: readonly APIApplicationCommand[];
  /** Oldest first: the channel's messages and this persona's own ephemeral ones. */
  readonly messages: readonly PageMessage[];
};

/** What `GET /sandbox/events?as=<persona>&channel=<channel>` (server-sent events, `data:` is one of these) tells. */
export type PageEvent =
  | { readonly type: 'message'; readonly message: PageMessage }
  | { readonly type: 'removed'; readonly messageId: string }
  /** Somebody else wrote something the persona sees, in whatever channel. */
  | { readonly type: 'activity'; readonly channelId: string; readonly atMs: number }
  /** Servers, channels or threads have changed: the state must be asked anew. */
  | { readonly type: 'places' }
  | { readonly type: 'bot'; readonly online: boolean }
  | { readonly type: 'commands'; readonly commands: readonly APIApplicationCommand[] };

/** A file as the page sends it. */
export type PageFile = { readonly name: string; readonly contentType: string; readonly base64: string };

/** One option as the page sends it; subcommands are part of the command's name (`claim lookup`). */
export type PageOption = { readonly name: string; readonly value: string | number | boolean | PageFile };

/** `POST /sandbox/interactions`: what a persona did. */
export type PageAct = {
  readonly as: string;
  readonly channel: string;
  /** A Discord locale such as `en-US` or `de`. */
  readonly locale: string;
} & (
  | { readonly kind: 'slash'; readonly command: string; readonly options: readonly PageOption[] }
  | { readonly kind: 'menu'; readonly command: string; readonly messageId: string }
  | { readonly kind: 'button'; readonly messageId: string; readonly customId: string }
  | {
      readonly kind: 'select';
      readonly messageId: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  | {
      readonly kind: 'modal';
      /** The interaction that was answered with the modal. */
      readonly interactionId: string;
      readonly fields: readonly { readonly customId: string; readonly values: readonly string[] }[];
    }
);

/** The answer to a `PageAct`, given when the bot has given its first response or Discord has given up waiting. */
export type PageOutcome =
  | { readonly outcome: 'message'; readonly messageId: string }
  | { readonly outcome: 'updated' }
  | {
      readonly outcome: 'modal';
      readonly interactionId: string;
      readonly modal: APIModalInteractionResponseCallbackData;
    }
  /** `notice` is the sentence Discord itself would show, e.g. "The application did not respond". */
  | { readonly outcome: 'failed'; readonly notice: string };

/** `POST /sandbox/autocomplete`: the persona is typing in the option `focused`. */
export type PageTyping = {
  readonly as: string;
  readonly channel: string;
  readonly locale: string;
  readonly command: string;
  readonly options: readonly PageOption[];
  readonly focused: string;
};

/** The answer to a `PageTyping`; empty when the bot is gone. */
export type PageChoices = { readonly choices: readonly APIApplicationCommandOptionChoice[] };

/** `POST /sandbox/messages`: the persona writes an ordinary message. Answered with 204. */
export type PageWriting = { readonly as: string; readonly channel: string; readonly content: string };

/** `PATCH /sandbox/messages`: the persona changes an own message. Answered with 204. */
export type PageEditing = PageWriting & { readonly messageId: string };

/** `DELETE /sandbox/messages`: the persona deletes an own message, or as a moderator any. Answered with 204. */
export type PageDeleting = {
  readonly as: string;
  readonly channel: string;
  readonly messageId: string;
};
