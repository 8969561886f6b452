import { describe, expect, it } from 'vitest';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { cards, casesIn, guildId, reportsIn } from './contested.ts';
import { botWithCase, card, cardSays, moderator, report, soon, written } from './moderating.ts';
import { absent, buttonsTo, type RunningBot, textOf } from './running-bot.ts';

function weights(bot: RunningBot): Promise<readonly (readonly number[])[]> {
  return casesIn(bot).then((all) =>
    bot.inDatabase(({ cases }) =>
      Promise.all(all.map(async ({ id }) => (await cases.reports(guildId, id)).map(({ weight }) => weight))),
    ),
  );
}

describe('a mark of bad faith', () => {
  it('has a report count nothing, and less for the same member’s later reports, until it is taken away', async () => {
    const { bot } = await botWithCase();
    const list = await moderator(bot).press(card(bot), 'All reports');

    const marked = await moderator(bot).press(list.message ?? absent(), 'Reporter 1: bad faith');
    await cardSays(bot, '1 marked as made in bad faith');
    await report(bot, ids.mia, await written(bot, 'Another post.'));
    const [, second] = await casesIn(bot);
    const weights = await bot.inDatabase(({ cases }) => cases.reports(guildId, second?.id ?? absent()));
    const [off = ''] = buttonsTo(marked.message, 'case.faith');
    const unmarked = await moderator(bot).press(marked.message ?? absent(), off);

    expect(list.ephemeral).toBe(true);
    expect(textOf(list.message)).toContain('**Reporter 1** · Misleading');
    expect(textOf(marked.message)).toContain('it counts nothing');
    expect(JSON.stringify([list.message, marked.message])).not.toContain(ids.mia);
    expect(weights.map(({ weight }) => weight)).toEqual([0.5]);
    expect(textOf(unmarked.message)).not.toContain('it counts nothing');
    const { entries } = await bot.inDatabase(({ audit }) => audit.page(guildId, {}, 20, 0));
    expect(entries.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['report.bad-faith', 'report.good-faith']),
    );
    expect(JSON.stringify(entries)).not.toContain(ids.mia);
  });

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
