import type {
  APIModalInteractionResponseCallbackData,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { z } from 'zod';
import type { Access } from './core/access.ts';
import { FootnoteError } from './core/errors.ts';
import type { ChannelId, GuildId, InteractionId, MessageId, RoleId, UserId } from './core/ids.ts';
import type { Upload } from './ports/files.ts';
import type { Card, SeenMessage } from './ports/message.ts';
import type { Services } from './services/services.ts';
import type { Words } from './words/words.ts';

/** What a member typed or chose in a slash command. */
export type Options = {
  string(name: string): string | null;
  boolean(name: string): boolean | null;
  attachment(name: string): Upload | null;
};

/** The channel or thread a call comes from. */
export type Place = {
  readonly channelId: ChannelId;
  /** The channel a thread belongs to. */
  readonly parentId: ChannelId | null;
  readonly isThread: boolean;
  readonly isPrivateThread: boolean;
  /** Seconds a member must wait between two messages here; 0 for none. */
  readonly slowModeSeconds: number;
};

/** One act of one member, free of Discord's transport. */
export type Call = {
  readonly id: InteractionId;
  /** Null in direct messages. */
  readonly guildId: GuildId | null;
  readonly place: Place;
  readonly member: { readonly id: UserId; readonly permissions: bigint; readonly roles: readonly RoleId[] };
  /** What the bot itself may do in this place. */
  readonly botPermissions: bigint;
  readonly locale: string;
  /** The server's own language, for what everyone sees. */
  readonly guildLocale: string;
  /** The command as people type it, such as `claim lookup`; empty for buttons, menus and modals. */
  readonly command: string;
  readonly options: Options;
  /** The option being typed in, for autocomplete; empty otherwise. */
  readonly focused: string;
  /** The message a message menu was used on. */
  readonly target: SeenMessage | null;
  /** What was chosen in a select menu; ids where it offers roles, channels or members. */
  readonly values: readonly string[];
  /** What was written in a modal, by the field's custom_id. */
  readonly fields: Readonly<Record<string, string>>;
  /** What was chosen in the menus of a modal, by the field's custom_id. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Whether a button or menu was used, rather than a command or a form. */
  readonly isComponent: boolean;
  /** The message a button or menu sits on. */
  readonly message: { readonly id: MessageId; readonly customIds: readonly string[] } | null;
};

/** A call from within a server. */
export type GuildCall = Call & { readonly guildId: GuildId };

/** What is answered: a card, a modal that asks for more, or work that takes long and shows how far it is. */
export type Reply =
  | {
      readonly kind: 'card';
      readonly card: Card;
      /** What is to be done once Discord has taken the card, or has refused it. */
      readonly settled?: () => Promise<void>;
    }
  | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData }
  | {
      readonly kind: 'work';
      /** Shown at once. */
      readonly begun: Card;
      /**
       * Does the work; `show` puts a card in place of the one before, and never rejects. What it resolves with is shown last, and a
       * failure in its place.
       */
      run(show: (card: Card) => Promise<void>): Promise<Card>;
    };

/** One entry of an autocomplete list: both at most 100 characters. */
export type Choice = { readonly name: string; readonly value: string };

/** Where something may be used; `anywhere` includes the bot's direct messages. */
export type Reach = 'guild' | 'anywhere';

/**
 * A slash command or message menu: data, who may, what it answers. It never touches a client and never defers;
 * src/dispatch does what all commands share. Every answer is seen by the member alone.
 */
export type Command<Where extends Reach> = {
  /** The definition Discord is given. */
  data(): RESTPostAPIApplicationCommandsJSONBody;
  readonly where: Where;
  readonly access: Access;
  /** Says `modal` for what opens a form, which must be the first response and is therefore never deferred. */
  readonly answers?: 'modal' | ((call: Call) => 'modal' | 'reply');
  readonly actions: readonly Action[];
  run(call: CallIn<Where>, services: Services, words: Words): Promise<Reply>;
  complete?(call: CallIn<Where>, services: Services, words: Words): Promise<readonly Choice[]>;
};

/** Any slash command; `where` tells which call it takes. */
export type AnyCommand = Command<'guild'> | Command<'anywhere'>;

/** The call a command or action of this reach is given. */
export type CallIn<Where extends Reach> = Where extends 'guild' ? GuildCall : Call;

/**
 * A button, menu or modal of a command's card.
 *
 * `answers` says beforehand what the reply is: `update` replaces the card it sits on, `reply` adds a card
 * seen by the member alone, `modal` opens a form and is therefore never deferred.
 */
export type Action = {
  readonly route: string;
  readonly access: Access;
  readonly answers: 'update' | 'reply' | 'modal';
  /** Set for what a form sends; everything else comes from a button or menu, and never from a form. */
  readonly form?: true;
  /** Whether it counts as asking, and therefore towards the cool-down. */
  readonly asks?: true;
  /** Checks the arguments and gives the work to do; null when they are malformed. */
  prepare(args: readonly string[]): PreparedAction | null;
};

/** An action whose arguments have been checked. */
export type PreparedAction = {
  run(call: Call, services: Services, words: Words): Promise<Reply>;
};

type ActionPlan<Args, Where extends Reach> = Omit<Action, 'prepare'> & {
  readonly args: z.ZodType<Args>;
  run(call: CallIn<Where>, args: Args, services: Services, words: Words): Promise<Reply>;
};

/** Makes an action of a server from its plan; `args` reads the arguments of the custom_id. */
export function action<Args>({ run, ...plan }: ActionPlan<Args, 'guild'>): Action {
  return actionAnywhere<Args>({
    ...plan,
    run: (call, args, services, words) => run(inGuild(call), args, services, words),
  });
}

/** Makes an action that works in the bot's direct messages, too. */
export function actionAnywhere<Args>({ args: schema, run, ...rest }: ActionPlan<Args, 'anywhere'>): Action {
  return {
    ...rest,
    prepare(args) {
      const parsed = schema.safeParse(args);
      if (!parsed.success) return null;
      return { run: (call, services, words) => run(call, parsed.data, services, words) };
    },
  };
}

/** A card as a reply. */
export function replyWith(card: Card): Reply {
  return { kind: 'card', card };
}

/**
 * A call as one from within a server.
 *
 * @throws FootnoteError `guild.required` in direct messages
 */
export function inGuild(call: Call): GuildCall {
  const { guildId } = call;
  if (guildId === null) throw new FootnoteError('guild.required');
  return { ...call, guildId };
}
