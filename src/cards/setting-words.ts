import { channelMention, roleMention } from '@discordjs/formatters';
import type { ChannelId } from '../core/ids.ts';
import type { SettingKey } from '../core/setting-text.ts';
import type { ChannelCheck } from '../services/servers/check-channel.ts';
import { nearestLocale, type Words } from '../words/words.ts';
import { escapeMarkdown } from './markdown.ts';

/** Hours in words: "24 hours", "3 days". */
export function hoursText(hours: number, words: Words): string {
  return hours >= 48 && hours % 24 === 0
    ? words.say('setting.days', { count: hours / 24 })
    : words.say('setting.hours', { count: hours });
}

/** What a check of the moderators' channel found, one sentence each; none when all is well. */
export function checkSentences(check: ChannelCheck, channelId: ChannelId, words: Words): readonly string[] {
  const channel = channelMention(channelId);
  switch (check.state) {
    case 'lacks': {
      const permissions = words.list(check.permissions.map((name) => words.say(`permission.${name}`)));
      return [words.say('settings.check.lacks', { channel, permissions })];
    }
    case 'usable':
      return [
        ...(check.everyoneSees ? [words.say('settings.check.everyone', { channel })] : []),
        ...(check.threads ? [] : [words.say('settings.check.threads', { channel })]),
      ];
    default:
      return [words.say(`settings.check.${check.state}`, { channel })];
  }
}

/** How many channels or roles are named before the rest is only counted. */
const named = 3;

/** One setting's value in words, from the plain values of `parseSettingText`. */
export function settingValue(key: SettingKey, values: readonly string[], words: Words): string {
  const [value] = values;
  if (key === 'model') return consentText(values.join(','), words);
  if (key === 'language')
    return words.say(
      value === undefined ? 'settings.language.server' : `settings.language.${nearestLocale(value)}`,
    );
  if (value === undefined) return words.say('setting.none');
  switch (key) {
    case 'moderatorsChannel':
      return channelMention(value);
    case 'alertRole':
    case 'moderatorRoles':
      return firstOf(values.map(roleMention), words);
    case 'sharing':
      return value === 'everywhere' || value === 'nowhere'
        ? words.say(`setting.${value}`)
        : firstOf(values.map(channelMention), words);
    case 'ageingHours':
      return hoursText(Number(value), words);
    case 'alertAt':
      return value;
    case 'keepsQuestionTexts':
      return words.say(value === 'true' ? 'setting.kept' : 'setting.not-kept');
    case 'digest':
      return scheduleText(values, words);
    case 'modelTokensADay':
      return words.say('setting.tokens', { count: Number(value) });
  }
}

/** Whom texts may be sent to; "true" and "false" were written before that was written down. */
function consentText(plain: string, words: Words): string {
  if (plain === '' || plain === 'false') return words.say('setting.not-sent');
  return plain === 'true'
    ? words.say('setting.sent')
    : words.say('setting.sent-to', { provider: escapeMarkdown(plain) });
}

/** When digests come: "every Monday at 09:00 (Europe/Berlin)". */
function scheduleText([every, weekday, time = '', zone = '']: readonly string[], words: Words): string {
  const place = { time, zone: escapeMarkdown(zone) };
  return every === 'day'
    ? words.say('setting.digest-day', place)
    : words.say('setting.digest-week', { ...place, weekday: words.weekday(Number(weekday)) });
}

function firstOf(items: readonly string[], words: Words): string {
  return items.length <= named
    ? words.list(items)
    : words.say('setting.and-more', {
        items: items.slice(0, named).join(', '),
        count: items.length - named,
      });
}
