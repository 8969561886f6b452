import { describe, expect, it } from 'vitest';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { absent, runningBot, sureQuestion, textOf } from './running-bot.ts';

describe('a forged custom_id', () => {
  it('in a form takes away nobody else’s shared card', async () => {
    const bot = await runningBot();
    await bot.discord.as(ids.mia).slash('claim lookup', { query: sureQuestion, share: true });
    const shared = () =>
      bot.discord.world.messages.inChannel(ids.general).filter(({ onlyFor }) => onlyFor === null);
    const { message = absent() } = shared()[0] ?? {};

    const answer = await bot.discord
      .as(ids.noor)
      .submitForged(message, `1:share.remove:iraqi-militias-in-syria:${ids.noor}`);

    expect(textOf(answer.message)).toContain('from an older version');
    expect(shared()).toHaveLength(1);
  });

  it('of a form on a button does nothing', async () => {
    const bot = await runningBot();
    const card = await bot.discord.as(ids.mia).slash('help');

    const answer = await bot.discord
      .as(ids.mia)
      .pressForged(card.message ?? absent(), '1:report.asked:AAAAAAAAAAAA');

    expect(textOf(answer.message)).toContain('from an older version');
  });
});
