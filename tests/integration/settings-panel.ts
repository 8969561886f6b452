import type { APIMessage } from 'discord-api-types/v10';
import type { AuditEntry } from '../../src/core/audit.ts';
import type { GuildSettings } from '../../src/core/guild-settings.ts';
import type { Answer } from '../../src/sandbox/answer.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { guildId } from './contested.ts';
import { absent, buttonsTo, type RunningBot } from './running-bot.ts';

/** The menu of the panel that leads to `route`. */
function menuTo(panel: APIMessage, route: string): string {
  return buttonsTo(panel, route)[0] ?? absent();
}

/** Has the server's admin open the settings. */
export async function openPanel(
  bot: RunningBot,
  tab?: 'Cases' | 'Alerts' | 'Members' | 'Digest' | 'Model',
): Promise<APIMessage> {
  const ada = bot.discord.as(ids.ada);
  const panel = (await ada.slash('settings')).message ?? absent();
  return tab === undefined || tab === 'Cases' ? panel : ((await ada.press(panel, tab)).message ?? absent());
}

/** Has the admin choose values in the panel's menu that leads to `route`. */
export function pick(
  bot: RunningBot,
  panel: APIMessage,
  route: string,
  ...values: string[]
): Promise<Answer> {
  return bot.discord.as(ids.ada).pick(panel, menuTo(panel, route), ...values);
}

/** The server's settings as they are stored. */
export function stored(bot: RunningBot): Promise<GuildSettings> {
  return bot.inDatabase(({ settings }) => settings.read(guildId));
}

/** What the audit says of changed settings, oldest first. */
export async function changesOf(bot: RunningBot): Promise<readonly Partial<AuditEntry>[]> {
  const { entries } = await bot.inDatabase(({ audit }) =>
    audit.page(guildId, { act: 'settings.changed' }, 100, 0),
  );
  return entries.map(({ actorId, before, after }) => ({ actorId, before, after })).reverse();
}
