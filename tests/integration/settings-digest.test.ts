import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { permissionBits } from '../../src/core/access.ts';
import { DigestSchedule, nextDue } from '../../src/core/digest-schedule.ts';
import { GuildSettings } from '../../src/core/guild-settings.ts';
import type { Answer } from '../../src/sandbox/answer.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { guildId } from './contested.ts';
import { absent, buttonsTo, changeSettings, type RunningBot, runningBot, textOf } from './running-bot.ts';
import { changesOf, openPanel, pick, stored } from './settings-panel.ts';

const monday = { every: 'week', weekday: 1, at: '09:00', zone: 'Europe/Berlin' } as const;

/** A bot whose server has chosen this schedule, and a moderators' channel. */
async function scheduled(digest: object = monday): Promise<RunningBot> {
  const clock = fakeClock();
  const bot = await runningBot({ clock });
  const schedule = DigestSchedule.parse(digest);
  await changeSettings(
    bot,
    guildId,
    GuildSettings.parse({ moderatorsChannel: ids.moderators, digest: schedule }),
  );
  await bot.inDatabase(({ digests }) =>
    digests.saveTurn(guildId, { dueAt: nextDue(schedule, clock.now()), paused: null }),
  );
  return bot;
}

/** Has the admin write a time and a time zone into the form. */
async function write(bot: RunningBot, panel: APIMessage, time: string, zone: string): Promise<Answer> {
  const ada = bot.discord.as(ids.ada);
  const form = await ada.press(panel, 'Time and time zone');
  return ada.submit(form, { time, zone });
}

