import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../src/adapters/store/migrations/list.ts';
import type { Migration } from '../../src/adapters/store/migrations/migration.ts';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

const later: Migration = { name: '9001-later', up: async () => {} };
const dossier = exampleDossier();

async function fileWithADossier(steps = migrations): Promise<string> {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const database = await openSqlite({ file, migrations: steps });
  await database.transaction(({ dossiers }) => dossiers.save(dossier));
  await database.close();
  return file;
}

async function openedToRead(file: string) {
  const database = await openSqlite({ file, readOnly: true });
  onTestFinished(() => database.close());
  return database;
}

test('a file opened to be read gives what it holds, can be backed up, and is not changed by a byte', async () => {
  const file = await fileWithADossier();
  const before = readFileSync(file);

  const database = await openSqlite({ file, readOnly: true });
  const listed = await database.snapshot(({ dossiers }) => dossiers.listShared());
  await database.backup(join(file, '..', 'copy.sqlite'));
  await database.close();

  const copy = await openedToRead(join(file, '..', 'copy.sqlite'));
  expect(listed).toEqual([dossier]);
  expect(await copy.snapshot(({ dossiers }) => dossiers.listShared())).toEqual([dossier]);
  expect(readFileSync(file)).toEqual(before);
});

test('what a running bot has written is read, and what it writes next is not hindered', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const bot = await openSqlite({ file });
  onTestFinished(() => bot.close());
  await bot.transaction(({ dossiers }) => dossiers.save(dossier));

  const database = await openedToRead(file);
  const first = await database.snapshot(({ dossiers }) => dossiers.listShared());
  await bot.transaction(({ dossiers }) => dossiers.save({ ...dossier, version: 2 }));
  const second = await database.snapshot(({ dossiers }) => dossiers.listShared());

  expect([...first, ...second].map(({ version }) => version)).toEqual([1, 2]);
});

test('what a killed bot left beside the file is read and stays there', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const bot = await openSqlite({ file });
  onTestFinished(() => bot.close());
  await bot.transaction(({ dossiers }) => dossiers.save(dossier));
  const left = join(temporaryFolder(), 'footnote.sqlite');
  for (const suffix of ['', '-wal']) copyFileSync(`${file}${suffix}`, `${left}${suffix}`);
  const before = ['', '-wal'].map((suffix) => readFileSync(`${left}${suffix}`));

  const database = await openSqlite({ file: left, readOnly: true });
  const listed = await database.snapshot(({ dossiers }) => dossiers.listShared());
  await database.close();

  expect(listed).toEqual([dossier]);
  expect(['', '-wal'].map((suffix) => readFileSync(`${left}${suffix}`))).toEqual(before);
});

test('a file of an older version is refused and stays as it is', async () => {
  const file = await fileWithADossier();
  const before = readFileSync(file);

  const opening = openSqlite({ file, readOnly: true, migrations: [...migrations, later] });

  await expect(opening).rejects.toMatchObject({ code: 'store.older', parameters: {} });
  expect(readFileSync(file)).toEqual(before);
  expect(existsSync(join(file, '..', 'backups'))).toBe(false);
});

test('a file without any tables is of an older version', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  new DatabaseSync(file).close();

  await expect(openSqlite({ file, readOnly: true })).rejects.toMatchObject({ code: 'store.older' });

  expect(readFileSync(file)).toHaveLength(0);
});

test('a file of a newer version is refused', async () => {
  const file = await fileWithADossier([...migrations, later]);

  await expect(openSqlite({ file, readOnly: true })).rejects.toMatchObject({ code: 'store.newer' });
});

test('a file that is not there is not made', async () => {
  const folder = join(temporaryFolder(), 'nowhere');

  const opening = openSqlite({ file: join(folder, 'footnote.sqlite'), readOnly: true });

  await expect(opening).rejects.toMatchObject({
    code: 'store.unavailable',
    parameters: { reason: 'cannot-open' },
  });
  expect(existsSync(folder)).toBe(false);
});

test('a file that is no database is called corrupt', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  writeFileSync(file, 'this is a letter, not a database. '.repeat(100));

  await expect(openSqlite({ file, readOnly: true })).rejects.toMatchObject({
    code: 'store.unavailable',
    parameters: { reason: 'corrupt' },
  });
});

test('a transaction on a file opened to be read is a mistake of the program', async () => {
  const database = await openedToRead(await fileWithADossier());

  await expect(database.transaction(async () => 'reached')).rejects.toThrow(TypeError);
});
