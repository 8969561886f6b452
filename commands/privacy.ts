import { SlashCommandBuilder } from '@discordjs/builders';
import { askToEraseCard, exportCard, optOutCard, privacyCard } from '../src/cards/privacy-cards.ts';
import { type Command, replyWith } from '../src/command.ts';
import { cancelPrivacy, erase, setOptOut } from './actions/privacy.ts';
import { openMyWatches, stopListed, stopOneOfNews, stopWatching, turnMyWatches } from './actions/watch.ts';
import { anywhere, describe } from './parts/definition.ts';

/** `/privacy view`, `/privacy export`, `/privacy delete` and `/privacy opt-out`: across servers, in any place. */
export const privacy: Command<'anywhere'> = {
  data: () =>
    anywhere(describe(new SlashCommandBuilder().setName('privacy'), 'command.privacy'))
      .addSubcommand((view) => describe(view.setName('view'), 'command.privacy.view'))
      .addSubcommand((mine) => describe(mine.setName('export'), 'command.privacy.export'))
      .addSubcommand((erasure) => describe(erasure.setName('delete'), 'command.privacy.delete'))
      .addSubcommand((optOut) => describe(optOut.setName('opt-out'), 'command.privacy.opt-out'))
      .toJSON(),
  where: 'anywhere',
  access: 'member',
  actions: [
    erase,
    setOptOut,
    cancelPrivacy,
    openMyWatches,
    turnMyWatches,
    stopListed,
    stopWatching,
    stopOneOfNews,
  ],

  async run(call, services, words) {
    const memberId = call.member.id;
    switch (call.command) {
      case 'privacy export':
        return replyWith(exportCard(await services.exportMyData({ memberId }), words));
      case 'privacy delete':
        return replyWith(askToEraseCard(words));
      case 'privacy opt-out':
        return replyWith(optOutCard(await services.isOptedOut({ memberId }), words));
      default: {
        const mine = await services.showMyData({ memberId });
        return replyWith(privacyCard(mine, services.installation.privacyPolicy, words));
      }
    }
  },
};
