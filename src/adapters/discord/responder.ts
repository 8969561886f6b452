import type { API } from '@discordjs/core';
import { type APIInteraction, MessageFlags } from 'discord-api-types/v10';
import type { Responder } from '../../incoming.ts';
import { editBody, messageBody } from './message-body.ts';

/** Answers one interaction through Discord's REST interface. */
export function responderFor({ interactions }: API, interaction: APIInteraction): Responder {
  const { id, token, application_id: applicationId } = interaction;
  return {
    async answer(card, mode) {
      if (mode === 'update') await interactions.updateMessage(id, token, editBody(card));
      else await interactions.reply(id, token, messageBody(card, 'private'));
    },
    async defer(mode) {
      if (mode === 'update') await interactions.deferMessageUpdate(id, token);
      else await interactions.defer(id, token, { flags: MessageFlags.Ephemeral });
    },
    async complete(card) {
      await interactions.editReply(applicationId, token, editBody(card));
    },
    async followUp(card) {
      await interactions.followUp(applicationId, token, messageBody(card, 'private'));
    },
    async openModal(modal) {
      await interactions.createModal(id, token, modal);
    },
    async suggest(choices) {
      await interactions.createAutocompleteResponse(id, token, { choices: [...choices] });
    },
  };
}
