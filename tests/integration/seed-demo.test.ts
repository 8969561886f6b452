import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { digestDocument } from '../../src/core/digest-files.ts';
import { GuildId } from '../../src/core/ids.ts';
import type { Stores } from '../../src/ports/stores.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { exampleInquiry } from '../fixtures/store/example-inquiry.ts';
import { runningBot, textOf } from './running-bot.ts';
import { dataFolder, footnote } from './terminal-process.ts';

const guildId = GuildId.parse(ids.guild);
const until = '2026-03-08T18:00:00.000Z';
const month = ['seed-demo', '--guild', ids.guild, '--until', until, '--json'];

async function inData<T>(folder: string, work: (stores: Stores) => Promise<T>): Promise<T> {
  const database = await openSqlite({ file: join(folder, 'footnote.sqlite') });
  try {
    return await database.transaction(work);
  } finally {
    await database.close();
  }
}

const Digest = z.object({
  demo: z.literal(true),
  waiting: z.object({
    ageing: z.object({ total: z.int().min(1) }),
    questions: z.object({ total: z.int().min(1) }),
    deadLinks: z.array(z.unknown()).min(1),
  }),
  questions: z.object({ now: z.object({ asked: z.int().min(1), unanswered: z.int().min(1) }) }),
  summaries: z.object({ now: z.int().min(1), before: z.int().min(1) }),
  claims: z.array(z.object({ claim: z.string() })).length(10),
  feedback: z.object({ yes: z.int().min(1), no: z.int().min(1) }),
  asks: z.array(z.unknown()).length(7),
  unanswered: z.object({ groups: z.array(z.unknown()).min(2), further: z.int().min(1) }),
  contested: z.array(z.unknown()).min(1),
  cases: z.object({
    opened: z.object({ now: z.int().min(1), before: z.int().min(1) }),
    resolved: z.object({ now: z.int().min(1), before: z.int().min(1) }),
    byState: z.record(z.string(), z.int().min(1)),
  }),
  standings: z.object({ changed: z.array(z.unknown()).min(1) }),
});

describe('seed-demo', () => {
  it('fills a server of the data folder, and says with what', async () => {
    const environment = { FOOTNOTE_DATA_DIR: await dataFolder() };

    const seeded = await footnote(month, environment);
    const digest = await footnote(['digest', '--until', '2026-03-08'], environment);

    expect(seeded).toMatchObject({ exitCode: 0, err: '' });
    expect(JSON.parse(seeded.out)).toEqual({
      guild: ids.guild,
      days: 30,
      until,
      questions: 600,
      cases: 13,
      reports: 40,
    });
    expect(digest.out).toContain('made up for demonstration');
  });

  it('makes the same questions of the same wish, in whatever folder', async () => {
    const totalsOf = async () => {
      const folder = await dataFolder();
      await footnote([...month, '--questions', '50'], { FOOTNOTE_DATA_DIR: folder });
      return inData(folder, async ({ inquiries, cases }) => ({
        asks: await inquiries.asks(guildId, { from: '2026-01-01', to: '2026-03-08' }, 'day'),
        texts: await inquiries.unanswered(guildId, '2026-01-01', '2026-03-08', 100),
        cases: (await cases.page(guildId, { states: [] }, 100, 0)).cases.map(({ id, state }) => ({
          id,
          state,
        })),
      }));
    };

    const first = await totalsOf();

    expect(first.asks.reduce((sum, { asks }) => sum + asks, 0)).toBe(50);
    expect(await totalsOf()).toEqual(first);
  });

  it('writes nothing into a server that members have used, and nothing twice', async () => {
    const folder = await dataFolder();
    const environment = { FOOTNOTE_DATA_DIR: folder };
    await footnote(
      ['dossier', 'import', 'config/dossiers/iraqi-militias-in-syria/dossier.json'],
      environment,
    );
    const used = GuildId.parse(ids.otherGuild);
    await inData(folder, ({ inquiries }) => inquiries.add(exampleInquiry({ guildId: used })));

    const refused = await footnote(['seed-demo', '--guild', used], environment);
    const seeded = await footnote([...month, '--questions', '20'], environment);
    const again = await footnote(month, environment);
    const purged = await footnote(['purge', '--guild', ids.guild], environment);
    const anew = await footnote([...month, '--questions', '20'], environment);

    expect(refused).toMatchObject({ out: '', exitCode: 2 });
    expect(refused.err).toContain('Members have asked or reported something in that server');
    expect(await inData(folder, ({ settings }) => settings.read(used))).toMatchObject({ demo: false });
    expect(again).toMatchObject({ out: '', exitCode: 2 });
    expect(again.err).toContain(`“purge --guild ${ids.guild}”`);
    expect(purged.exitCode).toBe(0);
    expect(anew.out).toBe(seeded.out);
  });

  it.each([
    { args: ['--days', '0'], says: '--days takes a whole number' },
    { args: ['--questions', 'many'], says: '--questions takes a whole number' },
    { args: ['--until', 'soon'], says: '--until takes a day or a moment' },
  ])('does not take $args', async ({ args, says }) => {
    const answer = await footnote(['seed-demo', '--guild', ids.guild, ...args], {
      FOOTNOTE_DATA_DIR: await dataFolder(),
    });

    expect(answer).toMatchObject({ out: '', exitCode: 2, err: expect.stringContaining(says) });
  });

  it('asks which server is meant where nothing is stored', async () => {
    const answer = await footnote(['seed-demo'], { FOOTNOTE_DATA_DIR: await dataFolder() });

    expect(answer).toMatchObject({ out: '', exitCode: 2, err: expect.stringContaining('--guild ID') });
  });

  it('gives the digest of a week something in every part', async () => {
    const clock = fakeClock();
    const { app } = await runningBot({ clock });
    await app.services.seedDemo({ guildId, untilMs: clock.now(), days: 30, questions: 600 });

    const { digest } = await app.services.makeDigest({
      guildId,
      wanted: { length: 'week', since: null, until: null },
    });

    expect(Digest.safeParse(digestDocument(digest)).error?.issues ?? []).toEqual([]);
  });

  it('hides no dossier that comes with Footnote, and the digest says what it is', async () => {
    const clock = fakeClock();
    const bot = await runningBot({ clock });
    await bot.app.services.seedDemo({ guildId, untilMs: clock.now(), days: 30, questions: 100 });

    const digest = await bot.discord.as(ids.max).slash('digest');
    const lookup = await bot.discord.as(ids.mia).slash('claim show', { id: 'iraqi-militias-in-syria/c05' });
    const list = await bot.discord.as(ids.mia).slash('claim list', { dossier: 'iraqi-militias-in-syria' });

    expect(textOf(digest.message)).toContain('Made up for demonstration');
    expect(textOf(lookup.message)).toContain('ideologically loyal to Iran');
    expect(textOf(list.message)).toContain('ideologically loyal to Iran');
  });
});
