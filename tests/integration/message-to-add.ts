import type { APIMessage } from 'discord-api-types/v10';
import { InteractionId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { guildId } from './contested.ts';
import { postText } from './editor-scene.ts';
import type { RunningBot } from './running-bot.ts';

/** The warning of a dossier that shows more members what a message says than see the message. */
export const wide = 'Once published, the dossier shows the message’s text to every member';

/** Writes a message of Noor’s. */
export const written = (bot: RunningBot, text = postText) => bot.discord.as(ids.noor).write(text);

export function linkTo({ channel_id, id }: APIMessage): string {
  return `https://discord.com/channels/${ids.guild}/${channel_id}/${id}`;
}

export function ownDossiers(bot: RunningBot) {
  return bot.inDatabase(({ dossiers }) => dossiers.listOwn(guildId));
}

/** Noor wants no message of theirs processed any more. */
export const optOut = (bot: RunningBot, id: string) =>
  bot.app.services.optOut({
    interactionId: InteractionId.parse(id),
    memberId: UserId.parse(ids.noor),
    out: true,
  });
