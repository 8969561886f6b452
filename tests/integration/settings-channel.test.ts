import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { permissionBits } from '../../src/core/access.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import type { Answer } from '../../src/sandbox/answer.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { cards, casesIn, contested, report, withModerators } from './contested.ts';
import { soon } from './moderating.ts';
import { absent, type RunningBot, runningBot, textOf } from './running-bot.ts';
import { changesOf, openPanel, pick, stored } from './settings-panel.ts';

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
