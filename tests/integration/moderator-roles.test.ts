import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { sandboxIds as ids, sandboxPlan } from '../../src/sandbox/plan.ts';
import { absent, runningBot, sureQuestion, textOf } from './running-bot.ts';
import { openPanel, pick } from './settings-panel.ts';

describe('a role that moderates', () => {
  const stewards = '1290000000000000199';
  const world = {
    ...sandboxPlan,
    guilds: sandboxPlan.guilds.map((guild) =>
      guild.id === ids.guild
        ? { ...guild, roles: [...(guild.roles ?? []), { id: stewards, name: 'Stewards', permissions: 0n }] }
        : guild,
    ),
  };

  it('opens /queue to its members, and /settings to nobody', async () => {
    const bot = await runningBot({ world });
    bot.discord.world.setRoles(ids.noor, ids.guild, [stewards]);
    const noor = bot.discord.as(ids.noor);
    const before = await noor.slash('queue');

    await pick(bot, await openPanel(bot), 'settings.roles', stewards);
    const [queue, settings, help] = [
      await noor.slash('queue'),
      await noor.slash('settings'),
      await noor.slash('help'),
    ];

    expect(textOf(before.message)).toContain('This needs the permission “Manage Messages”');
    expect(textOf(queue.message)).not.toContain('This needs the permission');
    expect(textOf(settings.message)).toContain('This needs the permission “Manage Server”');
    expect(textOf(help.message)).toContain('`/queue`');
    expect(textOf(help.message)).not.toContain('/settings');
  });

  it('lets its members remove a shared card', async () => {
    const bot = await runningBot({ world });
    bot.discord.world.setRoles(ids.noor, ids.guild, [stewards]);
    await pick(bot, await openPanel(bot), 'settings.roles', stewards);
    await bot.discord.as(ids.mia).slash('claim lookup', { query: sureQuestion, share: true });
    const shared = () =>
      bot.discord.world.messages.inChannel(ids.general).filter(({ onlyFor }) => onlyFor === null);

    await bot.discord.as(ids.noor).press(shared()[0]?.message ?? absent(), 'Remove');

    expect(shared()).toEqual([]);
  });
});

describe('the permission “Manage Messages” in one channel', () => {
  const inGeneral = [{ id: ids.mia, type: 1, allow: PermissionFlagsBits.ManageMessages, deny: 0n }] as const;
  const world = {
    ...sandboxPlan,
    guilds: sandboxPlan.guilds.map((guild) => ({
      ...guild,
      channels: guild.channels.map((channel) =>
        channel.id === ids.general ? { ...channel, overwrites: inGeneral } : channel,
      ),
    })),
  };

  it('opens the cases of the whole server to nobody', async () => {
    const bot = await runningBot({ world });
    const mia = bot.discord.as(ids.mia, { channelId: ids.general });

    const [queue, help] = [await mia.slash('queue'), await mia.slash('help')];
    const moderator = await bot.discord.as(ids.max, { channelId: ids.general }).slash('queue');

    expect(textOf(queue.message)).toContain('This needs the permission “Manage Messages”');
    expect(textOf(help.message)).not.toContain('`/queue`');
    expect(textOf(moderator.message)).not.toContain('This needs the permission');
  });
});
