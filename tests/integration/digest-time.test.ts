import { describe, expect, it } from 'vitest';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId } from '../../src/core/ids.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { examplePost } from '../fixtures/store/example-digest-post.ts';
import { guildId } from './contested.ts';
import { secondBot, soon, untilNothingWaits } from './moderating.ts';
import { runningBot, textOf } from './running-bot.ts';
import { dayMs, digestsIn, minuteMs, mondayAtNine, passed, posting, scheduled, turn } from './scheduling.ts';

const daily = { ...mondayAtNine, every: 'day', zone: 'UTC' } as const;

describe('the clock of the machine', () => {
  it('that was a year ahead when a digest came and is set right keeps none from coming', async () => {
    const { bot, clock } = await scheduled('2026-03-02T07:50:00Z');
    clock.set(400 * dayMs);
    await passed(bot, clock, minuteMs);
    const ahead = digestsIn(bot).length;
    clock.set(-400 * dayMs);
    clock.advance(minuteMs);
    await expect
      .poll(() => turn(bot), soon)
      .toEqual({ dueAt: Date.parse('2026-03-02T08:00Z'), paused: null });

    await passed(bot, clock, 10 * minuteMs);

    expect(ahead).toBe(1);
    expect(digestsIn(bot).slice(1).map(textOf)).toEqual([
      expect.stringContaining('February 23, 2026 to March 1, 2026 (UTC)'),
    ]);
    expect(await turn(bot)).toEqual({ dueAt: Date.parse('2026-03-09T08:00Z'), paused: null });
  });

  it('that is set back leaves nothing waiting for long that was to be tried again while it was ahead', async () => {
    const { bot, clock } = await scheduled('2026-03-02T07:50:00Z');
    clock.set(400 * dayMs);
    bot.discord.faults.failNext({ match: posting, status: 500, times: 4 });
    clock.advance(minuteMs);
    await expect.poll(() => bot.log.some((line) => line.includes('could not be sent')), soon).toBe(true);
    await expect
      .poll(() => bot.inDatabase(({ outbox }) => outbox.nextDue()), soon)
      .toBeGreaterThan(clock.now());
    clock.set(-400 * dayMs);

    clock.advance(10_000);

    await expect
      .poll(() => bot.inDatabase(({ outbox }) => outbox.nextDue()), soon)
      .toBeLessThanOrEqual(clock.now() + 60 * minuteMs);
  });

  it('that is set back over the moment of a digest brings none twice', async () => {
    const { bot, clock } = await scheduled('2026-03-02T07:59:00Z');
    await passed(bot, clock, minuteMs);
    clock.set(-60 * minuteMs);

    await passed(bot, clock, 90 * minuteMs);

    expect(digestsIn(bot)).toHaveLength(1);
    expect(await turn(bot)).toEqual({ dueAt: Date.parse('2026-03-09T08:00Z'), paused: null });
  });
});

it('a schedule nobody reckoned a moment for has one as soon as a bot starts', async () => {
  const clock = fakeClock(Date.parse('2026-03-02T07:50:00Z'));
  const bot = await runningBot({ clock });
  const { proposedZone: _, ...digest } = {
    ...mondayAtNine,
    every: 'week',
    weekday: 1,
    at: '09:00',
    zone: 'Europe/Berlin',
  } as const;
  const moderatorsChannel = ChannelId.parse(ids.moderators);
  await bot.inDatabase(({ settings }) =>
    settings.write(guildId, { ...defaultGuildSettings, moderatorsChannel, digest }),
  );

  await secondBot(bot, clock);

  await expect.poll(() => turn(bot), soon).toEqual({ dueAt: Date.parse('2026-03-02T08:00Z'), paused: null });
});

it('of daily digests that wait because Discord was out of order for days, the last one comes', async () => {
  const { bot, clock } = await scheduled('2026-03-04T09:30:00Z', daily);
  const posts = [2, 3, 4].map((day) =>
    examplePost({
      guildId,
      key: `day 2026-03-0${day}`,
      from: `2026-03-0${day - 1}`,
      to: `2026-03-0${day - 1}`,
      madeAt: Date.parse(`2026-03-0${day}T09:00Z`),
    }),
  );
  await bot.inDatabase(async ({ digests, outbox }) => {
    for (const { id, madeAt, ...post } of posts) {
      await digests.claim({ id, madeAt, ...post });
      await outbox.put({ kind: 'digest', guildId, subjectId: id }, madeAt, clock.now());
    }
  });

  await untilNothingWaits(bot, clock);

  expect(digestsIn(bot).map(textOf)).toEqual([expect.stringContaining('March 3, 2026 (UTC)')]);
});

it('digests that stopped because Footnote was being removed come again once it is taken back', async () => {
  const { bot, clock } = await scheduled('2026-03-02T07:59:00Z');
  const { noteDeparture, noteReturn } = bot.app.services;
  bot.discord.faults.failNext({ match: posting, status: 403, code: 50_001 });
  await passed(bot, clock, minuteMs);
  const stopped = await turn(bot);
  await noteDeparture({ guildId });
  await passed(bot, clock, minuteMs);
  const away = digestsIn(bot);

  await noteReturn({ guildId });
  await passed(bot, clock, minuteMs);

  expect(stopped).toMatchObject({ paused: { why: 'unseen' } });
  expect(away).toEqual([]);
  expect(digestsIn(bot)).toHaveLength(1);
  expect(await turn(bot)).toEqual({ dueAt: Date.parse('2026-03-09T08:00Z'), paused: null });
});
