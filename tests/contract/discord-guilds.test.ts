import { describe, expect, it } from 'vitest';
import { may, permissionBits } from '../../src/core/access.ts';
import { ChannelId, GuildId, RoleId, UserId } from '../../src/core/ids.ts';
import { type GuildPlan, sandboxIds as ids, sandboxPlan } from '../../src/sandbox/plan.ts';
import { discordAtLoopback } from './discord-at-loopback.ts';

const guildId = GuildId.parse(ids.guild);
const general = ChannelId.parse(ids.general);
const news = ChannelId.parse(ids.news);
const moderators = ChannelId.parse(ids.moderators);
const { viewChannel, sendMessages, readMessageHistory } = permissionBits;

async function arranged(change: (guild: GuildPlan) => GuildPlan = (guild) => guild) {
  const { world, discord } = await discordAtLoopback({
    world: { ...sandboxPlan, guilds: sandboxPlan.guilds.map(change) },
  });
  return { world, guilds: discord.guilds };
}

describe('a server', () => {
  it('that has chosen no channels for Discord’s own news has none', async () => {
    const { guilds } = await arranged();

    expect(await guilds.describe(guildId)).toMatchObject({
      name: 'Sandbox server',
      ownerId: ids.ada,
      locale: 'en-US',
      safetyAlertsChannel: null,
      publicUpdatesChannel: null,
    });
  });

  it('that has chosen them names them', async () => {
    const { world, guilds } = await arranged();
    world.setGuildChannels(ids.guild, { safetyAlerts: ids.moderators, publicUpdates: ids.news });

    expect(await guilds.describe(guildId)).toMatchObject({
      safetyAlertsChannel: moderators,
      publicUpdatesChannel: news,
    });
  });
});

describe('the roles of a server', () => {
  it('that everyone may notify are named', async () => {
    const helpers = { id: '1290000000000000109', name: 'Helpers', permissions: 0n, mentionable: true };
    const { guilds } = await arranged((guild) => ({ ...guild, roles: [...(guild.roles ?? []), helpers] }));

    expect((await guilds.describe(guildId)).mentionableRoles).toEqual([helpers.id]);
  });

  it('are given with what they allow, that of everyone included', async () => {
    const { world, guilds } = await arranged();

    const { roles } = await guilds.describe(guildId);

    expect(roles).toEqual(
      world.guilds.get(guildId)?.roles.map(({ id, permissions }) => ({ id, permissions })),
    );
  });
});

describe('a channel', () => {
  it.each([
    { channelId: general, seenByEveryone: true, why: 'an ordinary one' },
    { channelId: moderators, seenByEveryone: false, why: 'one that is hidden from everyone but some roles' },
  ])('is known for what it is: $why', async ({ channelId, seenByEveryone }) => {
    const { guilds } = await arranged();

    expect(await guilds.channel(guildId, channelId)).toEqual({
      channelId,
      parentId: null,
      kind: 'text',
      archived: false,
      locked: false,
      botPermissions: expect.any(BigInt),
      permissionsOf: expect.any(Function),
      everyoneSees: seenByEveryone,
    });
  });

  it.each([general, moderators, news, ChannelId.parse(ids.thread)])(
    'allows the bot what Discord allows it: %s',
    async (channelId) => {
      const { world, guilds } = await arranged();

      const facts = await guilds.channel(guildId, channelId);

      expect(facts?.botPermissions).toBe(world.permissions(world.bot.id, channelId));
    },
  );

  it.each([
    { id: ids.mia, roles: [] },
    { id: ids.max, roles: [ids.moderatorRole] },
    { id: ids.ada, roles: [ids.adminRole] },
  ])('allows a member what Discord allows them: $id', async ({ id, roles }) => {
    const { world, guilds } = await arranged();
    const member = { id: UserId.parse(id), roles: roles.map((role) => RoleId.parse(role)) };

    const facts = await guilds.channel(guildId, moderators);

    const seen = may(world.permissions(id, moderators), 'viewChannel');
    expect(may(facts?.permissionsOf(member) ?? 0n, 'viewChannel')).toBe(seen);
    expect(may(facts?.permissionsOf(member) ?? 0n, 'sendMessages')).toBe(seen);
  });

  it('tells what was taken from the bot there', async () => {
    const { world, guilds } = await arranged();
    world.setBotPermissions(general, viewChannel | readMessageHistory);

    const facts = await guilds.channel(guildId, general);

    expect(facts?.botPermissions).toBe(viewChannel | readMessageHistory);
    expect(may(facts?.botPermissions ?? 0n, 'sendMessages')).toBe(false);
  });

  it.each([
    { channelId: ids.otherGeneral, hidden: false, why: 'of another server' },
    { channelId: '1290000000000000999', hidden: false, why: 'that is gone' },
    { channelId: ids.general, hidden: true, why: 'that is hidden from the bot' },
  ])('$why is none', async ({ channelId, hidden }) => {
    const { world, guilds } = await arranged();
    if (hidden) world.setBotPermissions(channelId, 0n);

    expect(await guilds.channel(guildId, ChannelId.parse(channelId))).toBeNull();
  });
});

describe('a thread', () => {
  it('has the permissions of the channel around it', async () => {
    const { world, guilds } = await arranged();
    world.setBotPermissions(news, viewChannel | sendMessages);
    world.setThread(ids.thread, { archived: true, locked: true });

    expect(await guilds.channel(guildId, ChannelId.parse(ids.thread))).toEqual({
      channelId: ids.thread,
      parentId: news,
      kind: 'thread',
      archived: true,
      locked: true,
      botPermissions: viewChannel | sendMessages,
      permissionsOf: expect.any(Function),
      everyoneSees: true,
    });
  });

  it('that is private is not seen by everyone, and by the bot only as its member', async () => {
    const { world, guilds } = await arranged();
    const plan = { name: 'quiet', ownerId: ids.max, isPrivate: true };
    const shared = world.openThread(ids.news, { ...plan, members: [world.bot.id] });
    const without = world.openThread(ids.news, plan);

    expect(await guilds.channel(guildId, ChannelId.parse(shared.id))).toMatchObject({
      parentId: news,
      kind: 'private-thread',
      everyoneSees: false,
    });
    expect(await guilds.channel(guildId, ChannelId.parse(without.id))).toBeNull();
  });

  it('of a hidden channel is not seen by everyone', async () => {
    const { world, guilds } = await arranged();
    const { id } = world.openThread(ids.moderators, { name: 'a case', ownerId: ids.max });

    expect(await guilds.channel(guildId, ChannelId.parse(id))).toMatchObject({
      kind: 'thread',
      everyoneSees: false,
    });
  });
});
