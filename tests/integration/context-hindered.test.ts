import { describe, expect, it } from 'vitest';
import { sandboxIds as ids, sandboxPlan } from '../../src/sandbox/plan.ts';
import {
  dossierIn,
  moderator,
  postedIn,
  preview,
  reported,
  stateIn,
  unchanged,
  written,
} from './context-scene.ts';
import { soon } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, runningBot, textOf } from './running-bot.ts';

describe('context that cannot be posted', () => {
  const places = [
    {
      why: 'its thread is archived',
      hinder: (bot: RunningBot) => bot.discord.world.setThread(ids.thread, { archived: true }),
      says: 'archived thread',
    },
    {
      why: 'its thread is locked',
      hinder: (bot: RunningBot) => bot.discord.world.setThread(ids.thread, { archived: true, locked: true }),
      says: 'is locked',
    },
    {
      why: 'the bot may not see the channel',
      hinder: (bot: RunningBot) => bot.discord.world.setBotPermissions(ids.thread, 0n),
      says: 'cannot see the channel',
    },
    {
      why: 'the bot may not write in threads',
      hinder: (bot: RunningBot) =>
        bot.discord.world.setBotPermissions(ids.thread, (1n << 10n) | (1n << 11n) | (1n << 16n)),
      says: 'may not write in the channel',
    },
  ];

  it.each(places)('is offered to copy and changes nothing when $why', async ({ hinder, says }) => {
    const scene = await reported(ids.thread);
    const { bot } = scene;
    const shown = await preview(scene);
    hinder(bot);

    const hindered = await moderator(bot).press(shown.message ?? absent(), 'Post it');
    const anew = await preview(scene);

    for (const { message } of [hindered, anew]) {
      expect(textOf(message)).toContain(says);
      expect(textOf(message)).toContain(`${written.text}\n${written.addresses}`);
      expect(textOf(message)).toContain('Removed or handled elsewhere');
    }
    expect(postedIn(bot, ids.thread)).toEqual([]);
    expect(await stateIn(bot)).toEqual(unchanged);
    expect(await dossierIn(bot)).toBeNull();
    bot.discord.world.setThread(ids.thread, { archived: false, locked: false });
    bot.discord.world.setBotPermissions(ids.thread, null);
    await moderator(bot).press(hindered.message ?? absent(), 'Try again');
    expect(postedIn(bot, ids.thread)).toHaveLength(1);
  });

  it('says so when Discord fails, and posts one message when the answer alone was lost', async () => {
    const scene = await reported();
    const { bot } = scene;
    const shown = await preview(scene);
    const sending = new RegExp(`^POST /channels/${ids.general}/messages`);
    bot.discord.faults.failNext({ match: sending, status: 500, times: 20, afterwards: true });

    const failed = await (await moderator(bot).press(shown.message ?? absent(), 'Post it')).settled();
    const state = await stateIn(bot);

    expect(textOf(failed.message)).toContain('Discord does not answer');
    expect(state).toEqual(unchanged);
    await expect
      .poll(
        async () => {
          await moderator(bot).press(shown.message ?? absent(), 'Post it');
          return (await stateIn(bot)).state;
        },
        { ...soon, timeout: 30_000 },
      )
      .toBe('resolved');
    expect(postedIn(bot, ids.general)).toHaveLength(1);
  }, 40_000);
});

describe('context where the moderator may not write', () => {
  it('is not posted for them by Footnote, and offered to copy', async () => {
    const announcements = {
      ...sandboxPlan,
      guilds: sandboxPlan.guilds.map((guild) => ({
        ...guild,
        channels: guild.channels.map((channel) =>
          channel.id === ids.general
            ? {
                ...channel,
                overwrites: [{ id: ids.moderatorRole, type: 0 as const, allow: 0n, deny: 1n << 11n }],
              }
            : channel,
        ),
      })),
    };
    const scene = await reported(ids.general, await runningBot({ world: announcements }));

    const shown = await preview(scene);
    const [again = ''] = buttonsTo(shown.message, 'context.send');
    const pressed = await moderator(scene.bot).press(shown.message ?? absent(), again);

    for (const { message } of [shown, pressed]) {
      expect(textOf(message)).toContain('You may not write in the channel of the message');
      expect(textOf(message)).toContain(written.text);
    }
    expect(postedIn(scene.bot, ids.general)).toEqual([]);
    expect(await stateIn(scene.bot)).toEqual(unchanged);
  });
});
