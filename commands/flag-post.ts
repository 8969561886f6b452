import { ContextMenuCommandBuilder } from '@discordjs/builders';
import { ApplicationCommandType } from 'discord-api-types/v10';
import { reportModal } from '../src/cards/report-modals.ts';
import type { Command } from '../src/command.ts';
import { FootnoteError } from '../src/core/errors.ts';
import { inOtherLocales, words as wordsIn } from '../src/words/words.ts';
import { sendReport } from './actions/send-report.ts';
import { guildOnly } from './parts/definition.ts';

/** The message menu "Flag contested post": opens the form in which a message is reported. */
export const flagPost: Command<'guild'> = {
  data: () =>
    guildOnly(
      new ContextMenuCommandBuilder()
        .setType(ApplicationCommandType.Message)
        .setName(wordsIn('en-US').say('command.flag-post'))
        .setNameLocalizations(inOtherLocales('command.flag-post')),
    ).toJSON(),
  where: 'guild',
  access: 'member',
  answers: 'modal',
  actions: [sendReport],

  async run(call, { draftReport }, words) {
    const { guildId, member, place, target } = call;
    if (target === null) throw new FootnoteError('command.unknown');
    const draft = await draftReport({
      guildId,
      memberId: member.id,
      target,
      parentId: place.parentId,
      reach: place.isPrivateThread ? 'private-thread' : null,
    });
    return { kind: 'modal', modal: reportModal(draft, words) };
  },
};
