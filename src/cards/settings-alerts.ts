import { roleMention } from '@discordjs/formatters';
import type { APIComponentInContainer } from 'discord-api-types/v10';
import { encodeRoute } from '../routes.ts';
import type { SettingsView } from '../services/servers/read-settings.ts';
import type { Words } from '../words/words.ts';
import { roleMenu } from './entity-menus.ts';
import { smallPrint } from './markdown.ts';
import { button, linesOf, menu, row, text } from './parts.ts';
import { checkSentences } from './setting-words.ts';

/** Numbers of independent reporters to choose from. */
const reporterChoices = [2, 3, 5, 10] as const;

/** Which role is told of urgent cases, and from how many reporters on. */
export function alertSettings(view: SettingsView, words: Words): readonly (APIComponentInContainer | null)[] {
  const { alertRole, alertAt } = view.settings;
  const counts = [...new Set([...reporterChoices, alertAt])].sort((one, other) => one - other);
  return [
    text(
      linesOf([
        `**${words.say('settings.alert.title')}**`,
        ...alertSentences(view, words),
        smallPrint(words.say('settings.alert.note')),
      ]),
    ),
    row(
      roleMenu(
        encodeRoute('settings.alert-role'),
        words.say('settings.alert.pick'),
        alertRole === null ? [] : [alertRole],
        { min: 1, max: 1 },
      ),
    ),
    row(
      menu(
        encodeRoute('settings.alert-at'),
        words.say('settings.alert.pick-reporters'),
        counts.map((count) => ({
          label: reportersText(count, words),
          value: String(count),
          chosen: count === alertAt,
        })),
      ),
    ),
    row(
      alertRole === null
        ? null
        : button(words.say('settings.alert.drop'), encodeRoute('settings.no-alert-role')),
    ),
  ];
}

function alertSentences(
  { settings, channel, alertRings }: SettingsView,
  words: Words,
): readonly (string | null)[] {
  const { alertRole, alertAt, moderatorsChannel } = settings;
  const reporters = reportersText(alertAt, words);
  if (alertRole === null) return [words.say('settings.alert.none', { reporters })];
  const role = roleMention(alertRole);
  return [
    words.say('settings.alert.now', { role, reporters }),
    moderatorsChannel === null ? words.say('settings.alert.no-channel') : null,
    ...(moderatorsChannel === null || channel === null || channel.state === 'usable'
      ? []
      : checkSentences(channel, moderatorsChannel, words)),
    alertRings === false ? words.say('settings.alert.silent', { role }) : null,
  ];
}

function reportersText(count: number, words: Words): string {
  return words.say('settings.alert.reporters', { count });
}
