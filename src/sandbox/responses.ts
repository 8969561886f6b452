import type { APIMessage } from 'discord-api-types/v10';
import { InteractionResponseType, InteractionType, MessageFlags } from 'discord-api-types/v10';
import { userObject } from './api-objects.ts';
import { invalid } from './complaints.ts';
import type { Composer } from './compose-message.ts';
import { interactionMetadata } from './interaction-metadata.ts';
import type { FirstResponse, Interaction, Interactions } from './interactions.ts';
import { type JsonObject, numberOf, objectOf } from './json.ts';
import { choiceComplaints, modalComplaints } from './modal-rules.ts';
import type { UploadedFile } from './rest/body.ts';
import { invalidForm, refusals } from './rest/errors.ts';
import type { World } from './world.ts';

export type ResponseTools = {
  readonly world: World;
  readonly interactions: Interactions;
  readonly composer: Composer;
};

/**
 * Carries out the first response to an interaction.
 *
 * @returns the message it made or changed, if any
 * @throws {DiscordError} 50035 when the body is not what Discord accepts; the interaction stays unanswered
 */
export function respond(
  tools: ResponseTools,
  interaction: Interaction,
  body: JsonObject,
  files: readonly UploadedFile[],
): APIMessage | undefined {
  const data = objectOf(body.data);
  const allowed = allowedTypes(interaction);
  if (!allowed.includes(Number(body.type)))
    throw invalidForm([invalid(['type'], 'Not a response to this interaction.')]);
  switch (body.type) {
    case InteractionResponseType.ChannelMessageWithSource:
      return newMessage(tools, interaction, data, files);
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return loadingMessage(tools, interaction, data);
    case InteractionResponseType.UpdateMessage:
      return updatedMessage(tools, interaction, data, files);
    case InteractionResponseType.DeferredMessageUpdate:
      return deferUpdate(tools, interaction);
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return choices(tools, interaction, data);
    default:
      return modal(tools, interaction, data);
  }
}

const types = InteractionResponseType;
const messageTypes: readonly number[] = [
  types.ChannelMessageWithSource,
  types.DeferredChannelMessageWithSource,
];
const updateTypes: readonly number[] = [types.DeferredMessageUpdate, types.UpdateMessage];

function allowedTypes({ payload, sourceId }: Interaction): readonly number[] {
  switch (payload.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return [types.ApplicationCommandAutocompleteResult];
    case InteractionType.MessageComponent:
      return [...messageTypes, ...updateTypes, types.Modal];
    case InteractionType.ModalSubmit:
      return sourceId === null ? messageTypes : [...messageTypes, ...updateTypes];
    default:
      return [...messageTypes, types.Modal];
  }
}

/** Keeps a message that answers an interaction. */
export function addAnswer(
  { world }: ResponseTools,
  interaction: Interaction,
  message: APIMessage,
  isFirst: boolean,
): void {
  const isEphemeral = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const userName = world.person(interaction.userId)?.name ?? '';
  const { command } = interaction;
  world.messages.add({
    message,
    onlyFor: isEphemeral ? interaction.userId : null,
    usedCommand: isFirst && command !== null ? { userName, command } : null,
  });
}

/** What Discord adds to every message that answers an interaction. */
export function answerFrame(world: World, interaction: Interaction, isFirst: boolean) {
  const person = world.person(interaction.userId) ?? world.bot;
  const legacy = {
    id: interaction.id,
    type: interaction.payload.type,
    name: interaction.command ?? '',
    user: userObject(person),
  };
  return {
    channelId: interaction.channelId,
    author: world.bot,
    extra: {
      type: isFirst && interaction.command !== null ? 20 : isFirst ? 19 : 0,
      application_id: world.applicationId,
      webhook_id: world.applicationId,
      interaction_metadata: interactionMetadata(world, interaction, isFirst ? null : interaction.originalId),
      ...(interaction.command === null ? {} : { interaction: legacy }),
    },
  } as const;
}

function newMessage(
  tools: ResponseTools,
  interaction: Interaction,
  data: JsonObject,
  files: readonly UploadedFile[],
): APIMessage {
  const message = tools.composer.create(data, files, answerFrame(tools.world, interaction, true));
  addAnswer(tools, interaction, message, true);
  finish(tools, interaction, message, 'message');
  return message;
}

function loadingMessage(tools: ResponseTools, interaction: Interaction, data: JsonObject): APIMessage {
  const frame = answerFrame(tools.world, interaction, true);
  // The content only stands in: a loading message has none, and an empty one would be refused.
  const empty = tools.composer.create({ content: '…' }, [], frame);
  const ephemeral = numberOf(data.flags, 0) & MessageFlags.Ephemeral;
  const message = { ...empty, content: '', flags: ephemeral | MessageFlags.Loading };
  addAnswer(tools, interaction, message, true);
  finish(tools, interaction, message, 'deferred');
  return message;
}

function sourceOf({ world }: ResponseTools, interaction: Interaction): APIMessage {
  const stored = interaction.sourceId === null ? undefined : world.messages.get(interaction.sourceId);
  if (stored === undefined) throw refusals.unknownMessage();
  return stored.message;
}

function updatedMessage(
  tools: ResponseTools,
  interaction: Interaction,
  data: JsonObject,
  files: readonly UploadedFile[],
): APIMessage {
  const message = tools.composer.edit(sourceOf(tools, interaction), data, files);
  tools.world.messages.replace(message);
  finish(tools, interaction, message, 'update');
  return message;
}

function deferUpdate(tools: ResponseTools, interaction: Interaction): APIMessage {
  const message = sourceOf(tools, interaction);
  finish(tools, interaction, message, 'deferred');
  return message;
}

function finish(
  { interactions }: ResponseTools,
  interaction: Interaction,
  message: APIMessage,
  kind: 'message' | 'update' | 'deferred',
) {
  interaction.originalId = message.id;
  const ephemeral = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  interactions.answer(interaction, { kind, messageId: message.id, ephemeral });
}

function modal({ interactions }: ResponseTools, interaction: Interaction, data: JsonObject): undefined {
  const complaints = modalComplaints(data);
  if (complaints.length > 0) throw invalidForm(complaints.map(inData));
  // The rules have just held it to the shape of Discord's type.
  const response = { kind: 'modal', modal: data } as unknown as Extract<FirstResponse, { kind: 'modal' }>;
  interaction.modal = response.modal;
  interactions.answer(interaction, response);
}

function choices({ interactions }: ResponseTools, interaction: Interaction, data: JsonObject): undefined {
  const complaints = choiceComplaints(data);
  if (complaints.length > 0) throw invalidForm(complaints.map(inData));
  // The rules have just held it to the shape of Discord's type.
  const response = { kind: 'choices', choices: data.choices } as unknown as Extract<
    FirstResponse,
    { kind: 'choices' }
  >;
  interactions.answer(interaction, response);
}

function inData<T extends { readonly path: readonly (string | number)[] }>(complaint: T): T {
  return { ...complaint, path: ['data', ...complaint.path] };
}
