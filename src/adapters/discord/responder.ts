import type { API } from '@discordjs/core';
import { DiscordAPIError } from '@discordjs/rest';
import { type APIInteraction, MessageFlags, RESTJSONErrorCodes } from 'discord-api-types/v10';
import { FootnoteError } from '../../core/errors.ts';
import type { Responder } from '../../incoming.ts';
import { editBody, messageBody } from './message-body.ts';

/** Answers one interaction through Discord's REST interface. */
export function responderFor({ interactions }: API, interaction: APIInteraction): Responder {
  const { id, token, application_id: applicationId } = interaction;
  return {
    async answer(card, mode) {
      if (mode === 'update') await interactions.updateMessage(id, token, editBody(card)).catch(asGone);
      else await interactions.reply(id, token, messageBody(card, 'private')).catch(asGone);
    },
    async defer(mode) {
      if (mode === 'update') await interactions.deferMessageUpdate(id, token).catch(asGone);
      else await interactions.defer(id, token, { flags: MessageFlags.Ephemeral }).catch(asGone);
    },
    async complete(card) {
      await interactions.editReply(applicationId, token, editBody(card)).catch(asGone);
    },
    async followUp(card) {
      await interactions.followUp(applicationId, token, messageBody(card, 'private')).catch(asGone);
    },
    async openModal(modal) {
      await interactions.createModal(id, token, modal).catch(asGone);
    },
    async suggest(choices) {
      await interactions.createAutocompleteResponse(id, token, { choices: [...choices] }).catch(asGone);
    },
  };
}

/** Discord's ways of saying that it waits for no answer: it came too late, or another came first. */
const goneCodes: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
];

function asGone(error: unknown): never {
  if (error instanceof DiscordAPIError && goneCodes.includes(error.code))
    throw new FootnoteError('interaction.gone', {}, { cause: error });
  throw error;
}
