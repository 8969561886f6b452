import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { GuildId } from '../../src/core/ids.ts';
import { dayAndHour } from '../../src/core/inquiry.ts';
import { databaseFile } from '../../src/outside.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { type FakeClock, fakeClock } from '../fakes/fake-clock.ts';
import { absent, type RunningBot, runningBot, sureQuestion, textOf } from './running-bot.ts';

const guildId = GuildId.parse(ids.guild);

async function inquiryCount(bot: RunningBot, nowMs = Date.now()): Promise<number> {
  const { day } = dayAndHour(nowMs);
  const totals = await bot.inDatabase(({ inquiries }) => inquiries.totals(guildId, { from: day, to: day }));
  return totals.reduce((sum, row) => sum + row.inquiries, 0);
}

function callbacks(bot: RunningBot) {
  return bot.discord.requests.filter(({ path }) => path.includes('/callback'));
}

/** Takes the write lock as another process would, so that the bot has to wait. */
function holdWriteLock(bot: RunningBot): () => void {
  const other = new DatabaseSync(databaseFile(bot.config));
  other.exec('begin immediate');
  return () => {
    other.exec('commit');
    other.close();
  };
}

/** Moves the clock on in small steps, within Discord's patience of 3 s, until something has happened. */
async function passTimeUntil(clock: FakeClock, happened: () => boolean): Promise<void> {
  let leftMs = 2_900;
  const step = () => {
    if (leftMs > 0 && !happened()) clock.advance(50);
    leftMs -= 50;
    return happened();
  };
  await expect.poll(step, { timeout: 30_000, interval: 20 }).toBe(true);
}

describe('answering, whatever happens', () => {
  it('defers by itself when an answer takes longer than 1.5 s, then gives it', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    const release = holdWriteLock(bot);

    const asking = bot.discord.as(ids.mia).slash('claim lookup', { query: sureQuestion });
    await passTimeUntil(clock, () => callbacks(bot).length === 1);
    const first = await asking;
    release();
    const settled = await first.settled();

    expect(first.kind).toBe('deferred');
    expect(first.ephemeral).toBe(true);
    expect(textOf(settled.message)).toContain('are salaried by the Iraqi government');
  });

  it('keeps the card and apologises apart when a deferred update fails', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    const mia = bot.discord.as(ids.mia);
    const card = await mia.slash('claim lookup', { query: sureQuestion });
    const release = holdWriteLock(bot);

    const pressing = mia.press(card.message ?? absent(), 'This was it');
    await passTimeUntil(clock, () => callbacks(bot).length === 2);
    const first = await pressing;
    release();
    const settled = await first.settled();

    expect(first.kind).toBe('deferred');
    expect(textOf(settled.message)).toContain('Thank you, noted.');
  });

  it('acts once on an interaction that is delivered twice', async () => {
    const bot = await runningBot();
    const answer = await bot.discord.as(ids.mia).slash('claim lookup', { query: sureQuestion });

    bot.discord.faults.redeliver(answer.interactionId);
    await bot.discord.as(ids.noor).slash('help');

    expect(callbacks(bot)).toHaveLength(2);
    expect(await inquiryCount(bot)).toBe(1);
  });

  it('resumes after the socket was cut, and answers what came meanwhile', async () => {
    const bot = await runningBot();
    bot.discord.faults.dropSockets();

    const answer = await bot.discord.as(ids.mia).slash('claim lookup', { query: sureQuestion });

    expect(textOf(answer.message)).toContain('are salaried by the Iraqi government');
    expect(bot.log.some((line) => line.includes('Gateway resumed'))).toBe(true);
    expect(await inquiryCount(bot)).toBe(1);
  });

  it.each([
    {
      fault: 'a session that can be resumed',
      act: (bot: RunningBot) => bot.discord.faults.invalidateSession(true),
    },
    {
      fault: 'a session that is gone',
      act: (bot: RunningBot) => bot.discord.faults.invalidateSession(false),
    },
    { fault: 'a request to reconnect', act: (bot: RunningBot) => bot.discord.faults.reconnect() },
  ])('goes on after $fault', async ({ act }) => {
    const bot = await runningBot();
    act(bot);
    await expect
      .poll(() => bot.log.filter((line) => line.includes('Gateway closed')).length, { timeout: 30_000 })
      .toBe(1);
    await expect.poll(() => bot.discord.botOnline(), { timeout: 30_000 }).toBe(true);

    const answer = await bot.discord.as(ids.mia).slash('summary');

    expect(textOf(answer.message)).toContain('Key claims');
  });

  it.each([
    { what: 'a server error', failure: { status: 503 } },
    { what: 'a rate limit', failure: { status: 429, retryAfter: 0.05 } },
  ])('answers after $what of Discord', async ({ failure }) => {
    const bot = await runningBot();
    bot.discord.faults.failNext({ match: '/callback', ...failure });

    const answer = await bot.discord.as(ids.mia).slash('summary');

    expect(textOf(answer.message)).toContain('Key claims');
  });

  it('survives an answer that comes too late, and says so in the log without what was asked', async () => {
    const bot = await runningBot();
    bot.discord.faults.failNext({ match: '/callback', status: 404, code: 10062 });

    const late = bot.discord.as(ids.mia).slash('claim lookup', { query: 'a canary in the question' });
    await expect
      .poll(() => bot.log.some((line) => line.includes('needs no answer any more')), { timeout: 30_000 })
      .toBe(true);
    const next = await bot.discord.as(ids.noor).slash('help');
    void late;

    expect(next.kind).toBe('message');
    expect(bot.log.join('\n')).not.toContain('canary');
  });

  it('never writes what was asked, who asked or a token into the log', async () => {
    const bot = await runningBot();
    const mia = bot.discord.as(ids.mia);
    await mia.slash('claim lookup', { query: 'a canary in the question' });
    await mia.slash('claim show', { id: 'canary/c01' });
    await mia.slash('summary', { dossier: 'canary' });

    const lines = bot.log.join('\n');

    expect(lines).not.toContain('canary');
    expect(lines).not.toContain(ids.mia);
    expect(lines).not.toContain(bot.discord.token);
  });

  it('registers the commands once, and not again when nothing has changed', async () => {
    const bot = await runningBot();
    const writes = () =>
      bot.discord.requests.filter(({ method, path }) => method === 'PUT' && path.includes('/commands'));

    await bot.app.register();

    expect(writes()).toHaveLength(1);
  });
});
