import { describe, expect, it } from 'vitest';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { withModerators } from './contested.ts';
import { runningBot, textOf } from './running-bot.ts';

describe('/help', () => {
  it.each([
    {
      who: 'a member',
      userId: ids.mia,
      says: ['Flag contested post', '/report mine', 'Tell me when this changes'],
      not: '/queue',
    },
    { who: 'a moderator', userId: ids.max, says: ['`/queue`', '`/digest`'], not: '/settings' },
    {
      who: 'an admin without a moderators’ channel',
      userId: ids.ada,
      says: ['`/queue`', '`/settings`', 'scheduled digest', '`/audit`', 'no moderators’ channel yet'],
      not: 'This needs',
    },
  ])('lists what $who can do', async ({ userId, says, not }) => {
    const bot = await runningBot();

    const help = textOf((await bot.discord.as(userId).slash('help')).message);

    expect(says.filter((words) => !help.includes(words))).toEqual([]);
    expect(help).not.toContain(not);
  });

  it('needs no guide once there is a moderators’ channel', async () => {
    const bot = await runningBot();
    await withModerators(bot);

    const help = await bot.discord.as(ids.ada).slash('help');

    expect(textOf(help.message)).not.toContain('no moderators’ channel yet');
  });
});
