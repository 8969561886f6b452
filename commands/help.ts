import { inlineCode, SlashCommandBuilder } from '@discordjs/builders';
import { pageCard } from '../src/cards/plain-cards.ts';
import { type Call, type Command, replyWith } from '../src/command.ts';
import { reaches } from '../src/core/access.ts';
import type { Services } from '../src/services/services.ts';
import type { Words } from '../src/words/words.ts';
import { anywhere, describe } from './parts/definition.ts';

/** `/help`: what this member can do in this place. */
export const help: Command<'anywhere'> = {
  data: () => anywhere(describe(new SlashCommandBuilder().setName('help'), 'command.help')).toJSON(),
  where: 'anywhere',
  access: 'member',
  actions: [],

  async run(call, services, words) {
    const direct = call.guildId === null;
    const paragraphs = [
      words.say('help.intro'),
      listOf([...(direct ? [] : forMembers(words)), ...forAnyone(words)]),
      words.say(direct ? 'help.direct' : 'help.private'),
      ...(await forModerators(call, services, words)),
      ...(await forAdmins(call, services, words)),
    ];
    return replyWith(pageCard(words.say('help.title'), paragraphs));
  },
};

function listOf(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function forMembers(words: Words): readonly string[] {
  return [
    words.say('help.summary', { command: inlineCode('/summary') }),
    words.say('help.lookup', { command: inlineCode('/claim lookup') }),
    words.say('help.list', { command: inlineCode('/claim list') }),
    words.say('help.show', { command: inlineCode('/claim show') }),
    words.say('help.watch', { claim: words.say('watch.claim'), question: words.say('watch.question') }),
    words.say('help.check', { menu: words.say('command.check-post') }),
    words.say('help.flag', { menu: words.say('command.flag-post') }),
    words.say('help.report', { command: inlineCode('/report link') }),
    words.say('help.mine', { command: inlineCode('/report mine') }),
  ];
}

function forAnyone(words: Words): readonly string[] {
  const rights = ['/privacy export', '/privacy delete', '/privacy opt-out'].map((name) => inlineCode(name));
  return [
    words.say('help.privacy', { command: inlineCode('/privacy view') }),
    words.say('help.privacy-rights', { commands: words.list(rights) }),
    words.say('help.about', { command: inlineCode('/about') }),
  ];
}

async function forModerators(
  { guildId, member }: Call,
  services: Services,
  words: Words,
): Promise<readonly string[]> {
  if (guildId === null) return [];
  if (!(await services.moderates({ guildId, member }))) return [];
  const lines = [
    words.say('help.queue', { command: inlineCode('/queue') }),
    words.say('help.digest', { command: inlineCode('/digest') }),
  ];
  return [`${words.say('help.moderators')}\n${listOf(lines)}`, words.say('help.moderator')];
}

async function forAdmins(
  { guildId, member }: Call,
  services: Services,
  words: Words,
): Promise<readonly string[]> {
  if (guildId === null || !reaches(member.permissions, 'admin')) return [];
  const command = inlineCode('/settings');
  const lines = [
    words.say('help.settings', { command }),
    words.say('help.audit', { command: inlineCode('/audit') }),
  ];
  const { moderatorsChannel } = await services.settingsOf({ guildId });
  return [
    `${words.say('help.admins')}\n${listOf(lines)}`,
    ...(moderatorsChannel === null ? [words.say('help.setup', { command })] : []),
  ];
}
