import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { startChild } from '../fixtures/store/child.ts';
import { exampleInquiry } from '../fixtures/store/example-inquiry.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

test('three processes write one file at once and every row and total is there', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const perProcess = 60;

  const others = [1, 2].map(() => startChild('write-until-killed.ts', file, String(perProcess)));
  const database = await openSqlite({ file });
  onTestFinished(() => database.close());
  await Promise.all(others.map((child) => child.printed(1)));
  for (let written = 0; written < perProcess; written += 1)
    await database.transaction(({ inquiries }) => inquiries.add(exampleInquiry({ asker: 'this process' })));

  expect(await Promise.all(others.map((child) => child.gone))).toEqual([0, 0]);
  const totals = await database.snapshot(({ inquiries }) =>
    inquiries.totals(exampleInquiry().guildId, { from: '2026-03-02', to: '2026-03-02' }),
  );
  expect(totals).toMatchObject([{ inquiries: 3 * perProcess, askers: 3 }]);
});

test('while another process writes, reading goes on and writing waits', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const database = await openSqlite({ file });
  onTestFinished(() => database.close());
  const inquiry = exampleInquiry();
  const holder = startChild('hold-write-lock.ts', file);
  await holder.printed(1);

  const written = database.transaction(({ inquiries }) => inquiries.add(inquiry));
  const seenMeanwhile = await database.snapshot(({ inquiries }) =>
    inquiries.find(inquiry.guildId, inquiry.id),
  );
  holder.process.stdin.end();
  await written;

  const seenAfter = await database.snapshot(({ inquiries }) => inquiries.find(inquiry.guildId, inquiry.id));
  expect(seenMeanwhile).toBeNull();
  expect(seenAfter).toEqual(inquiry);
});

test('a file that another process does not let go is unavailable after the time-out, and works again later', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const database = await openSqlite({ file, waitMs: 50 });
  onTestFinished(() => database.close());
  const holder = startChild('hold-write-lock.ts', file);
  await holder.printed(1);
  const save = () => database.transaction(({ dossiers }) => dossiers.save(exampleDossier()));

  await expect(save()).rejects.toMatchObject({ code: 'store.unavailable', parameters: { reason: 'busy' } });

  holder.process.stdin.end();
  await holder.gone;
  await save();
});

test('two databases of one process over one file wait for each other without freezing it', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const [one, two] = [await openSqlite({ file }), await openSqlite({ file })];
  onTestFinished(() => Promise.all([one.close(), two.close()]).then(() => {}));
  const begun = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const order: string[] = [];

  const first = one.transaction(async ({ inquiries }) => {
    await inquiries.add(exampleInquiry());
    begun.resolve();
    await released.promise;
    order.push('first');
  });
  await begun.promise;
  const startedAt = performance.now();
  const second = two.transaction(async () => {
    order.push('second');
  });
  setImmediate(released.resolve);
  await Promise.all([first, second]);

  expect(order).toEqual(['first', 'second']);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});
