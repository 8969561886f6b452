import { ContextMenuCommandBuilder } from '@discordjs/builders';
import { ApplicationCommandType } from 'discord-api-types/v10';
import type { Command } from '../src/command.ts';
import { FootnoteError } from '../src/core/errors.ts';
import { inOtherLocales, words as wordsIn } from '../src/words/words.ts';
import { checkTyped, openClaimOfPost, typePost } from './actions/check-typed.ts';
import { draftChecked } from './actions/draft-checked.ts';
import { stopWork } from './actions/stop-work.ts';
import { askerOf } from './parts/asker.ts';
import { checkReply } from './parts/check-reply.ts';
import { guildOnly } from './parts/definition.ts';

/** The message menu "Check this post": what is known of a message. */
export const checkPost: Command<'guild'> = {
  data: () =>
    guildOnly(
      new ContextMenuCommandBuilder()
        .setType(ApplicationCommandType.Message)
        .setName(wordsIn('en-US').say('command.check-post'))
        .setNameLocalizations(inOtherLocales('command.check-post')),
    ).toJSON(),
  where: 'guild',
  access: 'member',
  actions: [openClaimOfPost, typePost, checkTyped, draftChecked, stopWork],

  async run(call, services, words) {
    const { target } = call;
    if (target === null) throw new FootnoteError('command.unknown');
    const checked = await services.checkPost({ asker: askerOf(call), target });
    return checkReply(call, checked, target, { services, words });
  },
};
