import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { AuditId, CaseId, ClaimId, InquiryId, InteractionId, ReportId } from '../../src/core/ids.ts';
import { exampleEntry, exampleReport, freshCase, keyOf } from '../fixtures/store/example-case.ts';
import { exampleInquiry, someGuild } from '../fixtures/store/example-inquiry.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

/** Ids as they were drawn: the first is neither the least nor the greatest. */
const drawn = ['mmmmmmmmmmmm', 'zzzzzzzzzzzz', 'aaaaaaaaaaaa', 'kkkkkkkkkkkk', 'bbbbbbbbbbbb'];
const inOrderOfId = drawn.toSorted();
const startMs = Date.UTC(2026, 2, 2, 9, 0, 0);
const interactionIds = ['5', '9', '1', '4', '2'].map((digit) => digit.repeat(18));

/** A file in which the questions of `drawn` were asked one after another, 17 ms apart. */
async function fileOfQuestions(): Promise<DatabaseSync> {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const database = await openSqlite({ file });
  onTestFinished(() => database.close());
  for (const [index, id] of drawn.entries())
    await database.transaction(async ({ inquiries, interactions }) => {
      await interactions.claim(InteractionId.parse(interactionIds[index]), startMs + 17 * index);
      await inquiries.add(exampleInquiry({ id: InquiryId.parse(id), claimId: ClaimId.parse(id) }));
    });
  const raw = new DatabaseSync(file, { readOnly: true });
  onTestFinished(() => raw.close());
  return raw;
}

const tables = [
  { table: 'inquiries', key: 'id', sorted: inOrderOfId },
  { table: 'inquiry_days', key: 'claim_id', sorted: inOrderOfId },
  { table: 'inquiry_months', key: 'claim_id', sorted: inOrderOfId },
  { table: 'handled_interactions', key: 'id', sorted: interactionIds.toSorted() },
] as const;

test.each(tables)(
  'rows of $table lie in the order of their key and of nothing else',
  async ({ table, key, sorted }) => {
    const raw = await fileOfQuestions();

    const rows = raw.prepare(`select * from ${table} not indexed`).all();

    expect(() => raw.prepare(`select rowid from ${table}`)).toThrow('no such column');
    expect(rows.map((row) => row[key])).toEqual(sorted);
  },
);

/** A file in which one member after another reported a message, the last to be drawn first. */
async function fileOfReports(): Promise<DatabaseSync> {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const database = await openSqlite({ file });
  onTestFinished(() => database.close());
  const guildId = someGuild();
  for (const id of drawn)
    await database.transaction(async ({ audit, cases, outbox }) => {
      const fresh = freshCase({ guildId, id: CaseId.parse(id) });
      await cases.open(fresh, keyOf(fresh));
      await cases.addReport(exampleReport(fresh, { id: ReportId.parse(id) }));
      await audit.add(exampleEntry({ guildId, id: AuditId.parse(id) }));
      await outbox.put({ kind: 'case-card', guildId, subjectId: fresh.id }, startMs, startMs);
    });
  const raw = new DatabaseSync(file, { readOnly: true });
  onTestFinished(() => raw.close());
  return raw;
}

test.each([
  { table: 'cases', key: 'id' },
  { table: 'reports', key: 'id' },
  { table: 'audit', key: 'id' },
  { table: 'outbox', key: 'subject_id' },
])('rows of $table lie in the order of their key and of nothing else', async ({ table, key }) => {
  const raw = await fileOfReports();

  const rows = raw.prepare(`select * from ${table} not indexed`).all();

  expect(() => raw.prepare(`select rowid from ${table}`)).toThrow('no such column');
  expect(rows.map((row) => row[key])).toEqual(inOrderOfId);
});

test('no column but the random ones tells one question of an hour from another', async () => {
  const raw = await fileOfQuestions();

  const rows = raw.prepare('select * from inquiries').all();

  const told = rows.map(({ id, claim_id, ...rest }) => rest);
  expect(told).toEqual(told.map(() => told[0]));
});

test('when an interaction was handled is kept in steps of five minutes', async () => {
  const raw = await fileOfQuestions();

  const moments = raw.prepare('select distinct handled_at from handled_interactions').all();

  expect(moments).toEqual([{ handled_at: startMs }]);
});
