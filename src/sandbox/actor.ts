import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandType,
  ComponentType,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { type Answer, answerTo, refusedAnswer } from './answer.ts';
import { noFlags, userObject } from './api-objects.ts';
import { findSlashCommand, type Given, objectionTo, optionData } from './command-options.ts';
import { type Place, payloads } from './interaction-payloads.ts';
import type { Interaction, InteractionPlan, Interactions } from './interactions.ts';
import { type JsonObject, numberOf, objectsOf, textOf } from './json.ts';
import { componentsIn } from './components-in.ts';
import { type Fields, submission } from './modal-fields.ts';
import { holds } from './permissions.ts';
import type { World } from './world.ts';

export type { Answer } from './answer.ts';

/** What one person can do in one channel. Each act resolves with the bot's first response, or its absence. */
export type Actor = {
  /** Uses a slash command, subcommands included: `claim lookup`. */
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
  /** Picks values in the string select with this custom_id or placeholder. */
  pick(message: APIMessage, select: string, ...values: string[]): Promise<Answer>;
  /** Presses a button that the message does not contain. */
  pressForged(message: APIMessage, customId: string): Promise<Answer>;
  /** Fills the modal the bot answered with, named by its answer or that answer's interaction id. */
  submit(modal: Answer | string, fields: Fields): Promise<Answer>;
  /** Writes an ordinary message; `extra` adds what a client cannot, such as embeds or forwarded snapshots. */
  write(content: string, extra?: Partial<APIMessage>): Promise<APIMessage>;
};

/** The actor for a person in a place. */
export function createActor(world: World, interactions: Interactions, place: Place): Actor {
  const commands = () => world.commands.visibleIn(place.guildId);
  const open = (plan: Partial<InteractionPlan> & Pick<InteractionPlan, 'payload'>): Interaction =>
    interactions.open({
      userId: place.userId,
      guildId: place.guildId,
      channelId: place.channelId,
      command: null,
      sourceId: null,
      ...plan,
    });
  const answer = (plan: Parameters<typeof open>[0]) => answerTo(world, open(plan));
  const seen = (id: string) => {
    const stored = world.messages.get(id);
    return stored?.onlyFor === null || stored?.onlyFor === place.userId ? stored.message : undefined;
  };
  const at = (message: APIMessage): Place => ({ ...place, channelId: message.channel_id });

  return {
    async slash(words, options = {}) {
      const found = findSlashCommand(commands(), words);
      if (found === undefined)
        return refusedAnswer('This command is outdated, please try again in a few minutes');
      const objection = objectionTo(found.options, options);
      if (objection !== undefined) return refusedAnswer(objection);
      return answer({
        command: [found.command.name, ...found.inside].join(' '),
        payload: payloads.slash(world, place, found.command, optionData(found, options)),
      });
    },
    async type(words, options, focused) {
      const found = findSlashCommand(commands(), words);
      if (found === undefined) return [];
      const data = optionData<4>(found, { [focused]: '', ...options }, focused);
      const typed = await answer({ payload: payloads.typing(world, place, found.command, data) });
      return typed.choices ?? [];
    },
    async menu(name, messageId) {
      const command = commands().find(
        (one) => one.type === ApplicationCommandType.Message && one.name === name,
      );
      const message = seen(messageId);
      if (command === undefined || message === undefined)
        return refusedAnswer('The application did not respond');
      return answer({ command: name, payload: payloads.menu(world, at(message), command, message) });
    },
    async press(message, button) {
      const found = named(message, button, 'label', ComponentType.Button);
      const now = seen(message.id);
      if (now === undefined || !holdsComponent(now, found.custom_id))
        return refusedAnswer('This interaction failed');
      return answer({
        channelId: now.channel_id,
        sourceId: now.id,
        payload: payloads.button(world, at(now), now, textOf(found.custom_id) ?? ''),
      });
    },
    async pressForged(message, customId) {
      const now = seen(message.id) ?? message;
      return answer({
        channelId: now.channel_id,
        sourceId: now.id,
        payload: payloads.button(world, at(now), now, customId),
      });
    },
    async pick(message, select, ...values) {
      const found = named(message, select, 'placeholder', ComponentType.StringSelect);
      const now = seen(message.id);
      if (now === undefined || !holdsComponent(now, found.custom_id))
        return refusedAnswer('This interaction failed');
      const offered = objectsOf(found.options).map(({ value }) => value);
      const isFine =
        values.every((value) => offered.includes(value)) && values.length <= numberOf(found.max_values, 1);
      if (!isFine || values.length < numberOf(found.min_values, 1))
        return refusedAnswer('This interaction failed');
      return answer({
        channelId: now.channel_id,
        sourceId: now.id,
        payload: payloads.select(world, at(now), now, textOf(found.custom_id) ?? '', values),
      });
    },
    async submit(opened, fields) {
      const by = interactions.byId(typeof opened === 'string' ? opened : opened.interactionId);
      const modal: APIModalInteractionResponseCallbackData | null = by?.modal ?? null;
      if (by === undefined || modal === null || by.userId !== place.userId) {
        return refusedAnswer('Something went wrong. Try again.');
      }
      const data = submission(modal, fields);
      if (typeof data === 'string') return refusedAnswer(data);
      const source = by.sourceId === null ? undefined : seen(by.sourceId);
      return answer({
        channelId: by.channelId,
        sourceId: source?.id ?? null,
        payload: payloads.modal(world, { ...place, channelId: by.channelId }, source ?? null, data),
      });
    },
    async write(content, extra = {}) {
      const channel = world.channel(place.channelId);
      const person = world.person(place.userId);
      if (channel === undefined || person === undefined) throw new RangeError('no such person or channel');
      const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
      const needed = channel.parentId === null ? SendMessages : SendMessagesInThreads;
      if (!holds(world.permissions(place.userId, channel.id), needed))
        throw new RangeError('may not write here');
      const message: APIMessage = {
        id: world.ids.next(),
        channel_id: channel.id,
        type: MessageType.Default,
        author: userObject(person),
        content,
        timestamp: new Date(world.clock.now()).toISOString(),
        edited_timestamp: null,
        tts: false,
        mention_everyone: false,
        mentions: [],
        mention_roles: [],
        attachments: [],
        embeds: [],
        components: [],
        pinned: false,
        flags: noFlags,
        ...extra,
      };
      world.messages.add({ message, onlyFor: null, usedCommand: null });
      return message;
    },
  };
}

/** The component of a message that a person means by its custom_id or by the words on it. */
function named(
  message: APIMessage,
  name: string,
  words: 'label' | 'placeholder',
  type: ComponentType,
): JsonObject {
  const all = componentsIn(message.components).map(({ component }) => component);
  const found = all.find(
    (component) => component.type === type && [component.custom_id, component[words]].includes(name),
  );
  if (found === undefined) throw new RangeError(`the message has no "${name}"`);
  if (found.disabled === true) throw new RangeError(`"${name}" is disabled`);
  if (textOf(found.custom_id) === undefined) throw new RangeError(`"${name}" is a link`);
  return found;
}

function holdsComponent(message: APIMessage, customId: unknown): boolean {
  return componentsIn(message.components).some(
    ({ component }) => component.custom_id === customId && component.disabled !== true,
  );
}
