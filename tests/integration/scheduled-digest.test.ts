import { describe, expect, it } from 'vitest';
import { permissionBits } from '../../src/core/access.ts';
import type { DigestChoice } from '../../src/core/digest-choice.ts';
import { ChannelId, UserId } from '../../src/core/ids.ts';
import { sandboxIds as ids, sandboxPlan } from '../../src/sandbox/plan.ts';
import { guildId } from './contested.ts';
import { moderator, secondBot, soon } from './moderating.ts';
import { absent, buttonsTo, sureQuestion, textOf } from './running-bot.ts';
import {
  anInteraction,
  choose,
  dayMs,
  digestsIn,
  minuteMs,
  mondayAtNine,
  passed,
  posting,
  scheduled,
  told,
  turn,
} from './scheduling.ts';

describe('a scheduled digest', () => {
  it('comes on Monday at nine in Berlin, for the week before, and not a minute earlier', async () => {
    const { bot, clock } = await scheduled('2026-03-02T07:50:00Z');
    await passed(bot, clock, 9 * minuteMs);
    const before = digestsIn(bot);

    await passed(bot, clock, minuteMs);

    const [posted] = digestsIn(bot);
    expect(before).toEqual([]);
    expect(digestsIn(bot)).toHaveLength(1);
    expect(textOf(posted)).toContain('February 23, 2026 to March 1, 2026 (UTC)');
    expect(await turn(bot)).toEqual({ dueAt: Date.parse('2026-03-09T08:00Z'), paused: null });
    const last = await bot.inDatabase(({ digests }) => digests.lastPosted(guildId));
    expect(last).toMatchObject({ channelId: ids.moderators, messageId: posted?.id });
  });

  it('is German in a German server', async () => {
    const guilds = sandboxPlan.guilds.map((guild) => ({ ...guild, locale: 'de' }));
    const { bot, clock } = await scheduled('2026-03-02T07:59:00Z', mondayAtNine, { ...sandboxPlan, guilds });

    await passed(bot, clock, minuteMs);

    expect(textOf(digestsIn(bot)[0])).toContain('23. Februar 2026');
  });

  it('comes once where two processes see the moment at the same time', async () => {
    const { bot, clock } = await scheduled('2026-03-02T07:58:00Z');
    const second = await secondBot(bot, clock);

    await passed(bot, clock, 2 * minuteMs);
    await passed(bot, clock, 2 * minuteMs);

    expect(digestsIn(bot)).toHaveLength(1);
    expect(second.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it('comes once on the Sunday in spring on which its time does not exist', async () => {
    const daily: DigestChoice = { every: 'day', at: '02:30', zone: 'Europe/Berlin', proposedZone: 'UTC' };
    const { bot, clock } = await scheduled('2026-03-29T00:20:00Z', daily);
    await passed(bot, clock, 60 * minuteMs);
    const early = digestsIn(bot);

    await passed(bot, clock, 10 * minuteMs);

    expect(early).toEqual([]);
    expect(digestsIn(bot)).toHaveLength(1);
    expect(await turn(bot)).toEqual({ dueAt: Date.parse('2026-03-30T00:30Z'), paused: null });
  });

  it('is made up once, for the last week, after three weeks in which nothing ran', async () => {
    const { bot, clock } = await scheduled('2026-03-25T12:00:00Z');
    const missed = { dueAt: Date.parse('2026-03-09T08:00Z'), paused: null };
    await bot.inDatabase(({ digests }) => digests.saveTurn(guildId, missed));

    await passed(bot, clock, minuteMs);

    expect(digestsIn(bot).map(textOf)).toEqual([
      expect.stringContaining('March 16, 2026 to March 22, 2026 (UTC)'),
    ]);
    expect(await turn(bot)).toEqual({ dueAt: Date.parse('2026-03-30T07:00Z'), paused: null });
  });

  it('does not come a second time when its hour is moved on the same day', async () => {
    const { bot, clock } = await scheduled('2026-03-02T07:59:00Z');
    await passed(bot, clock, minuteMs);
    await choose(bot, { digest: { at: '10:00', proposedZone: 'UTC' } });

    await passed(bot, clock, 60 * minuteMs);

    expect(digestsIn(bot)).toHaveLength(1);
    expect(await turn(bot)).toEqual({ dueAt: Date.parse('2026-03-09T09:00Z'), paused: null });
  });

  it('has its picture, and comes without it where Footnote may not attach files', async () => {
    const daily: DigestChoice = { every: 'day', at: '09:00', zone: 'UTC', proposedZone: 'UTC' };
    const { bot, clock } = await scheduled('2026-03-01T08:00:00Z', daily);
    await bot.discord.as(ids.mia).slash('claim lookup', { query: sureQuestion });
    await passed(bot, clock, dayMs + 60 * minuteMs);
    await bot.discord.as(ids.mia).slash('claim lookup', { query: sureQuestion });
    const { viewChannel, sendMessages, readMessageHistory } = permissionBits;
    bot.discord.world.setBotPermissions(ids.moderators, viewChannel | sendMessages | readMessageHistory);

    await passed(bot, clock, dayMs);

    const files = digestsIn(bot).map(({ attachments }) => attachments.map(({ filename }) => filename));
    expect(files.slice(-2)).toEqual([['digest.png'], []]);
    expect(await turn(bot)).toMatchObject({ paused: null });
  });

  it('has buttons that serve moderators alone, also those of another process', async () => {
    const { bot, clock } = await scheduled('2026-03-02T07:59:00Z');
    await passed(bot, clock, minuteMs);
    const [posted = absent()] = digestsIn(bot);
    await bot.app.stop();
    await secondBot(bot, clock);

    const [button = absent()] = buttonsTo(posted, 'digest.csv');
    const file = await moderator(bot).press(posted, 'CSV');
    const refused = await bot.discord.as(ids.mia).pressForged(posted, button);

    expect(file.message?.attachments[0]?.filename).toBe('digest-2026-02-23-to-2026-03-01.csv');
    expect(file.ephemeral).toBe(true);
    expect(refused.message?.attachments ?? []).toEqual([]);
  });
});

describe('settings that change between the moment and the message', () => {
  /** Discord refuses the first attempt; then the settings change. */
  async function changedMeanwhile(change: Parameters<typeof choose>[1]) {
    const { bot, clock } = await scheduled('2026-03-02T07:59:00Z');
    bot.discord.faults.failNext({ match: posting, status: 500, times: 4 });
    clock.advance(minuteMs);
    await expect.poll(() => bot.log.some((line) => line.includes('could not be sent')), soon).toBe(true);
    await choose(bot, change);
    await passed(bot, clock, minuteMs);
    return bot;
  }

  it('hold: another channel gets it, and the first does not', async () => {
    const bot = await changedMeanwhile({ moderatorsChannel: ChannelId.parse(ids.news) });

    expect(digestsIn(bot)).toEqual([]);
    expect(digestsIn(bot, ids.news)).toHaveLength(1);
  });

  it('hold: without a schedule nothing comes', async () => {
    const bot = await changedMeanwhile({ digest: { every: 'off', proposedZone: 'UTC' } });

    expect(digestsIn(bot)).toEqual([]);
    expect(await turn(bot)).toBeNull();
    expect(told(bot)).toEqual([]);
  });
});

describe('digests that cannot be posted', () => {
  it('stop, their owner is told once, and the last one missed comes when they are taken up again', async () => {
    const { bot, clock } = await scheduled('2026-03-02T07:59:00Z');
    bot.discord.world.removeChannel(ids.moderators);

    await passed(bot, clock, minuteMs);
    const stopped = await turn(bot);
    clock.advance(9 * dayMs);
    await passed(bot, clock, minuteMs);
    const said = told(bot);
    await choose(bot, { moderatorsChannel: ChannelId.parse(ids.news) });
    await passed(bot, clock, minuteMs);

    expect(stopped).toMatchObject({ dueAt: null, paused: { why: 'unseen' } });
    expect(said).toEqual([expect.stringContaining('Scheduled digests of Sandbox server have stopped')]);
    expect(said[0]).toContain(`<#${ids.moderators}>`);
    expect(said[0]).toContain('/settings');
    expect(digestsIn(bot, ids.news).map(textOf)).toEqual([
      expect.stringContaining('March 2, 2026 to March 8, 2026 (UTC)'),
    ]);
    expect(told(bot)).toEqual(said);
    expect(await turn(bot)).toEqual({ dueAt: Date.parse('2026-03-16T08:00Z'), paused: null });
  });

  it('are taken up again with the very one that could not be posted, once it is allowed', async () => {
    const { bot, clock } = await scheduled('2026-03-02T07:59:00Z');
    bot.discord.faults.failNext({ match: posting, status: 403, code: 50_013 });
    await passed(bot, clock, minuteMs);
    const stopped = await turn(bot);
    const resume = (interactionId = anInteraction()) =>
      bot.app.services.resumeDigests({ interactionId, guildId, memberId: UserId.parse(ids.ada) });

    const once = anInteraction();
    const resumed = await resume(once);
    await expect(resume(once)).rejects.toMatchObject({ code: 'already-handled' });
    await passed(bot, clock, minuteMs);

    expect(stopped).toMatchObject({ paused: { why: 'closed' } });
    expect(resumed).toBe(true);
    expect(await resume()).toBe(false);
    expect(digestsIn(bot).map(textOf)).toEqual([
      expect.stringContaining('February 23, 2026 to March 1, 2026 (UTC)'),
    ]);
    expect(told(bot)).toHaveLength(1);
  });

  it('stop without a moderators’ channel, too, and silently where the owner takes no direct messages', async () => {
    const { bot, clock } = await scheduled('2026-03-02T07:59:00Z');
    await choose(bot, { moderatorsChannel: null });
    const direct = bot.discord.world.directChannel(ids.ada).id;
    bot.discord.faults.failNext({
      match: `POST /channels/${direct}/messages`,
      status: 403,
      code: 50_007,
    });

    await passed(bot, clock, minuteMs);

    expect(await turn(bot)).toMatchObject({ paused: { why: 'no-channel' } });
    expect(told(bot)).toEqual([]);
    expect(bot.log.filter((line) => line.includes('could not be sent'))).toEqual([]);
  });
});
