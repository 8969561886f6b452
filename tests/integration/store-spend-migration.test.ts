import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../src/adapters/store/migrations/list.ts';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

test('what models cost before embeddings were counted stays, and makes up the months', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const [ours, theirs] = [someGuild(), someGuild()];
  await (await openSqlite({ file, migrations: migrations.slice(0, 14) })).close();
  const raw = new DatabaseSync(file);
  const insert = raw.prepare('insert into model_spend values (?, ?, ?, ?, ?, ?, ?)');
  insert.run(ours, '2026-02-28', 'small', 1, 10, 1, 5);
  insert.run(ours, '2026-03-01', 'small', 2, 20, 2, 7);
  insert.run(theirs, '2026-03-31', 'large', 3, 30, 3, 11);
  raw.close();

  const database = await openSqlite({ file });
  onTestFinished(() => database.close());

  const found = await database.snapshot(async ({ spend }) => ({
    ours: await spend.ofGuild(ours, { from: '2026-03-01', to: '2026-03-31' }),
    months: await Promise.all(['2026-01', '2026-02', '2026-03'].map((month) => spend.ofMonth(month))),
  }));
  expect(found).toEqual({
    ours: { answers: 2, input: 20, output: 2, embedded: 0, microDollars: 7 },
    months: [0, 5, 18],
  });
});
