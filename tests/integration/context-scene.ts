import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { reportFields, tellMeAnswers } from '../../src/cards/report-modals.ts';
import { DossierSlug } from '../../src/core/claim.ts';
import type { Answer } from '../../src/sandbox/answer.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { casesIn, contested, guildId, report, withModerators } from './contested.ts';
import { soon } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, runningBot } from './running-bot.ts';

/** What a moderator writes into the form. */
export const written = {
  text: 'The paper corrected this in May.',
  addresses: 'https://www.paper.example/may',
};
/** The name of the dossier that the first case's context is kept as. */
export const slug = DossierSlug.parse('context-1');

/** A bot, a reported message, and its case's card. */
export type Scene = { readonly bot: RunningBot; readonly message: APIMessage; readonly card: APIMessage };

/** What everyone there sees. */
export function shownIn(bot: RunningBot, channelId: string): readonly APIMessage[] {
  return bot.discord.world.messages
    .inChannel(channelId)
    .filter(({ onlyFor }) => onlyFor === null)
    .map(({ message }) => message);
}

/** What the bot has posted where everyone there sees it. */
export function postedIn(bot: RunningBot, channelId: string): readonly APIMessage[] {
  return shownIn(bot, channelId).filter(
    ({ author, components }) => author.id === bot.discord.world.bot.id && (components?.length ?? 0) > 0,
  );
}

/** The card of the first case, as soon as it is there. */
export async function caseCard(bot: RunningBot): Promise<APIMessage> {
  const withContext = () =>
    postedIn(bot, ids.moderators).filter((card) => buttonsTo(card, 'context.write').length > 0);
  await expect.poll(withContext, soon).toHaveLength(1);
  return withContext()[0] ?? absent();
}

/** Noor's message in a channel, reported by Mia, and its card. */
export async function reported(channelId: string = ids.general, started?: RunningBot): Promise<Scene> {
  const bot = started ?? (await runningBot());
  await withModerators(bot);
  const author = channelId === ids.moderators ? ids.max : ids.noor;
  const message = await bot.discord.as(author, { channelId }).write(contested);
  const reporter = channelId === ids.moderators ? ids.max : ids.mia;
  await report(bot, reporter, message, {
    [reportFields.tellMe]: [tellMeAnswers.yes],
    statement: 'The militias are salaried',
  });
  return { bot, message, card: await caseCard(bot) };
}

/** A moderator in the moderators' channel. */
export function moderator(bot: RunningBot, userId: string = ids.max) {
  return bot.discord.as(userId, { channelId: ids.moderators });
}

/** A moderator's preview of what they wrote. */
export async function preview(
  { bot, card }: Scene,
  fields: Readonly<Record<string, string>> = written,
  userId?: string,
): Promise<Answer> {
  const form = await moderator(bot, userId).press(card, 'Post context');
  return moderator(bot, userId).submit(form, fields);
}

/** Has a moderator post what they wrote. */
export async function post(
  scene: Scene,
  fields?: Readonly<Record<string, string>>,
  userId?: string,
): Promise<Answer> {
  const shown = await preview(scene, fields, userId);
  return moderator(scene.bot, userId).press(shown.message ?? absent(), 'Post it');
}

/** The dossier that was kept, or null. */
export async function dossierIn(bot: RunningBot, named: DossierSlug = slug) {
  return bot.inDatabase(({ dossiers }) => dossiers.find(guildId, named));
}

/** Where the first case stands. */
export async function stateIn(bot: RunningBot) {
  const [first] = await casesIn(bot);
  return { state: first?.state, kind: first?.resolution?.kind };
}

/** Where it stands while nothing has come of it. */
export const unchanged = { state: 'open', kind: undefined };
