import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { InquiryId } from '../../src/core/ids.ts';
import { startChild } from '../fixtures/store/child.ts';
import { exampleInquiry } from '../fixtures/store/example-inquiry.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

const rounds = 5;
const writersPerRound = 2;

test(`after ${rounds * writersPerRound} kills in the midst of writing every acknowledged inquiry is on disk`, async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const acknowledged: string[] = [];

  for (let round = 0; round < rounds; round += 1) {
    const writers = Array.from({ length: writersPerRound }, () => startChild('write-until-killed.ts', file));
    for (const writer of writers) {
      await writer.printed(5 + 7 * round);
      writer.process.kill('SIGKILL');
    }
    await Promise.all(writers.map((writer) => writer.gone));
    acknowledged.push(...writers.flatMap(({ lines }) => lines.slice(1)));
  }

  const raw = new DatabaseSync(file);
  expect(raw.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  raw.close();
  const database = await openSqlite({ file });
  onTestFinished(() => database.close());
  const { guildId } = exampleInquiry();
  const missing = await database.snapshot(async ({ inquiries }) => {
    const found = await Promise.all(acknowledged.map((id) => inquiries.find(guildId, InquiryId.parse(id))));
    return acknowledged.filter((_, index) => found[index] === null);
  });
  const totals = await database.snapshot(({ inquiries }) =>
    inquiries.totals(guildId, { from: '2026-03-02', to: '2026-03-02' }),
  );
  expect(acknowledged.length).toBeGreaterThan(rounds * writersPerRound * 5);
  expect(missing).toEqual([]);
  // A writer may die between its commit and its line: at most one row more for each.
  expect(totals[0]?.inquiries).toBeGreaterThanOrEqual(acknowledged.length);
  expect(totals[0]?.inquiries).toBeLessThanOrEqual(acknowledged.length + rounds * writersPerRound);
});
