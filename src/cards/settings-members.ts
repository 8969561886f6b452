import { channelMention } from '@discordjs/formatters';
import { type APIComponentInContainer, ChannelType } from 'discord-api-types/v10';
import type { GuildSettings } from '../core/guild-settings.ts';
import { retention } from '../core/retention.ts';
import { encodeRoute } from '../routes.ts';
import type { SettingsView } from '../services/servers/read-settings.ts';
import { locales, type Words } from '../words/words.ts';
import { channelMenu } from './entity-menus.ts';
import { limits } from './limits.ts';
import { button, linesOf, menu, row, text } from './parts.ts';

type Parts = readonly (APIComponentInContainer | null)[];

/** What members may share, which questions are kept, and the language of what everyone sees. */
export function memberSettings({ settings }: SettingsView, words: Words): Parts {
  return [...sharingParts(settings, words), ...textParts(settings, words), ...languageParts(settings, words)];
}

function sharingParts({ sharing }: GuildSettings, words: Words): Parts {
  const channels = typeof sharing === 'string' ? [] : sharing;
  const now =
    typeof sharing === 'string'
      ? words.say(`settings.sharing.${sharing}`)
      : words.say('settings.sharing.chosen', {
          channels: words.list(channels.map((id) => channelMention(id))),
        });
  return [
    text(linesOf([`**${words.say('settings.sharing.title')}**`, now])),
    row(
      channelMenu(encodeRoute('settings.share-in'), words.say('settings.sharing.pick'), channels, {
        min: 1,
        max: limits.selectOptions,
        types: [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum],
      }),
    ),
    row(
      button(words.say('settings.sharing.allow'), encodeRoute('settings.share', 'everywhere'), {
        disabled: sharing === 'everywhere',
      }),
      button(words.say('settings.sharing.forbid'), encodeRoute('settings.share', 'nowhere'), {
        disabled: sharing === 'nowhere',
      }),
    ),
  ];
}

function textParts({ keepsQuestionTexts }: GuildSettings, words: Words): Parts {
  return [
    text(
      linesOf([
        `**${words.say('settings.texts.title')}**`,
        keepsQuestionTexts
          ? words.say('settings.texts.on', { days: retention.questionTextDays })
          : words.say('settings.texts.off'),
      ]),
    ),
    row(
      keepsQuestionTexts
        ? button(words.say('settings.texts.drop'), encodeRoute('settings.texts', 'off'))
        : button(words.say('settings.texts.keep'), encodeRoute('settings.texts', 'on')),
    ),
  ];
}

/** What stands for "the server's own" in the menu of languages. */
export const serverLanguage = 'server';

function languageParts({ language }: GuildSettings, words: Words): Parts {
  const name = language === null ? '' : words.say(`settings.language.${language}`);
  return [
    text(
      linesOf([
        `**${words.say('settings.language.title')}**`,
        words.say('settings.language.now', { language: language ?? serverLanguage, name }),
      ]),
    ),
    row(
      menu(
        encodeRoute('settings.language'),
        words.say('settings.language.pick'),
        ([serverLanguage, ...locales] as const).map((value) => ({
          label: words.say(`settings.language.${value}`),
          value,
          chosen: value === (language ?? serverLanguage),
        })),
      ),
    ),
  ];
}
