import { describe, expect, it } from 'vitest';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import {
  cards,
  casesIn,
  contested,
  guildId,
  menuOn,
  report,
  subjectIn,
  withModerators,
} from './contested.ts';
import { soon } from './moderating.ts';
import { type RunningBot, runningBot, textOf } from './running-bot.ts';

const hourMs = 3_600_000;

/** A bot whose clock stands still: what happens after this waits for no timer. */
async function botWithReports(channelId: string, count = 1): Promise<RunningBot> {
  const bot = await runningBot({ clock: fakeClock() });
  await withModerators(bot);
  for (let one = 0; one < count; one += 1) {
    const message = await bot.discord.as(ids.noor, { channelId }).write(`${contested} (${one})`);
    await report(bot, ids.mia, message, { statement: contested, details: 'my own words' });
  }
  await expect.poll(() => cards(bot).filter((card) => card.includes('salaried')), soon).toHaveLength(count);
  return bot;
}

function texts(bot: RunningBot) {
  return casesIn(bot).then((cases) =>
    cases.map(({ subject }) => (subject.kind === 'message' ? subject.text : null)),
  );
}

function messagesBy(bot: RunningBot, userId: string, channelId: string): readonly string[] {
  return bot.discord.world.messages
    .inChannel(channelId)
    .filter(({ message }) => message.author.id === userId)
    .map(({ message }) => message.id);
}

describe('deletions', () => {
  it.each([
    {
      what: 'a message',
      channelId: ids.general,
      count: 1,
      act: (bot: RunningBot) =>
        bot.discord.as(ids.noor).remove(messagesBy(bot, ids.noor, ids.general)[0] ?? ''),
    },
    {
      what: 'many messages at a stroke',
      channelId: ids.general,
      count: 3,
      act: (bot: RunningBot) => bot.discord.as(ids.max).removeMany(messagesBy(bot, ids.noor, ids.general)),
    },
    {
      what: 'a channel',
      channelId: ids.general,
      count: 2,
      act: (bot: RunningBot) => bot.discord.world.removeChannel(ids.general),
    },
    {
      what: 'a thread',
      channelId: ids.thread,
      count: 1,
      act: (bot: RunningBot) => bot.discord.world.removeChannel(ids.thread),
    },
    {
      what: 'the channel of a thread',
      channelId: ids.thread,
      count: 1,
      act: (bot: RunningBot) => bot.discord.world.removeChannel(ids.news),
    },
  ])('of $what take the texts out of cases and cards at once', async ({ channelId, count, act }) => {
    const bot = await botWithReports(channelId, count);

    await act(bot);

    await expect.poll(() => texts(bot), soon).toEqual(Array(count).fill(null));
    await expect.poll(() => cards(bot).filter((card) => card.includes('salaried')), soon).toEqual([]);
    expect(cards(bot)).toHaveLength(count);
    expect(await subjectIn(bot)).toMatchObject({ fate: 'deleted', textFrom: null, claims: [] });
  });

  it('take the statements that may quote the message, and leave what reporters say themselves', async () => {
    const bot = await botWithReports(ids.general);

    await bot.discord.as(ids.noor).remove(messagesBy(bot, ids.noor, ids.general)[0] ?? '');
    await expect.poll(() => texts(bot), soon).toEqual([null]);

    const [first] = await casesIn(bot);
    const { reports, audit } = await bot.inDatabase(async (stores) => ({
      reports: first === undefined ? [] : await stores.cases.reports(guildId, first.id),
      audit: await stores.audit.page(guildId, { act: 'case.message-deleted' }, 10, 0),
    }));
    expect(reports).toMatchObject([{ statement: null, details: 'my own words', reason: 'misleading' }]);
    expect(audit.entries).toMatchObject([
      { actorId: null, caseNumber: 1, before: 'there', after: 'deleted' },
    ]);
  });

  it('while a form is open leave a case without text, and the member is told nothing false', async () => {
    const bot = await runningBot();
    await withModerators(bot);
    const message = await bot.discord.as(ids.noor).write(contested);
    const mia = bot.discord.as(ids.mia);
    const form = await mia.menu('Flag contested post', message.id);
    await bot.discord.as(ids.noor).remove(message.id);
    // An answer to anything later tells that the deletion was heard.
    await bot.discord.as(ids.sam).slash('about');

    const answer = await mia.submit(form, { reason: ['misleading'], statement: contested });

    expect(textOf(answer.message)).toContain('Moderators get the link of the message, not its text.');
    expect(await subjectIn(bot)).toMatchObject({ text: null, fate: 'deleted' });
  });

  it('of messages nobody reported change nothing', async () => {
    const bot = await botWithReports(ids.general);
    const other = await bot.discord.as(ids.sam).write(contested);

    await bot.discord.as(ids.sam).remove(other.id);
    await bot.discord.as(ids.mia).slash('about');

    expect(await subjectIn(bot)).toMatchObject({ fate: 'there', text: `${contested} (0)` });
  });

  it('are not edits: an edited message keeps the text that was reported and is marked', async () => {
    const bot = await botWithReports(ids.general);

    await bot.discord.as(ids.noor).edit(messagesBy(bot, ids.noor, ids.general)[0] ?? '', 'something else');

    await expect.poll(() => subjectIn(bot), soon).toMatchObject({ fate: 'edited', text: `${contested} (0)` });
  });

  it('are not edits: a message edited while the form was open is marked, one edited before is not', async () => {
    const bot = await runningBot();
    const noor = bot.discord.as(ids.noor);
    const [first, second] = [await noor.write(contested), await noor.write(contested)];
    await noor.edit(first.id, `${contested} Or so.`);
    await report(bot, ids.mia, first);
    const form = await menuOn(bot, ids.mia, second);
    await noor.edit(second.id, 'something else');

    await bot.discord.as(ids.mia).submit(form, { reason: ['misleading'] });

    await expect
      .poll(async () => (await casesIn(bot)).map(({ subject }) => subject), soon)
      .toMatchObject([
        { fate: 'there', text: `${contested} Or so.` },
        { fate: 'edited', text: contested },
      ]);
  });
});

