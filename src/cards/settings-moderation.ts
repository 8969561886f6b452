import { channelMention, roleMention } from '@discordjs/formatters';
import { type APIComponentInContainer, ChannelType } from 'discord-api-types/v10';
import { encodeRoute } from '../routes.ts';
import type { SettingsView } from '../services/servers/read-settings.ts';
import type { Words } from '../words/words.ts';
import { channelMenu, roleMenu } from './entity-menus.ts';
import { smallPrint } from './markdown.ts';
import { button, linesOf, menu, row, text } from './parts.ts';
import { checkSentences, hoursText } from './setting-words.ts';

/** 12 hours, 24 hours, 2 days, 3 days, a week. */
const ageingChoices = [12, 24, 48, 72, 168] as const;

/** Where cases go, who moderates, and when a case has waited too long. */
export function moderationSettings(
  view: SettingsView,
  words: Words,
): readonly (APIComponentInContainer | null)[] {
  const { moderatorRoles, ageingHours } = view.settings;
  const hours = [...new Set([...ageingChoices, ageingHours])].sort((one, other) => one - other);
  return [
    ...channelParts(view, words),
    text(
      linesOf([
        `**${words.say('settings.roles.title')}**`,
        moderatorRoles.length === 0
          ? words.say('settings.roles.none')
          : words.say('settings.roles.now', {
              roles: words.list(moderatorRoles.map((id) => roleMention(id))),
            }),
        smallPrint(words.say('settings.roles.note')),
      ]),
    ),
    row(
      roleMenu(encodeRoute('settings.roles'), words.say('settings.roles.pick'), moderatorRoles, {
        min: 0,
        max: 10,
      }),
    ),
    text(
      linesOf([
        `**${words.say('settings.ageing.title')}**`,
        words.say('settings.ageing.now', { time: hoursText(ageingHours, words) }),
      ]),
    ),
    row(
      menu(
        encodeRoute('settings.ageing'),
        words.say('settings.ageing.pick'),
        hours.map((count) => ({
          label: hoursText(count, words),
          value: String(count),
          chosen: count === ageingHours,
        })),
      ),
    ),
  ];
}

function channelParts(
  { settings, channel, offers }: SettingsView,
  words: Words,
): readonly (APIComponentInContainer | null)[] {
  const { moderatorsChannel } = settings;
  const shown = moderatorsChannel === null || channel?.state === 'unseen' ? [] : [moderatorsChannel];
  const offered = offers.map(({ channelId }) => channelMention(channelId));
  const sentences =
    moderatorsChannel === null
      ? [
          words.say('settings.channel.none'),
          offered.length === 0
            ? null
            : words.say('settings.channel.offer', { channels: words.list(offered) }),
        ]
      : [
          channel?.state === 'usable' || channel?.state === 'unchecked'
            ? words.say('settings.channel.now', { channel: channelMention(moderatorsChannel) })
            : null,
          ...(channel === null ? [] : checkSentences(channel, moderatorsChannel, words)),
        ];
  return [
    text(linesOf([`**${words.say('settings.channel.title')}**`, ...sentences])),
    row(
      channelMenu(encodeRoute('settings.channel'), words.say('settings.channel.pick'), shown, {
        min: 1,
        max: 1,
        types: [ChannelType.GuildText],
      }),
    ),
    row(
      ...offers.map(({ kind, channelId }) =>
        button(words.say(`settings.channel.${kind}`), encodeRoute('settings.use-channel', channelId)),
      ),
      moderatorsChannel === null
        ? null
        : button(words.say('settings.channel.drop'), encodeRoute('settings.no-channel')),
    ),
  ];
}
