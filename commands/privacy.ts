import { SlashCommandBuilder } from '@discordjs/builders';
import { pageCard } from '../src/cards/plain-cards.ts';
import { type Command, replyWith } from '../src/command.ts';
import { retention } from '../src/core/retention.ts';
import type { CardFile } from '../src/ports/message.ts';
import { anywhere, describe } from './parts/definition.ts';

/** `/privacy view`: what is stored, why, and for how long. */
export const privacy: Command<'anywhere'> = {
  data: () =>
    anywhere(describe(new SlashCommandBuilder().setName('privacy'), 'command.privacy'))
      .addSubcommand((view) => describe(view.setName('view'), 'command.privacy.view'))
      .toJSON(),
  where: 'anywhere',
  access: 'member',
  actions: [],

  async run(_call, { installation }, words) {
    const rows = [
      words.say('privacy.inquiries', { days: retention.inquiryDays }),
      words.say('privacy.texts', { days: retention.questionTextDays }),
      words.say('privacy.interactions', { minutes: retention.handledInteractionMinutes }),
      words.say('privacy.cooldowns'),
      words.say('privacy.shares'),
      words.say('privacy.servers'),
    ];
    const list = rows.map((row) => `- ${row}`).join('\n');
    const paragraphs = [words.say('privacy.you'), list, words.say('privacy.not')];
    return replyWith(
      pageCard(words.say('privacy.title'), paragraphs, policyFile(installation.privacyPolicy)),
    );
  },
};

function policyFile(content: string): CardFile {
  return { name: 'PRIVACY.md', contentType: 'text/markdown; charset=utf-8', content };
}
