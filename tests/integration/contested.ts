import type { APIMessage } from 'discord-api-types/v10';
import type { Case, MessageSubject } from '../../src/core/case.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId, GuildId, UserId } from '../../src/core/ids.ts';
import type { Report } from '../../src/core/report.ts';
import type { Answer } from '../../src/sandbox/answer.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { controlOf } from '../unit/cards/card-nodes.ts';
import { absent, changeSettings, type RunningBot, textOf } from './running-bot.ts';

/** The server all of this happens in. */
export const guildId = GuildId.parse(ids.guild);

/** A contested message that makes a claim of the shipped dossier. */
export const contested = 'The militias are salaried by the Iraqi government, and the West arms them anyway.';

/** Gives the server a moderators' channel. */
export function withModerators(bot: RunningBot): Promise<void> {
  const moderatorsChannel = ChannelId.parse(ids.moderators);
  return changeSettings(bot, guildId, { ...defaultGuildSettings, moderatorsChannel });
}

/** Has a member report a message by the message menu. */
export async function report(
  bot: Pick<RunningBot, 'discord'>,
  userId: string,
  message: APIMessage,
  fields: Readonly<Record<string, string | string[]>> = {},
): Promise<Answer> {
  const form = await menuOn(bot, userId, message);
  const member = bot.discord.as(userId, { channelId: message.channel_id });
  // A busy machine may have the bot say first that it is at work.
  return (await member.submit(form, { reason: ['misleading'], ...fields })).settled();
}

/** The cases of the server, in the order of their numbers. */
export function casesIn(bot: RunningBot): Promise<readonly Case[]> {
  return bot.inDatabase(async ({ cases }) => {
    const page = await cases.page(guildId, { states: [] }, 100, 0);
    return page.cases.toSorted((a, b) => a.number - b.number);
  });
}

/** What a server's first case holds of its message. */
export async function subjectIn(bot: RunningBot): Promise<MessageSubject> {
  const [first] = await casesIn(bot);
  return first?.subject.kind === 'message' ? first.subject : absent();
}

/** The texts of the cards in the moderators' channel, oldest first. */
export function cards(bot: Pick<RunningBot, 'discord'>): readonly string[] {
  return bot.discord.world.messages
    .inChannel(ids.moderators)
    .filter(({ onlyFor }) => onlyFor === null)
    .map(({ message }) => textOf(message));
}

/** Opens the form in which a member reports a message. */
export function menuOn(
  bot: Pick<RunningBot, 'discord'>,
  userId: string,
  message: APIMessage,
): Promise<Answer> {
  return bot.discord.as(userId, { channelId: message.channel_id }).menu('Flag contested post', message.id);
}

/** What stands in a field of a form at first. */
export function firstValue({ modal }: Answer, field: string): unknown {
  return controlOf(modal?.components ?? [], field)?.['value'];
}

export function formText({ modal }: Answer): string {
  return JSON.stringify(modal?.components ?? []);
}

/** The reports of the server's first case. */
export function reportsIn(bot: RunningBot): Promise<readonly Report[]> {
  return bot.inDatabase(async ({ cases }) => {
    const [first] = (await cases.page(guildId, { states: [] }, 1, 0)).cases;
    return first === undefined ? [] : cases.reports(guildId, first.id);
  });
}

/** Has a moderator end the server's first case with a reason, as the store holds it. */
export async function resolve(bot: RunningBot, note: string): Promise<void> {
  await bot.inDatabase(async ({ cases }) => {
    const [first] = (await cases.page(guildId, { states: [] }, 1, 0)).cases;
    const by = UserId.parse(ids.max);
    await cases.save({
      ...(first ?? absent()),
      state: 'resolved',
      resolution: { kind: 'no-action', by, note, url: null, claim: null },
      resolvedAt: 1,
    });
  });
}
