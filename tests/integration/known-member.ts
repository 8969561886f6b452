import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { cards, contested, guildId, report, withModerators } from './contested.ts';
import { soon } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, runningBot } from './running-bot.ts';

export const mia = UserId.parse(ids.mia);
export const hers = `${contested} Mia wrote it, a phrase of hers.`;
export const words = { statement: 'salaried by the Iraqi government', details: 'Mia says so herself' };
export const others = { statement: 'a phrase of hers', details: 'Noor says otherwise' };

/** Mia reported a message of Noor's, Noor one of Mia's; Mia's reports were once marked as made in bad faith. */
export async function botThatKnowsMia(): Promise<RunningBot> {
  const bot = await runningBot();
  await withModerators(bot);
  await report(bot, ids.mia, await bot.discord.as(ids.noor).write(`${contested} Noor wrote it.`), words);
  await report(bot, ids.noor, await bot.discord.as(ids.mia).write(hers), others);
  await bot.inDatabase((stores) => stores.faith.mark(guildId, mia, 1));
  await expect.poll(() => cards(bot).join(), soon).toContain('Mia wrote it');
  return bot;
}

/** The files in the bot's data folder in which a text stands, byte by byte. */
export function filesWith(bot: RunningBot, text: string): readonly string[] {
  return readdirSync(bot.config.dataDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /sqlite/.test(name))
    .filter((name) => readFileSync(join(bot.config.dataDir, name)).includes(text));
}

/** Where a member is who has left every server: in the bot's direct messages. */
export function inDirectMessages(bot: RunningBot, userId: string) {
  return bot.discord.as(userId, { channelId: bot.discord.world.directChannel(userId).id });
}

/** Presses a button that leads there. */
export async function confirm(
  actor: ReturnType<RunningBot['discord']['as']>,
  question: APIMessage | undefined,
  route: string,
) {
  const [button = ''] = buttonsTo(question, route);
  return actor.press(question ?? absent(), button);
}