describe('the nightly look', () => {
  async function atNight() {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    await withModerators(bot);
    const message = await bot.discord.as(ids.noor).write(contested);
    await report(bot, ids.mia, message, { statement: contested });
    const looks = () => bot.log.filter((line) => line.includes('reported messages looked at')).length;
    const night = async () => {
      const before = looks();
      clock.advance(before === 0 ? hourMs / 6 : 24 * hourMs);
      await expect.poll(looks, soon).toBe(before + 1);
    };
    return { bot, clock, message, night };
  }

  it('forgets the text of a message whose deletion it was not told of', async () => {
    const { bot, message, night } = await atNight();
    bot.discord.world.leaveGuild(ids.guild, 'outage');
    bot.discord.world.messages.remove(message.id);
    bot.discord.world.joinGuild(ids.guild);
    await bot.discord.as(ids.sam).slash('about');
    expect(await subjectIn(bot)).toMatchObject({ text: contested });

    await night();

    expect(await subjectIn(bot)).toMatchObject({ text: null, fate: 'deleted' });
  });

  it('leaves what Discord does not answer for, and what is there', async () => {
    const { bot, message, night } = await atNight();
    bot.discord.faults.failNext({ match: `/messages/${message.id}`, status: 500, times: 20 });

    await night();
    await night();

    expect(await subjectIn(bot)).toMatchObject({ text: contested, fate: 'there' });
  });

  it('keeps a text Footnote may not look up until the case is 24 hours old, and not longer', async () => {
    const { bot, clock, night } = await atNight();
    bot.discord.world.setBotPermissions(ids.general, 0n);
    await night();
    expect(await subjectIn(bot)).toMatchObject({ text: contested });

    clock.advance(24 * hourMs - 10 * 60_000);

    await expect.poll(() => subjectIn(bot), soon).toMatchObject({ text: null, fate: 'closed' });
  });

  it('forgets the text of an older case the first time it may not look it up', async () => {
    const { bot, night } = await atNight();
    await night();
    await night();
    bot.discord.world.setBotPermissions(ids.general, 0n);

    await night();

    expect(await subjectIn(bot)).toMatchObject({ text: null, fate: 'closed' });
  });
});
