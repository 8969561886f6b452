import {
  ActionRowBuilder,
  type ApplicationCommandDataResolvable,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  type InteractionReplyOptions,
  MessageFlags,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import { onTestFinished } from 'vitest';
import { componentsIn } from '../../src/sandbox/components-in.ts';
import { startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds } from '../../src/sandbox/plan.ts';
import { assertClean } from '../fakes/discord-oracle.ts';
import { startBot } from './loopback-bot.ts';

/** The commands that the bot registers. */
export const commands: readonly ApplicationCommandDataResolvable[] = [
  {
    name: 'claim',
    description: 'Claims',
    options: [
      {
        type: 1,
        name: 'lookup',
        description: 'Looks a claim up',
        options: [
          { type: 3, name: 'query', description: 'What to look for', required: true, autocomplete: true },
          { type: 5, name: 'share', description: 'Show it to everyone' },
        ],
      },
    ],
  },
  { name: 'Check this post', type: 3 },
];

export const flags = MessageFlags.IsComponentsV2 as const;
export const allowedMentions = { parse: [] };

/** What a bot answers with: a text, a button and a select menu. */
export function card(words: string, ephemeral = true) {
  const button = new ButtonBuilder().setStyle(ButtonStyle.Primary).setCustomId('open').setLabel('Open');
  const select = new StringSelectMenuBuilder()
    .setCustomId('claims')
    .setPlaceholder('Open a claim')
    .addOptions({ label: 'One', value: 'c01' }, { label: 'Two', value: 'c02' });
  const container = new ContainerBuilder()
    .addTextDisplayComponents(new TextDisplayBuilder({ content: words }))
    .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(button))
    .addActionRowComponents(new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select));
  return {
    components: [container],
    flags: ephemeral ? ([flags, MessageFlags.Ephemeral] as const) : flags,
    allowedMentions,
  } satisfies InteractionReplyOptions;
}

/** Every text of a message. */
export const textOf = (message: { readonly components?: unknown } | undefined) =>
  componentsIn(message?.components)
    .map(({ component }) => component.content)
    .filter((content) => content !== undefined)
    .join('\n');

/** A bot made of discord.js at a loopback Discord, with its commands registered, and someone to use them. */
export async function arranged() {
  const loopback = await startLoopback();
  const bot = await startBot(loopback);
  onTestFinished(async () => {
    await bot.stop();
    await loopback.stop();
    assertClean(loopback);
  });
  await bot.client.application.commands.set([...commands]);
  return { loopback, bot, mia: loopback.as(sandboxIds.mia) };
}
