import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite, type SqliteDatabase } from '../../src/adapters/store/sqlite.ts';
import { exampleReport, freshCase, keyOf, someMember } from '../fixtures/store/example-case.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

/** One file opened twice, as two processes would. */
async function openedTwice(): Promise<readonly [SqliteDatabase, SqliteDatabase]> {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const both = [await openSqlite({ file }), await openSqlite({ file })] as const;
  onTestFinished(async () => {
    for (const database of both) await database.close();
  });
  return both;
}

const many = Array.from({ length: 40 }, (_, index) => index);

test('two that send from one outbox never take the same item', async () => {
  const both = await openedTwice();
  const items = many.map(
    () => ({ kind: 'case-card', guildId: someGuild(), subjectId: freshCase().id }) as const,
  );
  await both[0].transaction(async ({ outbox }) => {
    for (const item of items) await outbox.put(item, 1, 1);
  });

  const taken = await Promise.all(
    many.map((index) =>
      both[index % 2 === 0 ? 0 : 1].transaction(({ outbox }) => outbox.claim(2, 60_000, 3)),
    ),
  );

  expect(
    taken
      .flat()
      .map(({ subjectId }) => subjectId)
      .sort(),
  ).toEqual(items.map(({ subjectId }) => subjectId).sort());
});

test('reports of one message written through both meet in one case, none lost', async () => {
  const both = await openedTwice();
  const fresh = freshCase();
  const { guildId } = fresh;
  const reporters = many.map(someMember);

  await Promise.all(
    reporters.map((reporterId, index) =>
      both[index % 2 === 0 ? 0 : 1].transaction(async ({ cases }) => {
        const about =
          (await cases.ofSubject(guildId, keyOf(fresh))) ??
          (await cases.open({ ...fresh, id: freshCase().id }, keyOf(fresh)));
        await cases.addReport(exampleReport(about, { reporterId }));
      }),
    ),
  );

  const { page, reports } = await both[0].snapshot(async ({ cases }) => {
    const found = await cases.page(guildId, { states: [] }, 10, 0);
    const [only] = found.cases;
    return { page: found, reports: only === undefined ? [] : await cases.reports(guildId, only.id) };
  });
  expect(page.total).toBe(1);
  expect(reports.map(({ reporterId }) => reporterId).sort()).toEqual(reporters.toSorted());
});
