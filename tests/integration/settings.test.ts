import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { permissionBits } from '../../src/core/access.ts';
import type { AuditEntry } from '../../src/core/audit.ts';
import { defaultGuildSettings, GuildSettings } from '../../src/core/guild-settings.ts';
import type { Answer } from '../../src/sandbox/answer.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { cards, casesIn, contested, guildId, report, withModerators } from './contested.ts';
import { absent, changeSettings, type RunningBot, runningBot, sureQuestion, textOf } from './running-bot.ts';
import { openPanel, pick } from './settings-panel.ts';

function stored(bot: RunningBot): Promise<GuildSettings> {
  return bot.inDatabase(({ settings }) => settings.read(guildId));
}

async function changesOf(bot: RunningBot): Promise<readonly Partial<AuditEntry>[]> {
  const { entries } = await bot.inDatabase(({ audit }) =>
    audit.page(guildId, { act: 'settings.changed' }, 100, 0),
  );
  return entries.map(({ actorId, before, after }) => ({ actorId, before, after })).reverse();
}

/** Has the admin choose a channel that everyone can read, and gives the question. */
async function askedAbout(bot: RunningBot, channelId: string): Promise<APIMessage> {
  const asked = await pick(bot, await openPanel(bot), 'settings.channel', channelId);
  return asked.message ?? absent();
}

function useAllTheSame(bot: RunningBot, question: APIMessage): Promise<Answer> {
  return bot.discord.as(ids.ada).press(question, 'Use it all the same');
}

function shownIn(bot: RunningBot, channelId: string): readonly string[] {
  return bot.discord.world.messages.inChannel(channelId).map(({ message }) => textOf(message));
}

const soon = { timeout: 5_000, interval: 20 };

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

describe('choosing the moderators’ channel', () => {
  it('saves it at once where only moderators see it, and writes it into the audit', async () => {
    const bot = await runningBot();

    const answer = await pick(bot, await openPanel(bot), 'settings.channel', ids.moderators);

    expect(answer.kind).toBe('update');
    expect(textOf(answer.message)).toContain('Saved: moderators’ channel.');
    expect(textOf(answer.message)).not.toContain('can read');
    expect(await changesOf(bot)).toEqual([
      {
        actorId: ids.ada,
        before: 'moderatorsChannel none',
        after: `moderatorsChannel ${ids.moderators}`,
      },
    ]);
  });

  it.each([
    { permission: 'sendMessages', says: 'it lacks “Send Messages”' },
    { permission: 'readMessageHistory', says: 'it lacks “Read Message History”' },
    { permission: 'viewChannel', says: 'Allow “View Channel” for Footnote' },
  ] as const)(
    'is refused where $permission is missing, and nothing is saved',
    async ({ permission, says }) => {
      const bot = await runningBot();
      const all =
        permissionBits.viewChannel | permissionBits.sendMessages | permissionBits.readMessageHistory;
      bot.discord.world.setBotPermissions(ids.general, all & ~permissionBits[permission]);

      const answer = await pick(bot, await openPanel(bot), 'settings.channel', ids.general);

      expect(textOf(answer.message)).toContain(says);
      expect(textOf(answer.message)).toContain('The choice was not saved.');
      expect((await stored(bot)).moderatorsChannel).toBeNull();
      expect(await changesOf(bot)).toEqual([]);
    },
  );

  it('is refused while Discord does not answer', async () => {
    const bot = await runningBot();
    const panel = await openPanel(bot);
    bot.discord.faults.failNext({ match: `GET /channels/${ids.general}`, status: 500, times: 20 });

    const answer = await pick(bot, panel, 'settings.channel', ids.general);

    expect(textOf(answer.message)).toContain('could not be checked just now');
    expect((await stored(bot)).moderatorsChannel).toBeNull();
  });

  it('is seen to have failed when the permission is lost later', async () => {
    const bot = await runningBot();
    await pick(bot, await openPanel(bot), 'settings.channel', ids.moderators);
    bot.discord.world.setBotPermissions(ids.moderators, permissionBits.viewChannel);

    const panel = await openPanel(bot);

    expect(textOf(panel)).toContain(`Footnote cannot post cards in <#${ids.moderators}>: it lacks`);
  });

  it('can be taken back', async () => {
    const bot = await runningBot();
    const chosen = await pick(bot, await openPanel(bot), 'settings.channel', ids.moderators);

    const answer = await bot.discord.as(ids.ada).press(chosen.message ?? absent(), 'No channel');

    expect(textOf(answer.message)).toContain('None. What members report waits in /queue');
    expect((await stored(bot)).moderatorsChannel).toBeNull();
  });
});

