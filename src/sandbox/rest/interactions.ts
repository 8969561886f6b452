import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import type { Interaction } from '../interactions.ts';
import { type ResponseTools, respond } from '../responses.ts';
import { refusals } from './errors.ts';
import { noContent, ok, type Route, tokenRoute } from './route.ts';

/** `POST /interactions/:id/:token/callback`: the first response. */
export function interactionRoutes(tools: ResponseTools): readonly Route[] {
  return [
    tokenRoute('POST', '/interactions/:interaction/:token/callback', ({ param, body, files, query }) => {
      const interaction = tools.interactions.byToken(param('token'));
      if (interaction === undefined || interaction.id !== param('interaction'))
        throw refusals.unknownInteraction();
      if (interaction.state === 'given up') throw refusals.unknownInteraction();
      if (interaction.state === 'answered') throw refusals.acknowledged();
      const message = respond(tools, interaction, body, files);
      if (query.with_response !== 'true') return noContent;
      return ok(callbackBody(interaction, Number(body.type), message?.flags ?? 0, message));
    }),
  ];
}

const { DeferredMessageUpdate, DeferredChannelMessageWithSource, UpdateMessage } = InteractionResponseType;

function callbackBody(interaction: Interaction, type: number, flags: number, message: object | undefined) {
  const updates = type === UpdateMessage || type === DeferredMessageUpdate;
  const resource = {
    type: updates ? UpdateMessage : InteractionResponseType.ChannelMessageWithSource,
    message,
  };
  return {
    interaction: {
      id: interaction.id,
      type: interaction.payload.type,
      channel_id: interaction.channelId,
      ...(interaction.guildId === null ? {} : { guild_id: interaction.guildId }),
      ...(interaction.originalId === null
        ? {}
        : {
            response_message_id: interaction.originalId,
            response_message_loading: type === DeferredChannelMessageWithSource,
            response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
          }),
    },
    ...(message === undefined ? {} : { resource }),
  };
}
