import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';

test('a database in memory writes, reads, refuses to write in a snapshot, and goes on', async () => {
  const database = await openSqlite({ file: ':memory:' });
  onTestFinished(() => database.close());
  const dossier = exampleDossier();
  await database.transaction(({ dossiers }) => dossiers.save(dossier));

  const writing = database.snapshot(({ dossiers }) => dossiers.save({ ...dossier, version: 2 }));
  await expect(writing).rejects.toThrow(TypeError);
  await database.transaction(({ dossiers }) => dossiers.save({ ...dossier, version: 2 }));

  const listed = await database.snapshot(({ dossiers }) => dossiers.listShared());
  expect(listed).toEqual([{ ...dossier, version: 2 }]);
});

test('a database in memory has no backup', async () => {
  const database = await openSqlite({ file: ':memory:' });
  onTestFinished(() => database.close());

  await expect(database.backup('/anywhere')).rejects.toThrow(RangeError);
});