describe('choosing a moderators’ channel that everyone can read', () => {
  it('asks first: it says what everyone would read, and neither saves nor posts anything', async () => {
    const bot = await runningBot();
    await report(bot, ids.mia, await bot.discord.as(ids.noor).write(contested));

    const question = await askedAbout(bot, ids.news);

    expect(textOf(question)).toContain(`Everyone in the server can read <#${ids.news}>`);
    expect(textOf(question)).toContain('cases quote reported posts');
    expect(await stored(bot)).toEqual(defaultGuildSettings);
    expect(await changesOf(bot)).toEqual([]);
    expect(await bot.inDatabase(({ outbox }) => outbox.nextDue())).toBeNull();
    expect(shownIn(bot, ids.news)).toEqual([]);
  });

  it('uses it all the same, says so from then on, and writes it into the audit', async () => {
    const bot = await runningBot();
    await report(bot, ids.mia, await bot.discord.as(ids.noor).write(contested));

    const used = await useAllTheSame(bot, await askedAbout(bot, ids.news));

    expect(used.kind).toBe('update');
    expect(textOf(used.message)).toContain('1 case that was waiting gets its card there now.');
    expect(textOf(used.message)).toContain(`everyone in the server can read <#${ids.news}>`);
    await expect.poll(() => shownIn(bot, ids.news), soon).toEqual([expect.stringContaining('Case 1')]);
    expect(await changesOf(bot)).toEqual([
      { actorId: ids.ada, before: 'moderatorsChannel none', after: `moderatorsChannel ${ids.news}` },
    ]);
  });

  it('leads back to the panel for another one', async () => {
    const bot = await runningBot();
    const question = await askedAbout(bot, ids.news);

    const panel = await bot.discord.as(ids.ada).press(question, 'Choose another');
    const chosen = await pick(bot, panel.message ?? absent(), 'settings.channel', ids.moderators);

    expect(textOf(panel.message)).toContain('None. What members report waits in /queue');
    expect(textOf(chosen.message)).toContain('Saved: moderators’ channel.');
    expect((await stored(bot)).moderatorsChannel).toBe(ids.moderators);
  });

  it('asks about the channel the server has for its team, too', async () => {
    const bot = await runningBot();
    bot.discord.world.setGuildChannels(ids.guild, { publicUpdates: ids.news });

    const asked = await bot.discord
      .as(ids.ada)
      .press(await openPanel(bot), 'Use the channel of the community updates');

    expect(textOf(asked.message)).toContain(`Everyone in the server can read <#${ids.news}>`);
    expect(await stored(bot)).toEqual(defaultGuildSettings);
  });

  it('is refused when the bot lost a permission while the admin thought it over', async () => {
    const bot = await runningBot();
    const question = await askedAbout(bot, ids.news);
    bot.discord.world.setBotPermissions(ids.news, permissionBits.viewChannel);

    const answer = await useAllTheSame(bot, question);

    expect(textOf(answer.message)).toContain('The choice was not saved.');
    expect(await stored(bot)).toEqual(defaultGuildSettings);
  });

  it('asks nothing about the channel that is used already', async () => {
    const bot = await runningBot();
    await useAllTheSame(bot, await askedAbout(bot, ids.news));

    const again = await pick(bot, await openPanel(bot), 'settings.channel', ids.news);

    expect(textOf(again.message)).toContain('That was chosen already');
  });
});

describe('cases that wait', () => {
  it('get their card once there is a channel for it, and those that are resolved get none', async () => {
    const bot = await runningBot();
    for (const text of [contested, `${contested} Again.`, `${contested} And again.`])
      await report(bot, ids.mia, await bot.discord.as(ids.noor).write(text));
    const [, , done] = await casesIn(bot);
    await bot.inDatabase(({ cases }) => cases.save({ ...(done ?? absent()), state: 'resolved' }));

    const answer = await pick(bot, await openPanel(bot), 'settings.channel', ids.moderators);

    expect(textOf(answer.message)).toContain('2 cases that were waiting get their cards there now.');
    await expect.poll(() => cards(bot), soon).toHaveLength(2);
  });

  it('keep the card they have when the channel changes', async () => {
    const bot = await runningBot();
    await withModerators(bot);
    await report(bot, ids.mia, await bot.discord.as(ids.noor).write(contested));
    await expect.poll(() => casesIn(bot).then(([first]) => first?.card), soon).not.toBeNull();

    const answer = await useAllTheSame(bot, await askedAbout(bot, ids.news));
    await report(bot, ids.mia, await bot.discord.as(ids.noor).write(`${contested} Again.`));

    expect(textOf(answer.message)).not.toContain('waiting');
    await expect.poll(() => shownIn(bot, ids.news), soon).toEqual([expect.stringContaining('Case 2')]);
    expect(cards(bot)).toHaveLength(1);
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
