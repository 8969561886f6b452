import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import type { Interaction } from '../interactions.ts';
import { addAnswer, answerFrame, type ResponseTools } from '../responses.ts';
import { refusals } from './errors.ts';
import { noContent, ok, type RestCall, type Route, tokenRoute } from './route.ts';

const ROOT = '/webhooks/:application/:token';

/** What follows the first response: `@original`, and follow-up messages. */
export function webhookRoutes(tools: ResponseTools): readonly Route[] {
  const { world } = tools;
  const interactionOf = (call: RestCall) => answered(tools, call);

  return [
    tokenRoute('POST', ROOT, (call) => ok(followUp(tools, interactionOf(call), call))),
    tokenRoute('GET', `${ROOT}/messages/:message`, (call) =>
      ok(messageOf(tools, interactionOf(call), call.param('message'))),
    ),
    tokenRoute('PATCH', `${ROOT}/messages/:message`, (call) => {
      const interaction = interactionOf(call);
      return ok(edit(tools, interaction, messageOf(tools, interaction, call.param('message')), call));
    }),
    tokenRoute('DELETE', `${ROOT}/messages/:message`, (call) => {
      const interaction = interactionOf(call);
      const { id } = messageOf(tools, interaction, call.param('message'));
      world.messages.remove(id);
      if (id === interaction.originalId) interaction.originalId = null;
      return noContent;
    }),
  ];
}

function answered({ world, interactions }: ResponseTools, { param }: RestCall): Interaction {
  const interaction = interactions.byToken(param('token'));
  if (interactions.isExpired(param('token'))) throw refusals.expiredToken();
  if (interaction?.state !== 'answered' || param('application') !== world.applicationId)
    throw refusals.unknownWebhook();
  return interaction;
}

function messageOf({ world }: ResponseTools, interaction: Interaction, name: string): APIMessage {
  const id = name === '@original' ? interaction.originalId : name;
  const isItsOwn = id !== null && [interaction.originalId, ...interaction.followUpIds].includes(id);
  const stored = isItsOwn ? world.messages.get(id) : undefined;
  if (stored === undefined) throw refusals.unknownMessage();
  return stored.message;
}

function edit(
  { world, composer, interactions }: ResponseTools,
  interaction: Interaction,
  message: APIMessage,
  call: RestCall,
) {
  const edited = composer.edit(message, call.body, call.files);
  world.messages.replace(edited);
  if (interaction.pending && message.id === interaction.originalId)
    interactions.settle(interaction, { messageId: edited.id });
  return edited;
}

/** The first follow-up after a deferred message takes the loading message's place; Discord documents it so. */
function followUp(tools: ResponseTools, interaction: Interaction, call: RestCall): APIMessage {
  const { world, composer, interactions } = tools;
  const original =
    interaction.originalId === null ? undefined : world.messages.get(interaction.originalId)?.message;
  if (original !== undefined && ((original.flags ?? 0) & MessageFlags.Loading) !== 0) {
    const body = { ...call.body, flags: Number(call.body.flags ?? 0) & ~MessageFlags.Ephemeral };
    return edit(tools, interaction, original, { ...call, body });
  }
  const message = composer.create(call.body, call.files, answerFrame(world, interaction, false));
  addAnswer(tools, interaction, message, false);
  interaction.followUpIds.push(message.id);
  if (interaction.pending) interactions.settle(interaction, { messageId: message.id });
  return message;
}
