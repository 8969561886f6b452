import { inlineCode, SlashCommandBuilder } from '@discordjs/builders';
import { pageCard } from '../src/cards/plain-cards.ts';
import { type Command, replyWith } from '../src/command.ts';
import { reaches } from '../src/core/access.ts';
import { anywhere, describe } from './parts/definition.ts';

/** `/help`: what this member can do in this place. */
export const help: Command<'anywhere'> = {
  data: () => anywhere(describe(new SlashCommandBuilder().setName('help'), 'command.help')).toJSON(),
  where: 'anywhere',
  access: 'member',
  actions: [],

  async run(call, _services, words) {
    const anyone = [
      words.say('help.privacy', { command: inlineCode('/privacy view') }),
      words.say('help.about', { command: inlineCode('/about') }),
    ];
    const inServer = [
      words.say('help.summary', { command: inlineCode('/summary') }),
      words.say('help.lookup', { command: inlineCode('/claim lookup') }),
      words.say('help.list', { command: inlineCode('/claim list') }),
      words.say('help.show', { command: inlineCode('/claim show') }),
    ];
    const moderates = call.guildId !== null && reaches(call.member.permissions, 'moderator');
    const paragraphs = [
      words.say('help.intro'),
      [...(call.guildId === null ? [] : inServer), ...anyone].map((line) => `- ${line}`).join('\n'),
      words.say(call.guildId === null ? 'help.direct' : 'help.private'),
      ...(moderates ? [words.say('help.moderator')] : []),
    ];
    return replyWith(pageCard(words.say('help.title'), paragraphs));
  },
};
