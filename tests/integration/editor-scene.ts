import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { DossierSlug } from '../../src/core/claim.ts';
import type { Dossier } from '../../src/core/dossier.ts';
import type { Answer } from '../../src/sandbox/answer.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { guildId } from './contested.ts';
import { moderator, soon } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, textOf } from './running-bot.ts';

/** A contested post, with quotation marks and spaces that nobody types the same way. */
export const postText =
  'The mayor said: “The bridge costs 40 million euros.” The council approved it in March 2024 by nine votes to four.\n\n' +
  'Every engineer who was asked   warned against the eastern pier.';

/** A file as a person hands it over. */
export function fileOf(name: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, bytes };
}

/** The answer once the work that it shows is over. */
export async function finished(bot: RunningBot, answer: Answer): Promise<APIMessage> {
  const id = answer.message?.id ?? absent();
  const now = () => bot.discord.world.messages.get(id)?.message;
  await expect.poll(() => buttonsTo(now(), 'work.stop').length, soon).toBe(0);
  return now() ?? absent();
}

/** Adds a post by the form. */
export async function added(
  bot: RunningBot,
  fields: Readonly<Record<string, string>> = { text: postText },
  name = 'bridge-costs',
): Promise<APIMessage> {
  const max = moderator(bot);
  const form = await max.slash('dossier add', name === '' ? {} : { name });
  return finished(bot, await max.submit(form, fields));
}

/** The editor of a dossier, as a moderator opens it. */
export async function desk(
  bot: RunningBot,
  slug = 'bridge-costs',
  userId: string = ids.max,
): Promise<APIMessage> {
  return (await moderator(bot, userId).slash('dossier edit', { dossier: slug })).message ?? absent();
}

/** Opens a form from a card and sends it. */
export async function fill(
  bot: RunningBot,
  message: APIMessage,
  button: string,
  fields: Readonly<Record<string, string | string[]>>,
  userId: string = ids.max,
): Promise<APIMessage> {
  const form = await moderator(bot, userId).press(message, button);
  return (await moderator(bot, userId).submit(form, fields)).message ?? absent();
}

/** Presses a button of a card. */
export async function pressed(
  bot: RunningBot,
  message: APIMessage,
  button: string,
  userId: string = ids.max,
): Promise<APIMessage> {
  return (await moderator(bot, userId).press(message, button)).message ?? absent();
}

/** Opens a claim from the editor. */
export async function claimOn(
  bot: RunningBot,
  message: APIMessage,
  key = 'c01',
  userId: string = ids.max,
): Promise<APIMessage> {
  const [menu = ''] = buttonsTo(message, 'edit.claim');
  const [, , dossierId] = menu.split(':');
  const state = await bot.inDatabase(async ({ dossiers, edits }) => {
    const stored = (await dossiers.listOwn(guildId)).find(({ id }) => id === dossierId) ?? absent();
    return (await edits.latest(guildId, stored.id))?.dossier ?? stored;
  });
  const claimId = state.claims.find((claim) => claim.key === key)?.id ?? absent();
  return (await moderator(bot, userId).pick(message, menu, claimId)).message ?? absent();
}

/** Publishes what is on the desk, whatever could be advised. */
export async function publishedAnyway(bot: RunningBot, message: APIMessage): Promise<APIMessage> {
  const answer = await pressed(bot, message, 'Publish');
  return buttonsTo(answer, 'edit.publish-now').length > 0
    ? pressed(bot, answer, 'Publish all the same')
    : answer;
}

/** A dossier as the store holds it. */
export function stored(bot: RunningBot, slug = 'bridge-costs'): Promise<Dossier | null> {
  return bot.inDatabase(({ dossiers }) => dossiers.find(guildId, DossierSlug.parse(slug)));
}

/** A dossier as it lies on the desk. */
export async function onDesk(bot: RunningBot, slug = 'bridge-costs'): Promise<Dossier> {
  const dossier = (await stored(bot, slug)) ?? absent();
  const edit = await bot.inDatabase(({ edits }) => edits.latest(guildId, dossier.id));
  return edit?.dossier ?? dossier;
}

/** What stands in the audit of the server, oldest first. */
export async function audited(bot: RunningBot): Promise<readonly string[]> {
  const { entries } = await bot.inDatabase(({ audit }) => audit.page(guildId, {}, 100, 0));
  return entries.map(({ act, before, after }) => [act, before, after].join(' | ')).toReversed();
}

/** What a member reads. */
export async function memberReads(
  bot: RunningBot,
  command: string,
  options: Readonly<Record<string, string>> = {},
) {
  return textOf((await bot.discord.as(ids.mia).slash(command, options)).message);
}
