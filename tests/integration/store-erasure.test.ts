import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { InteractionId } from '../../src/core/ids.ts';
import { exampleInquiry } from '../fixtures/store/example-inquiry.ts';
import { claimWatch, exampleWatcher } from '../fixtures/store/example-watch.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

const canary = 'a question like no other';

function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text));
}

test.each([
  { why: 'the text is forgotten', method: 'forgetTextsBefore' },
  { why: 'the inquiry is deleted', method: 'deleteBefore' },
] as const)('no byte of a question is left in any file once $why', async ({ method }) => {
  const folder = temporaryFolder();
  const database = await openSqlite({ file: join(folder, 'footnote.sqlite') });
  onTestFinished(() => database.close());
  await database.transaction(({ inquiries }) => inquiries.add(exampleInquiry({ text: canary })));
  expect(filesWith(folder, canary)).not.toEqual([]);

  await database.transaction(({ inquiries }) => inquiries[method]('2026-03-03', 10));

  expect(filesWith(folder, canary)).toEqual([]);
});

test.each([
  { why: 'detached', method: 'detach' },
  { why: 'answered with its group', method: 'forgetTextsOf' },
  { why: 'forgotten with all of its server', method: 'forgetTexts' },
] as const)('no byte of a question is left in table, index or log once it is $why', async ({ method }) => {
  const folder = temporaryFolder();
  const database = await openSqlite({ file: join(folder, 'footnote.sqlite') });
  onTestFinished(() => database.close());
  const asked = exampleInquiry({ text: `${canary}, ${'and long '.repeat(600)}${canary}` });
  const { id, guildId } = asked;
  await database.transaction(async ({ inquiries }) => {
    await inquiries.add(asked);
    for (let other = 0; other < 100; other += 1)
      await inquiries.add(exampleInquiry({ text: `other ${other}` }));
  });
  expect(filesWith(folder, canary)).not.toEqual([]);

  await database.transaction<unknown>(({ inquiries }) =>
    method === 'detach'
      ? inquiries.detach(guildId, id)
      : method === 'forgetTexts'
        ? inquiries.forgetTexts(guildId)
        : inquiries.forgetTextsOf(guildId, [id]),
  );

  expect(filesWith(folder, canary)).toEqual([]);
});

test('nothing is left that tells what was asked just before something was watched', async () => {
  const folder = temporaryFolder();
  const database = await openSqlite({ file: join(folder, 'footnote.sqlite') });
  onTestFinished(() => database.close());
  const watcher = exampleWatcher();
  await database.transaction(({ watches }) => watches.addWatcher(watcher));
  await database.transaction(({ inquiries }) => inquiries.add(exampleInquiry()));
  const log = () => readFileSync(join(folder, 'footnote.sqlite-wal'));
  expect(log()).not.toHaveLength(0);

  await database.transaction(({ watches }) => watches.add(watcher, claimWatch()));

  expect(log()).toHaveLength(0);
});

test('no byte of a handled interaction is left in any file once it is forgotten', async () => {
  const folder = temporaryFolder();
  const database = await openSqlite({ file: join(folder, 'footnote.sqlite') });
  onTestFinished(() => database.close());
  const id = InteractionId.parse('123456789012345678');
  await database.transaction(({ interactions }) => interactions.claim(id, 0));
  expect(filesWith(folder, id)).not.toEqual([]);

  await database.transaction(({ interactions }) => interactions.deleteBefore(1));

  expect(filesWith(folder, id)).toEqual([]);
});

test('an erasure during a long reading is made up for after the next commit', async () => {
  const folder = temporaryFolder();
  const database = await openSqlite({ file: join(folder, 'footnote.sqlite') });
  onTestFinished(() => database.close());
  await database.transaction(({ inquiries }) => inquiries.add(exampleInquiry({ text: canary })));
  const reading = Promise.withResolvers<void>();
  const read = Promise.withResolvers<void>();
  const snapshot = database.snapshot(async ({ dossiers }) => {
    await dossiers.revision();
    reading.resolve();
    await read.promise;
  });
  await reading.promise;

  await database.transaction(({ inquiries }) => inquiries.forgetTextsBefore('2026-03-03', 10));
  read.resolve();
  await snapshot;
  await database.transaction(({ inquiries }) => inquiries.add(exampleInquiry()));

  expect(filesWith(folder, canary)).toEqual([]);
});
