import { describe, expect, it } from 'vitest';
import { GuildSettings } from '../../src/core/guild-settings.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { guildId } from './contested.ts';
import { changeSettings, runningBot, sureQuestion, textOf } from './running-bot.ts';
import { changesOf, openPanel, pick, stored } from './settings-panel.ts';

describe('the first /settings', () => {
  it('guides the admin and offers the channels the server has for its team', async () => {
    const bot = await runningBot();
    bot.discord.world.setGuildChannels(ids.guild, { safetyAlerts: ids.moderators });

    const panel = await openPanel(bot);
    const used = await bot.discord.as(ids.ada).press(panel, 'Use the channel of the safety alerts');

    expect(textOf(panel)).toContain('Nothing has been chosen here yet');
    expect(textOf(used.message)).toContain('Saved: moderators’ channel.');
    expect(textOf(used.message)).not.toContain('Nothing has been chosen here yet');
    expect((await stored(bot)).moderatorsChannel).toBe(ids.moderators);
  });

  it.each([
    { who: 'a member', userId: ids.mia },
    { who: 'a moderator', userId: ids.max },
  ])('is refused to $who', async ({ userId }) => {
    const bot = await runningBot();

    const answer = await bot.discord.as(userId).slash('settings');

    expect(textOf(answer.message)).toContain('This needs the permission “Manage Server”');
  });
});

describe('the other choices', () => {
  it.each([
    {
      tab: 'Cases',
      route: 'settings.ageing',
      values: ['48'],
      before: 'ageingHours 24',
      after: 'ageingHours 48',
    },
    {
      tab: 'Cases',
      route: 'settings.roles',
      values: [ids.moderatorRole],
      before: 'moderatorRoles none',
      after: `moderatorRoles ${ids.moderatorRole}`,
    },
    {
      tab: 'Alerts',
      route: 'settings.alert-role',
      values: [ids.moderatorRole],
      before: 'alertRole none',
      after: `alertRole ${ids.moderatorRole}`,
    },
    { tab: 'Alerts', route: 'settings.alert-at', values: ['5'], before: 'alertAt 3', after: 'alertAt 5' },
    {
      tab: 'Members',
      route: 'settings.share-in',
      values: [ids.news],
      before: 'sharing everywhere',
      after: `sharing ${ids.news}`,
    },
    {
      tab: 'Members',
      route: 'settings.language',
      values: ['de'],
      before: 'language none',
      after: 'language de',
    },
  ] as const)('saves and audits “$after”', async ({ tab, route, values, before, after }) => {
    const bot = await runningBot();

    const answer = await pick(bot, await openPanel(bot, tab), route, ...values);

    expect(textOf(answer.message)).toContain('> Saved: ');
    expect(await changesOf(bot)).toEqual([{ actorId: ids.ada, before, after }]);
  });

  it.each([
    { tab: 'Cases', route: 'settings.roles' },
    { tab: 'Alerts', route: 'settings.alert-role' },
  ] as const)('refuses everyone’s role in $route', async ({ tab, route }) => {
    const bot = await runningBot();

    const answer = await pick(bot, await openPanel(bot, tab), route, ids.guild);

    expect(textOf(answer.message)).toContain('Everyone has that role');
    expect(await changesOf(bot)).toEqual([]);
  });

  it('says that a role which not everyone may mention hears nothing', async () => {
    const bot = await runningBot();
    await changeSettings(bot, guildId, GuildSettings.parse({ moderatorsChannel: ids.moderators }));

    const answer = await pick(bot, await openPanel(bot, 'Alerts'), 'settings.alert-role', ids.moderatorRole);

    expect(textOf(answer.message)).toContain(`<@&${ids.moderatorRole}> would not be notified`);
  });

  it('keeps what another admin chose on a panel opened before', async () => {
    const bot = await runningBot();
    const [first, second] = [await openPanel(bot), await openPanel(bot)];

    await Promise.all([
      pick(bot, first, 'settings.ageing', '72'),
      pick(bot, second, 'settings.roles', ids.moderatorRole),
    ]);
    await pick(bot, second, 'settings.ageing', '48');

    expect(await stored(bot)).toMatchObject({ ageingHours: 48, moderatorRoles: [ids.moderatorRole] });
    expect(await changesOf(bot)).toHaveLength(3);
  });

  it('writes nothing into the audit when nothing changes', async () => {
    const bot = await runningBot();

    const answer = await pick(bot, await openPanel(bot), 'settings.ageing', '24');

    expect(textOf(answer.message)).toContain('That was chosen already');
    expect(await changesOf(bot)).toEqual([]);
  });

  it.each([
    { choice: null, left: 1, why: 'texts are kept as long as nobody chooses otherwise' },
    { choice: 'Keep none, and delete those kept', left: 0, why: 'they go with the choice' },
  ])('leaves $left kept text: $why', async ({ choice, left }) => {
    const bot = await runningBot();
    await bot.discord.as(ids.mia).slash('claim lookup', { query: 'zebras in the pantry' });
    const panel = await openPanel(bot, 'Members');

    if (choice !== null) await bot.discord.as(ids.ada).press(panel, choice);

    expect(await bot.inDatabase(({ inquiries }) => inquiries.forgetTexts(guildId))).toBe(left);
  });

  it('posts what everyone sees in the chosen language', async () => {
    const bot = await runningBot();
    await pick(bot, await openPanel(bot, 'Members'), 'settings.language', 'de');

    await bot.discord.as(ids.mia).slash('claim lookup', { query: sureQuestion, share: true });

    const [posted] = bot.discord.world.messages
      .inChannel(ids.general)
      .filter(({ onlyFor }) => onlyFor === null);
    expect(textOf(posted?.message)).toContain(`Geteilt von <@${ids.mia}>`);
  });
});
