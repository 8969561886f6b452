import { describe, expect, it } from 'vitest';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { cards, contested, withModerators } from './contested.ts';
import { botWithCase, card, cardSays, moderator, report, secondBot, soon, written } from './moderating.ts';
import { runningBot, textOf } from './running-bot.ts';

const posting = `POST /channels/${ids.moderators}/messages`;

describe('the card of a case', () => {
  it('is posted once, and edited in place when another member reports the same message', async () => {
    const { bot, message } = await botWithCase();
    const [first] = cards(bot);

    await report(bot, ids.noor, message, { reason: ['out-of-date'], details: 'That was 2016.' });
    await cardSays(bot, '**×2** reports');

    expect(first).toContain('**×1** report ');
    expect(first).toContain(`> ${contested}`);
    expect(first).toContain(`/${ids.general}/${message.id})`);
    expect(cards(bot)[0]).toContain('Misleading · Out of date');
    expect(cards(bot)[0]).toContain('> That was 2016.');
    expect(JSON.stringify(card(bot))).not.toMatch(new RegExp(`${ids.mia}|${ids.noor}`));
  });

  it('names known claims of the message with their standing', async () => {
    const { bot } = await botWithCase();

    expect(cards(bot)[0]).toMatch(
      /known claims? in it\*\*\n\*\*iraqi-militias-in-syria\/c\d+b?\*\* “.*” · \w/,
    );
  });

  it('is one for two processes on one database, and no report is lost', async () => {
    const bot = await runningBot();
    await withModerators(bot);
    await secondBot(bot);
    const message = await written(bot);

    await Promise.all([ids.mia, ids.noor, ids.max, ids.ada].map((who) => report(bot, who, message)));
    await cardSays(bot, '**×4** reports');

    expect(
      bot.discord.requests.filter(({ method, path }) => `${method} ${path}`.includes(posting)),
    ).toHaveLength(1);
  });

  it('is not brought back when a moderator deletes it; the case stays in the queue', async () => {
    const clock = fakeClock();
    const { bot, message } = await botWithCase(clock);
    await moderator(bot).remove(card(bot).id);

    await report(bot, ids.noor, message);
    await expect
      .poll(() => {
        clock.advance(1_000);
        return bot.inDatabase(({ outbox }) => outbox.nextDue());
      }, soon)
      .toBeNull();

    expect(cards(bot)).toEqual([]);
    expect(textOf((await moderator(bot).slash('queue')).message)).toContain('Case 1');
  });

  it('waits for the permission it lacks, and is posted once it is there', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    await withModerators(bot);
    bot.discord.world.setBotPermissions(ids.moderators, 0n);

    await report(bot, ids.mia, await written(bot));
    await expect.poll(() => bot.log.some((line) => line.includes('could not be sent')), soon).toBe(true);
    const before = cards(bot);
    bot.discord.world.setBotPermissions(ids.moderators, (1n << 10n) | (1n << 11n) | (1n << 16n));
    clock.advance(59_000);
    const tooSoon = cards(bot);
    await cardSays(bot, 'Case 1 · open', clock);

    expect(before).toEqual([]);
    expect(tooSoon).toEqual([]);
  });

  it('is posted once when Discord takes it and loses the answer', async () => {
    const bot = await runningBot();
    await withModerators(bot);
    bot.discord.faults.failNext({ match: posting, status: 502, afterwards: true, times: 4 });

    await report(bot, ids.mia, await written(bot));
    await cardSays(bot, 'Case 1 · open');
    await expect.poll(() => bot.inDatabase(({ outbox }) => outbox.nextDue()), soon).toBeNull();

    expect(cards(bot)).toHaveLength(1);
  });
});
