import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../src/adapters/store/migrations/list.ts';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import type { DayRange } from '../../src/core/digest-period.ts';
import { ClaimId, DossierId } from '../../src/core/ids.ts';
import { exampleId } from '../fakes/example-dossier.ts';
import { exampleInquiry, someGuild } from '../fixtures/store/example-inquiry.ts';
import { writeOldInquiries } from '../fixtures/store/old-inquiries.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

const guildId = someGuild();
const about = {
  command: 'claim.lookup',
  outcome: 'answered',
  dossierId: DossierId.parse(exampleId()),
  claimId: ClaimId.parse(exampleId()),
} as const;

/** What was kept of days: how many inquiries and askers, and the answers of those inquiries that are still there. */
const days = [
  { day: '2025-11-30', inquiries: 4, askers: 3, answers: [] },
  { day: '2025-12-01', inquiries: 1, askers: 1, answers: ['no'] },
  { day: '2025-12-31', inquiries: 5, askers: 2, answers: ['yes', null, 'yes', 'no'] },
  { day: '2026-01-01', inquiries: 2, askers: 2, answers: [null, 'yes'] },
] as const;

/** A file as it was before totals knew months and answers. */
async function oldFile(): Promise<string> {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  await (await openSqlite({ file, migrations: migrations.slice(0, 5) })).close();
  writeOldInquiries(file, {
    inquiries: days.flatMap(({ day, answers }) =>
      answers.map((feedback) => exampleInquiry({ guildId, day, feedback, ...about })),
    ),
    totals: days.map(({ day, inquiries, askers }) => ({ guildId, day, inquiries, askers, ...about })),
  });
  return file;
}

async function totalsAfterwards(range: DayRange) {
  const database = await openSqlite({ file: await oldFile() });
  onTestFinished(() => database.close());
  return database.snapshot(({ inquiries }) => inquiries.totals(guildId, range));
}

test.each([
  {
    why: 'of a whole month',
    range: { from: '2025-12-01', to: '2025-12-31' },
    total: { inquiries: 6, askers: 3, feedback: { yes: 2, no: 2 } },
  },
  {
    why: 'of days at both ends of it',
    range: { from: '2025-11-30', to: '2026-01-01' },
    total: { inquiries: 12, askers: 8, feedback: { yes: 3, no: 2 } },
  },
  {
    why: 'of one day',
    range: { from: '2025-12-31', to: '2025-12-31' },
    total: { inquiries: 5, askers: 2, feedback: { yes: 2, no: 1 } },
  },
  {
    why: 'of a day whose inquiries are gone, and so are their answers',
    range: { from: '2025-11-01', to: '2025-11-30' },
    total: { inquiries: 4, askers: 3, feedback: { yes: 0, no: 0 } },
  },
])('totals $why are there in a file that knew neither months nor answers', async ({ range, total }) => {
  expect(await totalsAfterwards(range)).toEqual([{ ...about, ...total }]);
});

test('a month that was kept as days has its inquiries in a chart', async () => {
  const database = await openSqlite({ file: await oldFile() });
  onTestFinished(() => database.close());
  const range = { from: '2025-12-01', to: '2025-12-31' };

  const asks = await database.snapshot(({ inquiries }) => inquiries.asks(guildId, range, 'month'));

  expect(asks).toEqual([{ ...range, asks: 6 }]);
});

test('what came of questions, and the most asked claim, are there in a file that knew days alone', async () => {
  const database = await openSqlite({ file: await oldFile() });
  onTestFinished(() => database.close());
  const range = { from: '2025-12-01', to: '2026-01-01' };

  const [ways, mostAsked] = await database.snapshot(async ({ inquiries }) => [
    await inquiries.ways(guildId, range),
    await inquiries.mostAsked(guildId, range, 10),
  ]);

  const { command, outcome, claimId } = about;
  expect(ways).toEqual([{ command, outcome, inquiries: 8, feedback: { yes: 3, no: 2 } }]);
  expect(mostAsked).toEqual({ claimIds: [claimId], total: 1 });
});
