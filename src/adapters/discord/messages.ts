import type { API } from '@discordjs/core';
import { DiscordAPIError } from '@discordjs/rest';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { FootnoteError } from '../../core/errors.ts';
import { MessageId } from '../../core/ids.ts';
import type { Messages } from '../../ports/message.ts';
import { messageBody } from './message-body.ts';

/** Posts and removes the bot's own messages through Discord's REST interface. */
export function discordMessages({ channels }: API): Messages {
  return {
    async post(channelId, card, nonce) {
      const body = { ...messageBody(card, 'public'), nonce, enforce_nonce: true };
      const message = await channels.createMessage(channelId, body).catch(refusedAs('sendMessages'));
      return MessageId.parse(message.id);
    },
    async remove(channelId, messageId) {
      try {
        await channels.deleteMessage(channelId, messageId);
      } catch (error) {
        if (!isCode(error, RESTJSONErrorCodes.UnknownMessage)) refusedAs('viewChannel')(error);
      }
    },
  };
}

function refusedAs(permission: string) {
  return (error: unknown): never => {
    const { MissingAccess, MissingPermissions, UnknownChannel, InvalidActionOnArchivedThread, ThreadLocked } =
      RESTJSONErrorCodes;
    if (isCode(error, MissingAccess) || isCode(error, UnknownChannel))
      throw new FootnoteError('bot.lacks-permission', { permission: 'viewChannel' }, { cause: error });
    if (isCode(error, MissingPermissions))
      throw new FootnoteError('bot.lacks-permission', { permission }, { cause: error });
    if (isCode(error, InvalidActionOnArchivedThread) || isCode(error, ThreadLocked))
      throw new FootnoteError('share.thread-archived', {}, { cause: error });
    throw error;
  };
}

function isCode(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}
