import { describe, expect, it } from 'vitest';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { cards, casesIn, guildId, reportsIn } from './contested.ts';
import { botWithCase, card, moderator, report, soon, written } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, textOf } from './running-bot.ts';

function weights(bot: RunningBot): Promise<readonly (readonly number[])[]> {
  return casesIn(bot).then((all) =>
    bot.inDatabase(({ cases }) =>
      Promise.all(all.map(async ({ id }) => (await cases.reports(guildId, id)).map(({ weight }) => weight))),
    ),
  );
}

describe('a mark of bad faith', () => {
  it('that is taken away leaves nothing behind in reports the member made meanwhile', async () => {
    const { bot } = await botWithCase();
    const list = await moderator(bot).press(card(bot), 'All reports');
    const marked = await moderator(bot).press(list.message ?? absent(), 'Reporter 1: bad faith');
    const second = await written(bot, 'Another post.');
    await report(bot, ids.mia, second);
    await report(bot, ids.noor, second);
    const whileMarked = await weights(bot);
    await expect.poll(() => cards(bot)[1], soon).toContain('1.5');

    const [off = ''] = buttonsTo(marked.message, 'case.faith');
    await moderator(bot).press(marked.message ?? absent(), off);

    expect(whileMarked).toEqual([[1], [0.5, 1]]);
    expect(await weights(bot)).toEqual([[1], [1, 1]]);
    await expect.poll(() => cards(bot)[1], soon).not.toContain('1.5');
  });

  it('is for others to set than the author of the reported message', async () => {
    const { bot } = await botWithCase();
    await report(
      bot,
      ids.mia,
      await bot.discord.as(ids.max, { channelId: ids.general }).write('A post of Max’s.'),
    );
    await expect.poll(() => cards(bot), soon).toHaveLength(2);
    const list = await moderator(bot).press(card(bot), 'All reports');
    const [mark = ''] = buttonsTo(list.message, 'case.faith');

    const refused = await moderator(bot).press(list.message ?? absent(), mark);

    expect(textOf(refused.message)).toContain('Another moderator');
    expect((await reportsIn(bot)).concat().map(({ badFaith }) => badFaith)).toEqual([false]);
    const both = await bot.inDatabase(({ cases }) => cases.page(guildId, { states: [] }, 10, 0));
    expect(both.total).toBe(2);
  });
});
