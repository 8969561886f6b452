import { SlashCommandBuilder } from '@discordjs/builders';
import { dossierPickerCard } from '../src/cards/dossier-picker-card.ts';
import { summaryCard } from '../src/cards/summary-card.ts';
import { type Command, replyWith } from '../src/command.ts';
import {
  openSummary,
  pickDossier,
  turnDisputes,
  turnDossiers,
  turnKeyClaims,
  turnPost,
  turnSources,
  turnSummary,
} from './actions/open-summary.ts';
import { openProblem, sendProblem } from './actions/report-problem.ts';
import { askToShare, cancelShare, removeShared, share, showDetails, showLatest } from './actions/share.ts';
import { askerOf, whereOf } from './parts/asker.ts';
import { dossierChoices } from './parts/choices.ts';
import { describe, dossierOption, guildOnly, shareOption } from './parts/definition.ts';
import { shareNow } from './parts/share-now.ts';

/** `/summary`: the dossier of a contested post. */
export const summary: Command<'guild'> = {
  data: () =>
    guildOnly(describe(new SlashCommandBuilder().setName('summary'), 'command.summary'))
      .addStringOption(dossierOption('command.summary.dossier'))
      .addBooleanOption(shareOption)
      .toJSON(),
  where: 'guild',
  access: 'member',
  actions: [
    openSummary,
    pickDossier,
    turnDossiers,
    turnKeyClaims,
    turnSummary,
    turnSources,
    turnDisputes,
    turnPost,
    askToShare,
    share,
    cancelShare,
    showDetails,
    showLatest,
    removeShared,
    openProblem,
    sendProblem,
  ],

  async run(call, services, words) {
    const answer = await services.showSummary({
      ...whereOf(call),
      name: call.options.string('dossier'),
      asker: askerOf(call),
    });
    const wantsShare = call.options.boolean('share') === true;
    if (answer.kind === 'choose') {
      const unshared = wantsShare ? words.say('share.nothing-picked') : undefined;
      const purpose = { for: 'summary', inquiryId: answer.inquiryId } as const;
      return replyWith(dossierPickerCard(answer.dossiers, purpose, 1, words, unshared));
    }

    const { dossier } = answer;
    const notice = wantsShare ? await shareNow(call, { dossier, claim: null }, services, words) : undefined;
    return replyWith(summaryCard(dossier, 1, words, notice));
  },

  complete: (call, services) => dossierChoices(call, services),
};
