import { channelMention, TimestampStyles, time } from '@discordjs/formatters';
import type { APIComponentInContainer, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { digestRhythms } from '../core/digest-choice.ts';
import type { DigestSchedule } from '../core/digest-schedule.ts';
import { encodeRoute } from '../routes.ts';
import type { DigestStanding } from '../services/digest/read-standing.ts';
import type { SettingsView } from '../services/servers/read-settings.ts';
import type { Words } from '../words/words.ts';
import { writtenField } from './form-fields.ts';
import { button, linesOf, makeModal, menu, row, text } from './parts.ts';
import { checkSentences, settingValue } from './setting-words.ts';

type Parts = readonly (APIComponentInContainer | null)[];

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The names of the fields of the form. */
export const digestFields = { time: 'time', zone: 'zone' } as const;

/** The longest time and time zone the form takes, in UTF-16 code units. */
const timeChars = 20;
const zoneChars = 60;

/** When digests are posted by themselves, where, and what stands in the way. */
export function digestSettings(view: SettingsView, words: Words): Parts {
  const { digest: schedule } = view.settings;
  return [
    text(linesOf([`**${words.say('settings.digest.title')}**`, ...sentences(view, words)])),
    row(
      menu(
        encodeRoute('settings.digest'),
        words.say('settings.digest.pick'),
        digestRhythms.map((value) => ({
          label: words.say(`settings.digest.every.${value}`),
          value,
          chosen: value === (schedule?.every ?? 'off'),
        })),
      ),
    ),
    ...(schedule === null ? [] : scheduleParts(schedule, view.digest, words)),
  ];
}

function scheduleParts(schedule: DigestSchedule, standing: DigestStanding | null, words: Words): Parts {
  return [
    schedule.every === 'day'
      ? null
      : row(
          menu(
            encodeRoute('settings.digest-weekday'),
            words.say('settings.digest.pick-weekday'),
            weekdays.map((day) => ({
              label: words.weekday(day),
              value: String(day),
              chosen: day === schedule.weekday,
            })),
          ),
        ),
    row(
      button(words.say('settings.digest.change-time'), encodeRoute('settings.digest-time')),
      standing === null || standing.paused === null
        ? null
        : button(words.say('settings.digest.resume'), encodeRoute('settings.digest-resume'), {
            style: 'main',
          }),
    ),
  ];
}

function sentences({ settings, channel, digest }: SettingsView, words: Words): readonly (string | null)[] {
  const { digest: schedule, moderatorsChannel } = settings;
  if (schedule === null) return [words.say('settings.digest.off')];
  const { every, weekday, at, zone } = schedule;
  const when = settingValue('digest', [every, String(weekday), at, zone], words);
  // Without a channel none is posted, whatever is due.
  const next = moderatorsChannel === null ? null : (digest?.nextAt ?? null);
  const last = digest?.last ?? null;
  const paused = digest?.paused ?? null;
  const change = digest?.clockChange ?? null;
  return [
    next === null
      ? words.say('settings.digest.on', { when })
      : words.say('settings.digest.next', { when, next: moment(next) }),
    ...(moderatorsChannel === null
      ? [words.say('settings.digest.no-channel')]
      : channel === null || channel.state === 'usable'
        ? [
            words.say('settings.digest.channel', { channel: channelMention(moderatorsChannel) }),
            channel?.everyoneSees
              ? words.say('settings.digest.everyone', { channel: channelMention(moderatorsChannel) })
              : null,
            channel?.files === false
              ? words.say('settings.digest.no-files', { channel: channelMention(moderatorsChannel) })
              : null,
          ]
        : checkSentences(channel, moderatorsChannel, words)),
    paused === null ? null : words.say('settings.digest.paused', { moment: moment(paused.at) }),
    last === null ? null : words.say('settings.digest.last', { moment: moment(last.at), url: last.url }),
    change === null
      ? null
      : words.say(`settings.digest.${change.kind}`, {
          day: words.day(Date.parse(change.day)),
          time: at,
          at: change.at,
        }),
  ];
}

function moment(ms: number): string {
  return time(Math.floor(ms / 1000), TimestampStyles.LongDateTime);
}

/** The form for the time of day and the time zone of scheduled digests. */
export function digestTimeModal(
  { at, zone }: Pick<DigestSchedule, 'at' | 'zone'>,
  words: Words,
): APIModalInteractionResponseCallbackData {
  return makeModal({
    custom_id: encodeRoute('settings.digest-timed'),
    title: words.say('settings.digest.change-time'),
    components: [
      writtenField(
        digestFields.time,
        { label: words.say('settings.digest.time'), hint: words.say('settings.digest.time-hint'), value: at },
        { maxChars: timeChars, required: true, lines: 'one' },
      ),
      writtenField(
        digestFields.zone,
        {
          label: words.say('settings.digest.zone'),
          hint: words.say('settings.digest.zone-hint'),
          value: zone,
        },
        { maxChars: zoneChars, required: true, lines: 'one' },
      ),
    ],
  });
}