describe('the schedule of digests', () => {
  it('is off until an admin chooses, and then every Monday at nine, in a time zone that is said to be proposed', async () => {
    const bot = await runningBot({ clock: fakeClock() });
    const panel = await openPanel(bot, 'Digest');
    expect(textOf(panel)).toContain('None is posted by itself.');
    expect(buttonsTo(panel, 'settings.digest-weekday')).toEqual([]);

    const answer = await pick(bot, panel, 'settings.digest', 'week');

    expect(textOf(answer.message)).toContain('Saved: scheduled digest. The time zone UTC is a proposal');
    expect(textOf(answer.message)).toContain('Posted every Monday at 09:00 (UTC).');
    expect(textOf(answer.message)).toContain('**None is posted yet:** it needs a moderators’ channel');
    expect(await changesOf(bot)).toEqual([
      { actorId: ids.ada, before: 'digest none', after: 'digest week,1,09:00,UTC' },
    ]);
  });

  it.each([
    {
      route: 'settings.digest',
      value: 'day',
      after: 'digest day,1,09:00,Europe/Berlin',
      says: 'every day at',
    },
    { route: 'settings.digest', value: 'off', after: 'digest none', says: 'None is posted by itself' },
    {
      route: 'settings.digest-weekday',
      value: '4',
      after: 'digest week,4,09:00,Europe/Berlin',
      says: 'every Thursday at 09:00 (Europe/Berlin)',
    },
  ])('becomes “$after” and is audited', async ({ route, value, after, says }) => {
    const bot = await scheduled();

    const answer = await pick(bot, await openPanel(bot, 'Digest'), route, value);

    expect(textOf(answer.message)).toContain('> Saved: scheduled digest.');
    expect(textOf(answer.message)).not.toContain('proposal');
    expect(textOf(answer.message)).toContain(says);
    expect(await changesOf(bot)).toEqual([
      { actorId: ids.ada, before: 'digest week,1,09:00,Europe/Berlin', after },
    ]);
  });

  it('takes a time and a city as people write them', async () => {
    const bot = await scheduled();

    const answer = await write(bot, await openPanel(bot, 'Digest'), '9.30 pm', 'new york');

    expect(textOf(answer.message)).toContain('every Monday at 21:30 (America/New\\_York)');
    expect((await stored(bot)).digest).toEqual({ ...monday, at: '21:30', zone: 'America/New_York' });
  });

  it.each([
    { time: 'soon', zone: 'Berlin', says: 'Write it such as 9, 09:00, 9.30 or 9 pm.' },
    { time: '9', zone: 'CET', says: 'Write a large city such as Berlin or New York' },
  ])('stays as it was where “$time” in “$zone” is not understood', async ({ time, zone, says }) => {
    const bot = await scheduled();

    const answer = await write(bot, await openPanel(bot, 'Digest'), time, zone);

    expect(textOf(answer.message)).toContain(says);
    expect((await stored(bot)).digest).toEqual(monday);
    expect(await changesOf(bot)).toEqual([]);
  });

  it('shows what holds now in the form, and the next moment on the card', async () => {
    const bot = await scheduled({ ...monday, at: '02:30', weekday: 7 });
    const panel = await openPanel(bot, 'Digest');

    const form = await bot.discord.as(ids.ada).press(panel, 'Time and time zone');

    expect(JSON.stringify(form.modal)).toContain('"value":"02:30"');
    expect(JSON.stringify(form.modal)).toContain('"value":"Europe/Berlin"');
    expect(textOf(panel)).toContain(`next: <t:${Date.UTC(2026, 2, 8, 1, 30) / 1000}:F>`);
    expect(textOf(panel)).toContain(`It is posted in <#${ids.moderators}>.`);
    expect(textOf(panel)).toContain(
      'When clocks go forward on March 29, 2026, 02:30 does not exist there: that day’s digest comes at 03:30.',
    );
  });

  it.each([
    { without: 'attachFiles', says: 'may not attach files in' },
    { without: 'sendMessages', says: 'it lacks “Send Messages”' },
  ] as const)('says that the bot lacks $without in the channel', async ({ without, says }) => {
    const bot = await scheduled();
    const { viewChannel, sendMessages, readMessageHistory, attachFiles } = permissionBits;
    const all = viewChannel | sendMessages | readMessageHistory | attachFiles;
    bot.discord.world.setBotPermissions(ids.moderators, all & ~permissionBits[without]);

    expect(textOf(await openPanel(bot, 'Digest'))).toContain(says);
  });

  it('says that digests have stopped, and takes them up again', async () => {
    const bot = await scheduled();
    const at = Date.UTC(2026, 2, 2, 8);
    await bot.inDatabase(({ digests }) =>
      digests.saveTurn(guildId, { dueAt: null, paused: { at, why: 'closed' } }),
    );
    const panel = await openPanel(bot, 'Digest');
    expect(textOf(panel)).toContain(`**Stopped:** the digest of <t:${at / 1000}:F> could not be posted`);
    expect(textOf(panel)).not.toContain('next:');

    const resumed = await bot.discord.as(ids.ada).press(panel, 'Resume');

    expect(textOf(resumed.message)).toContain('> Digests come again');
    expect(textOf(resumed.message)).not.toContain('Stopped');
    expect(buttonsTo(resumed.message, 'settings.digest-resume')).toEqual([]);
    expect(await changesOf(bot)).toEqual([]);
    const audit = await bot.discord.as(ids.ada).slash('audit', { act: 'digests.resumed' });
    expect(textOf(audit.message)).toContain(`**Scheduled digests resumed** · <@${ids.ada}>`);
  });

  it('says nothing of clocks or files where nothing is to be said', async () => {
    const panel = textOf(await openPanel(await scheduled(), 'Digest'));

    expect(panel).not.toContain('clocks');
    expect(panel).not.toContain('attach files');
  });

  it('reads as a sentence in the audit', async () => {
    const bot = await scheduled();
    await pick(bot, await openPanel(bot, 'Digest'), 'settings.digest-weekday', '5');

    const audit = await bot.discord.as(ids.ada).slash('audit');

    expect(textOf(audit.message ?? absent())).toContain('every Friday at 09:00 (Europe/Berlin)');
  });
});
