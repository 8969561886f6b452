import { inlineCode, SlashCommandBuilder } from '@discordjs/builders';
import { escapeMarkdown } from '../src/cards/markdown.ts';
import { pageCard } from '../src/cards/plain-cards.ts';
import { type Command, replyWith } from '../src/command.ts';
import type { Installation } from '../src/services/deps.ts';
import type { Words } from '../src/words/words.ts';
import { anywhere, describe } from './parts/definition.ts';

/** `/about`: version, how text is made, privacy policy, who runs the bot. */
export const about: Command<'anywhere'> = {
  data: () => anywhere(describe(new SlashCommandBuilder().setName('about'), 'command.about')).toJSON(),
  where: 'anywhere',
  access: 'member',
  actions: [],

  async run(_call, { installation }, words) {
    const { version, operatorContact } = installation;
    return replyWith(
      pageCard(words.say('about.title'), [
        words.say('about.version', { version }),
        modelSentence(installation, words),
        words.say('about.privacy', { command: inlineCode('/privacy view') }),
        operatorContact === null
          ? words.say('about.no-operator')
          : words.say('about.operator', { contact: escapeMarkdown(operatorContact) }),
      ]),
    );
  },
};

/** Whether texts go to a model, whose, and which. */
function modelSentence({ models }: Installation, words: Words): string {
  if (models === null) return words.say('about.model');
  const { provider, writes, compares } = models;
  const uses = [
    ...(writes === null ? [] : [words.say('about.model-writes', { model: escapeMarkdown(writes) })]),
    ...(compares === null ? [] : [words.say('about.model-compares', { model: escapeMarkdown(compares) })]),
  ];
  return words.say('about.models', { provider: escapeMarkdown(provider), uses: uses.join('; ') });
}
