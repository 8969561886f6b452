import type { API } from '@discordjs/core';
import { RESTJSONErrorCodes as codes } from 'discord-api-types/v10';
import { ChannelId, MessageId } from '../../core/ids.ts';
import type { Card, Messages, Posting } from '../../ports/message.ts';
import { customIdsIn, textsIn } from './components-in.ts';
import { findOwn } from './find-own.ts';
import type { WhoAmI } from './identity.ts';
import { editBody, messageBody } from './message-body.ts';
import { closedToBot, goneMessage, isRefusal, refusedAs } from './refusals.ts';
import { seenMessage } from './seen-message.ts';

/** Discord's ways of saying that a member takes no direct messages from the bot, or has left Discord. */
const closedToMail = [
  codes.CannotSendMessagesToThisUser,
  codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  codes.UnknownUser,
];

/** A place that holds no messages, such as a category, holds no such message either. */
const notThere = [...goneMessage, codes.CannotExecuteActionOnThisChannelType];

/** The bot's own messages, and a look at those of others, through Discord's REST interface. */
export function discordMessages({ channels, users }: API, whoAmI: WhoAmI): Messages {
  const find = async (channelId: ChannelId, sinceMs: number, wanted: (components: unknown) => boolean) => {
    const { botId } = await whoAmI();
    try {
      return await findOwn(channels, { channelId, sinceMs, wanted, botId });
    } catch (error) {
      if (isRefusal(error, [...closedToBot, ...goneMessage])) return null;
      throw error;
    }
  };

  return {
    async post(channelId, card, posting) {
      const body = { ...messageBody(card, 'public'), ...postingBody(channelId, posting) };
      const message = await channels.createMessage(channelId, body).catch(refusedAs('sendMessages'));
      return MessageId.parse(message.id);
    },
    async edit(channelId, messageId, card) {
      try {
        await channels.editMessage(channelId, messageId, editBody(card));
        return 'edited';
      } catch (error) {
        return isRefusal(error, goneMessage) ? 'gone' : refusedAs('sendMessages')(error);
      }
    },
    async remove(channelId, messageId) {
      try {
        await channels.deleteMessage(channelId, messageId);
      } catch (error) {
        if (!isRefusal(error, [codes.UnknownMessage])) refusedAs('viewChannel')(error);
      }
    },
    async tell(memberId, card, { nonce, begunAt, mark }) {
      const isThat = mark === undefined ? saysTheSame(card) : holds(mark);
      try {
        const { id } = await users.createDM(memberId);
        const channelId = ChannelId.parse(id);
        if (begunAt !== null && (await find(channelId, begunAt, isThat)) !== null) return 'told';
        await channels.createMessage(id, { ...messageBody(card, 'public'), nonce, enforce_nonce: true });
        return 'told';
      } catch (error) {
        if (isRefusal(error, closedToMail)) return 'closed';
        throw error;
      }
    },
    async look(channelId, messageId) {
      const { botId } = await whoAmI();
      try {
        return seenMessage(await channels.getMessage(channelId, messageId), botId);
      } catch (error) {
        if (isRefusal(error, notThere)) return 'gone';
        if (isRefusal(error, closedToBot)) return 'closed';
        throw error;
      }
    },
    findOwn: (channelId, sinceMs, wanted) =>
      find(channelId, sinceMs, (components) => customIdsIn(components).some(wanted)),
  };
}

/** Whether a message has a button or menu of this custom_id. */
function holds(customId: string): (components: unknown) => boolean {
  return (components) => customIdsIn(components).includes(customId);
}

/** Whether a message reads like a card; Discord may cut white space around a text. */
function saysTheSame(card: Card): (components: unknown) => boolean {
  const words = (components: unknown) => JSON.stringify(textsIn(components).map((each) => each.trim()));
  const said = words(card.components);
  return (components) => words(components) === said;
}

/** What a new message says besides its card: nobody is notified but the one role that is named. */
function postingBody(channelId: ChannelId, { nonce, replyTo, notify }: Posting) {
  return {
    nonce,
    enforce_nonce: true,
    ...(replyTo === undefined
      ? {}
      : { message_reference: { message_id: replyTo, channel_id: channelId, fail_if_not_exists: false } }),
    allowed_mentions: {
      parse: [],
      ...(notify === undefined ? {} : { roles: [notify] }),
      ...(replyTo === undefined ? {} : { replied_user: false }),
    },
  };
}
