import { z } from 'zod';
import { settingsCard } from '../../src/cards/settings-card.ts';
import { digestFields, digestTimeModal } from '../../src/cards/settings-digest.ts';
import { action, type GuildCall, replyWith } from '../../src/command.ts';
import { type DigestChoice, digestRhythms, usualTime } from '../../src/core/digest-choice.ts';
import { DigestSchedule } from '../../src/core/digest-schedule.ts';
import { FootnoteError } from '../../src/core/errors.ts';
import { findTimeZone, parseLocalTime, proposedTimeZone } from '../../src/core/local-time.ts';
import { chosenAs, settingsChoice } from '../parts/settings-choice.ts';

function choiceOf({ guildLocale }: GuildCall, choice: Omit<DigestChoice, 'proposedZone'>) {
  return { digest: { ...choice, proposedZone: proposedTimeZone(guildLocale) } };
}

/** Chooses whether digests are posted every day, every week, or never. */
export const chooseDigestRhythm = settingsChoice({
  route: 'settings.digest',
  args: z.tuple([]),
  tab: 'digest',
  change(call) {
    const [every] = chosenAs(call, z.tuple([z.enum(digestRhythms)]));
    return choiceOf(call, { every });
  },
});

/** Chooses the day of the week. */
export const chooseDigestWeekday = settingsChoice({
  route: 'settings.digest-weekday',
  args: z.tuple([]),
  tab: 'digest',
  change(call) {
    const [weekday] = chosenAs(call, z.tuple([z.coerce.number().pipe(DigestSchedule.shape.weekday)]));
    return choiceOf(call, { weekday });
  },
});

/** Opens the form for the time of day and the time zone. */
export const openDigestTime = action({
  route: 'settings.digest-time',
  args: z.tuple([]),
  access: 'admin',
  answers: 'modal',

  async run({ guildId, guildLocale }, _args, { settingsOf }, words) {
    const { digest } = await settingsOf({ guildId });
    const shown = digest ?? { at: usualTime, zone: proposedTimeZone(guildLocale) };
    return { kind: 'modal', modal: digestTimeModal(shown, words) };
  },
});

/** Chooses the time of day and the time zone written in that form. */
export const chooseDigestTime = settingsChoice({
  route: 'settings.digest-timed',
  form: true,
  args: z.tuple([]),
  tab: 'digest',
  change(call) {
    const at = parseLocalTime(call.fields[digestFields.time] ?? '');
    if (at === null) throw new FootnoteError('digest.time-malformed');
    const zone = findTimeZone(call.fields[digestFields.zone] ?? '');
    if (zone === null) throw new FootnoteError('digest.zone-unknown');
    return choiceOf(call, { at, zone });
  },
});

/** Takes up digests that had stopped. */
export const takeUpDigests = action({
  route: 'settings.digest-resume',
  args: z.tuple([]),
  access: 'admin',
  answers: 'update',

  async run({ id: interactionId, guildId, member }, _args, { resumeDigests, readSettings }, words) {
    const resumed = await resumeDigests({ interactionId, guildId, memberId: member.id });
    const notice = words.say(resumed ? 'settings.digest.resumed' : 'settings.unchanged');
    return replyWith(settingsCard(await readSettings({ guildId }), 'digest', words, notice));
  },
});
