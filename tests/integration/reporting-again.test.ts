import { describe, expect, it } from 'vitest';
import { UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { casesIn, contested, guildId, menuOn, report, reportsIn, resolve } from './contested.ts';
import { absent, buttonsTo, runningBot, textOf } from './running-bot.ts';

describe('several reports of one message', () => {
  it('of different members are one case, counted', async () => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write(contested);

    const first = await report(bot, ids.mia, message);
    const second = await report(bot, ids.sam, message, { reason: ['out-of-date'] });

    expect(textOf(first.message)).toContain('case 1');
    expect(textOf(second.message)).toContain('case 1');
    expect(await casesIn(bot)).toHaveLength(1);
    expect((await reportsIn(bot)).map(({ reporterId, reason }) => [reporterId, reason])).toEqual([
      [ids.mia, 'misleading'],
      [ids.sam, 'out-of-date'],
    ]);
    const audit = await bot.inDatabase((stores) => stores.audit.page(guildId, {}, 10, 0));
    expect(audit.entries.map(({ act, actorId, before, after }) => [act, actorId, before, after])).toEqual([
      ['case.reported', null, 'reports 1', 'reports 2'],
      ['case.opened', null, null, 'reports 1'],
    ]);
  });

  it('at the same moment are one case, and none is lost', async () => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write(contested);

    await Promise.all([ids.mia, ids.sam, ids.max, ids.ada].map((who) => report(bot, who, message)));

    expect(await casesIn(bot)).toHaveLength(1);
    expect(await reportsIn(bot)).toHaveLength(4);
  });

  it('of one member are refused kindly, before anything is filled in', async () => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write(contested);
    const early = await menuOn(bot, ids.mia, message);
    await report(bot, ids.mia, message);

    const again = await menuOn(bot, ids.mia, message);
    const late = await bot.discord.as(ids.mia).submit(early, { reason: ['other'] });

    for (const answer of [again, late]) {
      expect(answer.ephemeral).toBe(true);
      expect(textOf(answer.message)).toContain('You have reported this already: case 1.');
    }
    expect(await reportsIn(bot)).toHaveLength(1);
  });

  it('reopen a case that was done', async () => {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write(contested);
    await report(bot, ids.mia, message);
    await resolve(bot, 'It is satire.');

    await report(bot, ids.sam, message);

    expect(await casesIn(bot)).toMatchObject([{ number: 1, state: 'reopened', resolution: null }]);
  });

  it('weigh less after reports of the same member that were made in bad faith', async () => {
    const bot = await runningBot();
    await bot.inDatabase(({ faith }) => faith.mark(guildId, UserId.parse(ids.mia), 1));

    await report(bot, ids.mia, await bot.discord.as(ids.noor).write(contested));

    expect(await reportsIn(bot)).toMatchObject([{ weight: 0.5 }]);
  });

  it('are one report when Discord delivers one twice', async () => {
    const bot = await runningBot();
    const answer = await report(bot, ids.mia, await bot.discord.as(ids.noor).write(contested));

    bot.discord.faults.redeliver(answer.interactionId);
    await bot.discord.as(ids.sam).slash('report mine');

    expect(await reportsIn(bot)).toHaveLength(1);
  });
});

describe('cool-downs for reports', () => {
  it('let a member report five posts in ten minutes; what fails does not count', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    const noor = bot.discord.as(ids.noor);
    const first = await noor.write(`${contested} 0`);
    const early = await menuOn(bot, ids.mia, first);
    await report(bot, ids.mia, first);
    for (let time = 0; time < 6; time += 1)
      await bot.discord.as(ids.mia).submit(early, { reason: ['other'] });
    for (let one = 1; one < 5; one += 1) {
      clock.advance(5_000);
      await report(bot, ids.mia, await noor.write(`${contested} ${one}`));
    }

    const sixth = await menuOn(bot, ids.mia, await noor.write(`${contested} 5`));
    clock.advance(10 * 60_000);
    const later = await menuOn(bot, ids.mia, await noor.write(`${contested} 6`));

    expect(await casesIn(bot)).toHaveLength(5);
    expect(textOf(sixth.message)).toContain(
      'You have reported 5 posts in a short time. Try again in 10 minutes.',
    );
    expect(later.kind).toBe('modal');
  });

  it('count every way of reporting together, in every server and place', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    const [mia, noor] = [bot.discord.as(ids.mia), bot.discord.as(ids.noor)];
    for (let one = 0; one < 2; one += 1) {
      clock.advance(5_000);
      await report(bot, ids.mia, await noor.write(`${contested} ${one}`));
      const { channel_id, id } = await noor.write('By link.');
      const message = `https://discord.com/channels/${ids.guild}/${channel_id}/${id}`;
      await mia.slash('report link', { message, reason: 'other' });
    }
    clock.advance(15_000);
    const summary = await mia.slash('summary');
    const [problem = ''] = buttonsTo(summary.message, 'report.problem');
    const telling = await mia.press(summary.message ?? absent(), problem);
    await mia.submit(telling, { details: 'It is too short.' });

    const unknown = await mia.slash('claim lookup', { query: 'who keeps the lighthouse of Alexandria?' });
    const asking = await mia.press(unknown.message ?? absent(), 'Ask the moderators');
    const sixth = await mia.submit(asking, {});

    expect(textOf(sixth.message)).toContain('You have reported 5 posts in a short time.');
    expect(await casesIn(bot)).toHaveLength(5);
  });
});
