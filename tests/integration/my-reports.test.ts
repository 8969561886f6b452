import { describe, expect, it } from 'vitest';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { casesIn, contested, guildId, report, reportsIn, resolve } from './contested.ts';
import { absent, buttonsTo, runningBot, textOf } from './running-bot.ts';

describe('/report mine', () => {
  it('says how to report when there is nothing', async () => {
    const bot = await runningBot();

    const answer = await bot.discord.as(ids.mia).slash('report mine');

    expect(textOf(answer.message)).toContain('You have reported nothing here');
  });

  it('lists a member’s own reports, newest first, on pages', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    for (let one = 0; one < 5; one += 1) {
      clock.advance(60_000);
      await report(bot, ids.mia, await bot.discord.as(ids.noor).write(`${contested} ${one}`));
    }
    await report(bot, ids.sam, await bot.discord.as(ids.noor).write('The moon is hollow.'));
    const mia = bot.discord.as(ids.mia);

    const first = await mia.slash('report mine');
    const [next = ''] = buttonsTo(first.message, 'report.mine').slice(-1);
    const second = await mia.press(first.message ?? absent(), next);

    expect(textOf(first.message).match(/Case \d+/g)).toEqual(['Case 5', 'Case 4', 'Case 3', 'Case 2']);
    expect(second.kind).toBe('update');
    expect(textOf(second.message).match(/Case \d+/g)).toEqual(['Case 1']);
    expect(textOf(first.message)).toContain('Your 5 reports here');
  });

  it('says what came of a report, and never by which moderator', async () => {
    const bot = await runningBot();
    await report(bot, ids.mia, await bot.discord.as(ids.noor).write(contested));
    await resolve(bot, 'It is satire.');

    const answer = await bot.discord.as(ids.mia).slash('report mine');

    expect(textOf(answer.message)).toContain('done');
    expect(textOf(answer.message)).toContain('The moderators of this server took no action.');
    expect(textOf(answer.message)).toContain('They write: “It is satire.”');
    expect(textOf(answer.message)).not.toContain(ids.max);
  });
});

describe('an outcome that could not be sent as a direct message', () => {
  async function botWithWaitingOutcome() {
    const bot = await runningBot();
    const message = await bot.discord.as(ids.noor).write(contested);
    await report(bot, ids.mia, message, { 'tell-me': ['yes'] });
    await resolve(bot, 'It is satire.');
    const [mine] = await reportsIn(bot);
    await bot.app.services.noteOutcome({
      guildId,
      reportId: (mine ?? absent()).id,
      outcome: 'waiting',
      resolvedAt: 1,
    });
    return bot;
  }

  it('is followed by the next outcome when one more report reopens the case', async () => {
    const bot = await botWithWaitingOutcome();
    const [message] = bot.discord.world.messages.inChannel(ids.general);

    await report(bot, ids.sam, message?.message ?? absent());

    expect(await casesIn(bot)).toMatchObject([{ state: 'reopened' }]);
    expect(await reportsIn(bot)).toMatchObject([{ outcome: 'wanted' }, { outcome: 'not-wanted' }]);
  });

  it('is shown to its member alone after their next command here, once', async () => {
    const bot = await botWithWaitingOutcome();

    const others = await bot.discord.as(ids.sam).slash('help');
    const next = await bot.discord.as(ids.mia).slash('help');
    await expect.poll(() => next.followUps()).toHaveLength(1);
    const later = await bot.discord.as(ids.mia).slash('help');
    await bot.discord.as(ids.sam).slash('help');

    const [note] = next.followUps();
    expect(textOf(note)).toContain('Your direct messages are closed to Footnote');
    expect(textOf(note)).toContain('Case 1: what came of your report');
    expect(textOf(note)).toContain('They write: “It is satire.”');
    expect(Number(note?.flags ?? 0) & 64).toBe(64);
    expect([...others.followUps(), ...later.followUps()]).toEqual([]);
    await expect.poll(() => reportsIn(bot)).toMatchObject([{ outcome: 'told' }]);
  });

  it('is shown after a later command when Discord refuses it at first', async () => {
    const bot = await botWithWaitingOutcome();
    bot.discord.faults.failNext({ match: /^POST \/webhooks\//, status: 400, code: 50035 });

    const refused = await bot.discord.as(ids.mia).slash('help');
    await expect.poll(() => bot.log.join()).toContain('what waited for a member was not shown');
    const next = await bot.discord.as(ids.mia).slash('help');
    await expect.poll(() => next.followUps()).toHaveLength(1);

    expect(refused.followUps()).toEqual([]);
    expect(textOf(next.followUps()[0])).toContain('They write: “It is satire.”');
    await expect.poll(() => reportsIn(bot)).toMatchObject([{ outcome: 'told' }]);
  });

  it('is kept for the next one when the case waits once more', async () => {
    const bot = await botWithWaitingOutcome();
    const [subject] = (await casesIn(bot)).map(({ subject: of }) => of);
    const messageId = subject?.kind === 'message' ? subject.messageId : '';
    const sam = bot.discord.as(ids.sam);
    const form = await sam.menu('Flag contested post', messageId);
    await sam.submit(form, { reason: ['misleading'] });

    const next = await bot.discord.as(ids.mia).slash('help');
    await expect.poll(async () => (await reportsIn(bot))[0]?.outcome).toBe('wanted');

    expect(next.followUps()).toEqual([]);
  });
});
