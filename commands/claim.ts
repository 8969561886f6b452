import { SlashCommandBuilder } from '@discordjs/builders';
import { claimListCard } from '../src/cards/claim-list-card.ts';
import { dossierPickerCard } from '../src/cards/dossier-picker-card.ts';
import { type Command, type GuildCall, type Reply, replyWith } from '../src/command.ts';
import type { Services } from '../src/services/services.ts';
import type { Words } from '../src/words/words.ts';
import { noneOfThese, pickClaim, wasThisIt } from './actions/answer-question.ts';
import { askAgain, askedAgain } from './actions/ask-again.ts';
import { openQuestion, sendQuestion } from './actions/ask-moderators.ts';
import { pickList, turnClaims, turnLists } from './actions/list-claims.ts';
import { openClaim, openFromMenu, turnNotes } from './actions/open-claim.ts';
import { stopWatchingClaim, watchClaim, watchQuestion } from './actions/watch.ts';
import { askerOf, whereOf } from './parts/asker.ts';
import { claimChoices, dossierChoices } from './parts/choices.ts';
import { claimReply } from './parts/claim-reply.ts';
import { describe, dossierOption, guildOnly, shareOption } from './parts/definition.ts';
import { lookUpReply } from './parts/look-up-reply.ts';

/** `/claim lookup`, `/claim list` and `/claim show`. */
export const claim: Command<'guild'> = {
  data: () =>
    guildOnly(describe(new SlashCommandBuilder().setName('claim'), 'command.claim'))
      .addSubcommand((lookup) =>
        describe(lookup.setName('lookup'), 'command.claim.lookup')
          .addStringOption((option) =>
            describe(option.setName('query'), 'command.claim.lookup.query')
              .setRequired(true)
              .setAutocomplete(true),
          )
          .addBooleanOption(shareOption),
      )
      .addSubcommand((list) =>
        describe(list.setName('list'), 'command.claim.list').addStringOption(
          dossierOption('command.claim.list.dossier'),
        ),
      )
      .addSubcommand((show) =>
        describe(show.setName('show'), 'command.claim.show').addStringOption((option) =>
          describe(option.setName('id'), 'command.claim.show.id').setRequired(true).setAutocomplete(true),
        ),
      )
      .toJSON(),
  where: 'guild',
  access: 'member',
  actions: [
    openClaim,
    openFromMenu,
    turnNotes,
    pickClaim,
    noneOfThese,
    wasThisIt,
    askAgain,
    askedAgain,
    openQuestion,
    sendQuestion,
    turnClaims,
    pickList,
    turnLists,
    watchClaim,
    stopWatchingClaim,
    watchQuestion,
  ],

  run(call, services, words) {
    if (call.command === 'claim list') return list(call, services, words);
    if (call.command === 'claim show') return show(call, services, words);
    const query = call.options.string('query') ?? '';
    return lookUpReply(call, query, call.options.boolean('share') === true, services, words);
  },

  complete: (call, services) =>
    call.command === 'claim list' ? dossierChoices(call, services) : claimChoices(call, services),
};

async function list(call: GuildCall, services: Services, words: Words): Promise<Reply> {
  const dossier = await services.pickDossier({ ...whereOf(call), name: call.options.string('dossier') });
  if (dossier !== null) return replyWith(claimListCard(dossier, 1, words));
  const dossiers = await services.listDossiers({ guildId: call.guildId });
  return replyWith(dossierPickerCard(dossiers, { for: 'claims' }, 1, words));
}

async function show(call: GuildCall, services: Services, words: Words): Promise<Reply> {
  const name = call.options.string('id') ?? '';
  const shown = await services.showClaimNamed({ name, asker: askerOf(call) });
  return claimReply(call, { ...shown, inquiryId: null }, services, words);
}
