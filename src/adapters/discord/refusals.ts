import { DiscordAPIError } from '@discordjs/rest';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { FootnoteError } from '../../core/errors.ts';

const codes = RESTJSONErrorCodes;

/** Discord's ways of saying that a message, or the channel it was in, is not there. */
export const goneMessage = [codes.UnknownMessage, codes.UnknownChannel];

/** Discord's ways of saying that the bot may not see something. */
export const closedToBot = [codes.MissingAccess, codes.MissingPermissions];

/** Whether Discord refused a request with one of these codes. */
export function isRefusal(error: unknown, among: readonly RESTJSONErrorCodes[]): boolean {
  return error instanceof DiscordAPIError && among.some((code) => code === error.code);
}

/**
 * Rethrows what kept the bot from writing as what a person can mend.
 *
 * @param permission - what is missing where Discord says only that something is
 */
export function refusedAs(permission: string) {
  return (error: unknown): never => {
    if (isRefusal(error, [codes.MissingAccess, codes.UnknownChannel]))
      throw new FootnoteError('bot.lacks-permission', { permission: 'viewChannel' }, { cause: error });
    if (isRefusal(error, [codes.MissingPermissions]))
      throw new FootnoteError('bot.lacks-permission', { permission }, { cause: error });
    if (isRefusal(error, [codes.CannotReplyWithoutPermissionToReadMessageHistory]))
      throw new FootnoteError('bot.lacks-permission', { permission: 'readMessageHistory' }, { cause: error });
    if (isRefusal(error, [codes.InvalidActionOnArchivedThread, codes.ThreadLocked]))
      throw new FootnoteError('share.thread-archived', {}, { cause: error });
    throw error;
  };
}
