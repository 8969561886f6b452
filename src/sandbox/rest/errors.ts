import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { type Complaint, errorTree } from '../complaints.ts';

/** An answer by which Discord refuses a request. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: object | undefined;

  constructor(status: number, code: number, message: string, errors?: object) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** The answer's body in Discord's shape. */
  body(): { code: number; message: string; errors?: object } {
    return {
      message: this.message,
      code: this.code,
      ...(this.errors === undefined ? {} : { errors: this.errors }),
    };
  }
}

const codes = RESTJSONErrorCodes;

/** The refusals this server gives, named as Discord words them. */
export const refusals = {
  unauthorized: () => new DiscordError(401, 0, '401: Unauthorized'),
  notFound: () => new DiscordError(404, 0, '404: Not Found'),
  unknownChannel: () => new DiscordError(404, codes.UnknownChannel, 'Unknown Channel'),
  unknownGuild: () => new DiscordError(404, codes.UnknownGuild, 'Unknown Guild'),
  unknownMember: () => new DiscordError(404, codes.UnknownMember, 'Unknown Member'),
  unknownUser: () => new DiscordError(404, codes.UnknownUser, 'Unknown User'),
  unknownMessage: () => new DiscordError(404, codes.UnknownMessage, 'Unknown Message'),
  unknownWebhook: () => new DiscordError(404, codes.UnknownWebhook, 'Unknown Webhook'),
  unknownApplication: () => new DiscordError(404, codes.UnknownApplication, 'Unknown Application'),
  unknownCommand: () => new DiscordError(404, codes.UnknownApplicationCommand, 'Unknown application command'),
  unknownInteraction: () => new DiscordError(404, codes.UnknownInteraction, 'Unknown interaction'),
  acknowledged: () =>
    new DiscordError(
      400,
      codes.InteractionHasAlreadyBeenAcknowledged,
      'Interaction has already been acknowledged.',
    ),
  expiredToken: () => new DiscordError(401, codes.InvalidWebhookToken, 'Invalid Webhook Token'),
  missingAccess: () => new DiscordError(403, codes.MissingAccess, 'Missing Access'),
  missingPermissions: () => new DiscordError(403, codes.MissingPermissions, 'Missing Permissions'),
  notTheAuthor: () =>
    new DiscordError(
      403,
      codes.CannotEditMessageAuthoredByAnotherUser,
      'Cannot edit a message authored by another user',
    ),
  emptyMessage: () => new DiscordError(400, codes.CannotSendAnEmptyMessage, 'Cannot send an empty message'),
  closedMessages: () =>
    new DiscordError(403, codes.CannotSendMessagesToThisUser, 'Cannot send messages to this user'),
  noServerInCommon: () =>
    new DiscordError(
      403,
      codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
      'Cannot send messages to this user due to having no mutual guilds',
    ),
  threadArchived: () => new DiscordError(400, codes.InvalidActionOnArchivedThread, 'Thread is archived'),
  threadLocked: () => new DiscordError(403, codes.ThreadLocked, 'Thread is locked'),
  cannotReply: () =>
    new DiscordError(
      403,
      codes.CannotReplyWithoutPermissionToReadMessageHistory,
      'Cannot reply without permission to read message history',
    ),
  threadExists: () =>
    new DiscordError(
      400,
      codes.ThreadAlreadyCreatedForMessage,
      'A thread has already been created for this message',
    ),
  badJson: () =>
    new DiscordError(400, codes.RequestBodyContainsInvalidJSON, 'The request body contains invalid JSON.'),
} as const;

/** "Invalid Form Body" with what is wrong where. */
export function invalidForm(complaints: readonly Complaint[]): DiscordError {
  return new DiscordError(
    400,
    codes.InvalidFormBodyOrContentType,
    'Invalid Form Body',
    errorTree(complaints),
  );
}
