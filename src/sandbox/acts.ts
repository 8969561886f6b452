import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord-api-types/v10';
import type { Answer } from './answer.ts';
import type { Given } from './command-options.ts';
import type { Channel } from './guilds.ts';
import type { Place } from './interaction-payloads.ts';
import type { InteractionPlan, Interactions } from './interactions.ts';
import type { Fields } from './modal-fields.ts';
import type { World } from './world.ts';

/** What one person can do in one channel. Each act resolves with the bot's first response, or its absence. */
export type Actor = {
  /** Uses a slash command, subcommands included: `claim lookup`; files go into attachment options. */
  slash(command: string, options?: Given): Promise<Answer>;
  /** Types in the option `focused`; the choices the bot offers, none when it does not answer. */
  type(
    command: string,
    options: Given,
    focused: string,
  ): Promise<readonly APIApplicationCommandOptionChoice[]>;
  /** Uses a message menu command on a message. */
  menu(command: string, messageId: string): Promise<Answer>;
  /** Presses the button with this custom_id or label. */
  press(message: APIMessage, button: string): Promise<Answer>;
  /** Picks values in the select menu with this custom_id or placeholder: ids where Discord fills it. */
  pick(message: APIMessage, select: string, ...values: string[]): Promise<Answer>;
  /** Presses a button that the message does not contain. */
  pressForged(message: APIMessage, customId: string): Promise<Answer>;
  /** Sends an empty form the bot never opened, as an altered client may, as if from a button of this message. */
  submitForged(message: APIMessage | null, customId: string): Promise<Answer>;
  /** Fills the modal the bot answered with, named by its answer or that answer's interaction id. */
  submit(modal: Answer | string, fields: Fields): Promise<Answer>;
  /** Writes an ordinary message; `extra` adds what a client cannot, such as embeds or forwarded snapshots. */
  write(content: string, extra?: Partial<APIMessage>): Promise<APIMessage>;
  /** Writes a message that answers another one of this channel. */
  reply(messageId: string, content: string): Promise<APIMessage>;
  /** Forwards a message of any channel into this one. */
  forward(messageId: string): Promise<APIMessage>;
  /** Changes the text of an own message. */
  edit(messageId: string, content: string): Promise<APIMessage>;
  /** Deletes a message: an own one, or any with Manage Messages. */
  remove(messageId: string): Promise<void>;
  /** Deletes several messages of one channel at a stroke, with Manage Messages. */
  removeMany(messageIds: readonly string[]): Promise<void>;
  /** Opens a thread in this channel; `members` are those of a private one, besides this person. */
  openThread(
    name: string,
    how?: { readonly isPrivate?: boolean; readonly members?: readonly string[] },
  ): Promise<Channel>;
};

/** What the acts of an actor have in common. */
export type Stage = {
  readonly world: World;
  readonly interactions: Interactions;
  /** Where uploaded files are served from. */
  readonly origin: string;
  readonly place: Place;
  /** Sends an interaction of this person and waits for the answer. */
  answer(plan: Partial<InteractionPlan> & Pick<InteractionPlan, 'payload'>): Promise<Answer>;
  /** A message as it is now, if this person sees it. */
  seen(messageId: string): APIMessage | undefined;
};
