import { ApplicationCommandType, MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { type Access, permissionBits, reaches } from '../../src/core/access.ts';
import { GuildId } from '../../src/core/ids.ts';
import { encodeRoute } from '../../src/routes.ts';
import { userObject } from '../../src/sandbox/api-objects.ts';
import type { Given } from '../../src/sandbox/command-options.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { editorOptions, foreignDossier } from './editor-arguments.ts';
import { foreignArguments, otherSlug } from './foreign-arguments.ts';
import { type RunningBot, runningBot, textOf } from './running-bot.ts';

const secret = 'only the other server may read this';

const people = [
  { who: 'member', userId: ids.mia, permissions: 0n },
  { who: 'moderator', userId: ids.max, permissions: permissionBits.manageMessages },
  { who: 'admin', userId: ids.ada, permissions: permissionBits.manageServer },
] as const;

/** What must be filled in for Discord to send a command at all. */
const requiredOptions: Readonly<Record<string, Given>> = {
  'claim lookup': { query: 'iran' },
  'claim show': { id: 'iraqi-militias-in-syria/c01' },
  'report link': { message: 'no link', reason: 'other' },
  ...editorOptions,
};

const usages = commands.flatMap((command) => {
  const {
    name,
    type,
    options = [],
  } = command.data() as {
    name: string;
    type?: number;
    options?: { type: number; name: string }[];
  };
  const subcommands = options.filter(({ type }) => type === 1).map((option) => `${name} ${option.name}`);
  return (subcommands.length > 0 ? subcommands : [name]).map((usage) => ({
    usage,
    isMenu: type === ApplicationCommandType.Message,
    command,
  }));
});
const actions = commands.flatMap((command) => command.actions);

async function botWithOtherServersDossier(): Promise<RunningBot> {
  const bot = await runningBot();
  const foreign = foreignDossier(GuildId.parse(ids.otherGuild), otherSlug, secret);
  await bot.inDatabase(({ dossiers }) => dossiers.save(foreign));
  return bot;
}

describe('who may do what', () => {
  it.each(usages.flatMap((usage) => people.map((person) => ({ ...usage, ...person }))))(
    '/$usage asks for the right circle, tried by a $who',
    async ({ usage, isMenu, command, userId, permissions }) => {
      const bot = await runningBot();
      const actor = bot.discord.as(userId);
      const target = await bot.discord.as(ids.noor).write('a post to use message menus on');

      const answer = await (isMenu
        ? actor.menu(usage, target.id)
        : actor.slash(usage, requiredOptions[usage] ?? {}));

      expect(textOf(answer.message).includes('This needs the permission')).toBe(
        !reaches(permissions, command.access),
      );
    },
  );

  it('has a row for every action', () => {
    expect(Object.keys(foreignArguments).sort()).toEqual(actions.map(({ route }) => route).sort());
  });

  it('shows nothing of another server, whatever custom_id is forged or copied', async () => {
    const bot = await botWithOtherServersDossier();
    const answers: string[] = [];

    for (const { userId } of people) {
      const actor = bot.discord.as(userId);
      for (const { route, form } of actions) {
        const customId = encodeRoute(route, ...(foreignArguments[route] ?? []));
        const card = await actor.write('', {
          author: userObject(bot.discord.world.bot),
          flags: MessageFlags.IsComponentsV2,
          components: [
            { type: 1, components: [{ type: 2, style: 2, label: 'copied', custom_id: customId }] },
          ],
        });
        const answer = await (form ? actor.submitForged(null, customId) : actor.press(card, customId));
        answers.push(`${route}: ${answer.kind} ${textOf(answer.message)} ${JSON.stringify(answer.modal)}`);
      }
    }

    expect(answers.filter((answer) => answer.includes(secret))).toEqual([]);
    expect(answers.filter((answer) => answer.includes('our fault'))).toEqual([]);
    expect(answers.filter((answer) => answer.includes('failed'))).toEqual([]);
  });

  it.each(['claim lookup', 'claim list', 'claim show', 'summary'])(
    'shows nothing of another server in /%s',
    async (usage) => {
      const bot = await botWithOtherServersDossier();
      const mia = bot.discord.as(ids.mia);
      const text =
        { 'claim lookup': 'query', 'claim list': 'dossier', 'claim show': 'id', summary: 'dossier' }[usage] ??
        '';

      const answer = await mia.slash(usage, {
        [text]: usage === 'claim show' ? `${otherSlug}/c01` : otherSlug,
      });
      const choices = await mia.type(usage, { [text]: 'other' }, text);

      expect(textOf(answer.message)).not.toContain(secret);
      expect(JSON.stringify(choices)).not.toContain(otherSlug);
    },
  );

  it('shows the other server its own', async () => {
    const bot = await botWithOtherServersDossier();

    const answer = await bot.discord.as(ids.olu).slash('summary');

    expect(textOf(answer.message)).toContain(secret);
  });

  const circles: readonly Access[] = ['member', 'moderator', 'admin'];
  it.each(circles.flatMap((needed) => people.map((person) => ({ needed, ...person }))))(
    '$who reaches $needed only by permission',
    ({ needed, who, permissions }) => {
      expect(reaches(permissions, needed)).toBe(circles.indexOf(who) >= circles.indexOf(needed));
    },
  );
});
