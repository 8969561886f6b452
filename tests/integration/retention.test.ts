import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case.ts';
import { AuditId, UserId } from '../../src/core/ids.ts';
import { retention } from '../../src/core/retention.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { examplePost } from '../fixtures/store/example-digest-post.ts';
import { cards, casesIn, contested, guildId, report, withModerators } from './contested.ts';
import { soon } from './moderating.ts';
import { absent, type RunningBot, runningBot } from './running-bot.ts';

const dayMs = 86_400_000;

/** A case that was resolved so many days ago, with its card. */
async function botWithDoneCase(daysAgo: number): Promise<RunningBot> {
  const bot = await runningBot();
  await withModerators(bot);
  const message = await bot.discord.as(ids.noor).write(contested);
  await report(bot, ids.mia, message, { details: 'Mia says so', 'tell-me': ['yes'] });
  // The card is there a moment before the case knows of it.
  await expect.poll(async () => (await casesIn(bot))[0]?.card ?? null, soon).not.toBeNull();
  const by = UserId.parse(ids.max);
  const [opened] = await casesIn(bot);
  await save(bot, {
    ...(opened ?? absent()),
    state: 'resolved',
    resolution: { kind: 'no-action', by, note: null, url: null, claim: null },
    resolvedAt: Date.now() - daysAgo * dayMs,
  });
  return bot;
}

function save(bot: RunningBot, changed: Case): Promise<void> {
  return bot.inDatabase((stores) => stores.cases.save(changed));
}

describe('what has been kept for its time', () => {
  it('is forgotten 30 days after a case was done: text, people and words; the counts stay', async () => {
    const bot = await botWithDoneCase(31);

    const forgotten = await bot.app.services.forgetOldData();

    const [done] = await casesIn(bot);
    const reports = await bot.inDatabase((stores) => stores.cases.reports(guildId, done?.id ?? absent()));
    expect(forgotten).toMatchObject({ cases: 1, auditLines: 0, unsent: 0 });
    expect(done?.subject).toMatchObject({ text: null, authorId: null, claims: [] });
    expect(reports).toMatchObject([{ reporterId: null, details: null, reason: 'misleading' }]);
    await expect.poll(() => cards(bot).join(), soon).not.toContain('salaried');
    expect(cards(bot).join()).toContain('×1');
    expect(await bot.app.services.forgetOldData()).toMatchObject({ cases: 0 });
  });

  it('is there on the 29th day', async () => {
    const bot = await botWithDoneCase(29);

    expect(await bot.app.services.forgetOldData()).toMatchObject({ cases: 0 });
    expect((await casesIn(bot))[0]?.subject).toMatchObject({ text: contested });
  });

  it('is forgotten of an erasure within 25 minutes, and after what was read before cannot be under way any more', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    const memberId = UserId.parse(ids.noor);
    const readAt = clock.now();
    await bot.app.services.eraseMember({ interactionId: null, memberId });
    const isKnown = () => bot.inDatabase(async ({ erasures }) => (await erasures.since(readAt))(memberId));

    clock.advance((retention.draftMinutes + 2) * 60_000);
    await bot.app.services.forgetOldData();
    const late = await isKnown();
    clock.advance((25 - 5 - retention.draftMinutes - 2) * 60_000 + 1);
    const forgotten = await bot.app.services.forgetOldData();

    expect(late).toBe(true);
    expect(forgotten).toMatchObject({ erasures: 1 });
    expect(await isKnown()).toBe(false);
  });

  it('is forgotten of the audit after a year', async () => {
    const bot = await runningBot();
    const line = {
      guildId,
      actorId: UserId.parse(ids.max),
      act: 'case.taken',
      caseNumber: 1,
      before: 'open',
      after: 'assigned',
    } as const;
    await bot.inDatabase(async ({ audit }) => {
      await audit.add({ ...line, id: AuditId.parse('A'.repeat(12)), at: Date.now() - 366 * dayMs });
      await audit.add({ ...line, id: AuditId.parse('B'.repeat(12)), at: Date.now() - 364 * dayMs });
    });

    expect(await bot.app.services.forgetOldData()).toMatchObject({ auditLines: 1 });
    const left = await bot.inDatabase(({ audit }) => audit.page(guildId, {}, 10, 0));
    expect(left.entries.map(({ id }) => id)).toEqual(['B'.repeat(12)]);
  });

  it('is forgotten of scheduled digests after 40 days', async () => {
    const bot = await runningBot();
    const [old, recent] = [41, 39].map((days) =>
      examplePost({ guildId, key: `day ${days}`, madeAt: Date.now() - days * dayMs }),
    );
    await bot.inDatabase(async ({ digests }) => {
      for (const post of [old, recent]) await digests.claim(post ?? absent());
    });

    expect(await bot.app.services.forgetOldData()).toMatchObject({ digests: 1 });
    const left = await bot.inDatabase(({ digests }) =>
      Promise.all([old, recent].map((post) => digests.findPost(guildId, (post ?? absent()).id))),
    );
    expect(left).toEqual([null, recent]);
  });

  it('is given up in the outbox after a week, and the log says how much of which kind', async () => {
    const bot = await botWithDoneCase(1);
    const [done] = await casesIn(bot);
    const subjectId = done?.id ?? absent();
    const longAgo = Date.now() - 8 * dayMs;
    await bot.inDatabase(({ outbox }) =>
      outbox.put({ kind: 'case-alert', guildId, subjectId }, longAgo, Date.now() + dayMs),
    );

    expect(await bot.app.services.forgetOldData()).toMatchObject({ unsent: 1 });
    expect(bot.log.find((line) => line.includes('given up sending'))).toContain('"case-alert":1');
  });
});
