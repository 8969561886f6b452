import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { connect } from '../../src/adapters/store/sqlite-connection.ts';
import { sqliteDialect } from '../../src/adapters/store/sqlite-dialect.ts';
import { storesOver } from '../../src/adapters/store/stores.ts';
import type { Tables } from '../../src/adapters/store/tables.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

/** Far more than a page, so that it cannot fit into what little room is left. */
function largeDossier() {
  const dossier = exampleDossier({ guildId: someGuild() });
  return { ...dossier, post: { ...dossier.post, text: 'x'.repeat(150_000) } };
}

/** Drops the rights of root for the time of `work`, so that permission bits bind. */
async function asOrdinaryUser<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0 || process.seteuid === undefined) return work();
  process.seteuid(65_534);
  try {
    return await work();
  } finally {
    process.seteuid(0);
  }
}

test.each([
  { why: 'the folder would lie inside a file', folderIn: (file: string) => join(file, 'folder') },
  { why: 'the folder is a file', folderIn: (file: string) => file },
])('a place where no folder can be is named: $why', async ({ folderIn }) => {
  const plain = join(temporaryFolder(), 'plain');
  writeFileSync(plain, '');
  const folder = folderIn(plain);

  const opening = openSqlite({ file: join(folder, 'footnote.sqlite') });

  await expect(opening).rejects.toMatchObject({ code: 'store.read-only', parameters: { folder } });
});

test.each([
  { why: 'without a database', prepare: async () => {} },
  {
    why: 'with a database',
    prepare: async (file: string) => (await openSqlite({ file })).close(),
  },
])('a folder that may only be read is named: $why', async ({ prepare }) => {
  const folder = temporaryFolder();
  const file = join(folder, 'footnote.sqlite');
  await prepare(file);
  chmodSync(folder, 0o555);
  onTestFinished(() => chmodSync(folder, 0o755));

  const opening = asOrdinaryUser(() => openSqlite({ file }));

  await expect(opening).rejects.toMatchObject({ code: 'store.read-only', parameters: { folder } });
});

test('a full disk refuses the whole transaction and keeps what was there', async (context) => {
  const folder = temporaryFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', folder]).status === 0;
  if (!mounted) context.skip('no right to mount a small disk here; the next test stands in');
  onTestFinished(() => {
    spawnSync('umount', [folder]);
  });
  const database = await openSqlite({ file: join(folder, 'footnote.sqlite') });
  onTestFinished(() => database.close());
  const kept = exampleDossier();
  await database.transaction(({ dossiers }) => dossiers.save(kept));

  const saveUntilFull = async () => {
    for (;;) await database.transaction(({ dossiers }) => dossiers.save(largeDossier()));
  };

  await expect(saveUntilFull()).rejects.toMatchObject({
    code: 'store.unavailable',
    parameters: { reason: 'full' },
  });
  expect(await database.snapshot(({ dossiers }) => dossiers.listShared())).toEqual([kept]);
});

test('a file that may not grow refuses the whole transaction and goes on afterwards', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  await (await openSqlite({ file })).close();
  const connection = connect(file, 0);
  onTestFinished(() => connection.close());
  const pages = Number(connection.database.prepare('pragma page_count').get()?.page_count);
  connection.exec(`pragma max_page_count = ${pages + 10}`);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(connection, { waitMs: 0, afterCommit: () => {} }) });
  const large = largeDossier();
  const save = (dossier: typeof large) =>
    db.transaction().execute((open) => storesOver(open, () => {}).dossiers.save(dossier));

  await expect(save(large)).rejects.toMatchObject({
    code: 'store.unavailable',
    parameters: { reason: 'full' },
  });

  await save(exampleDossier({ guildId: large.guildId, slug: large.slug }));
});

test('a file that is no database is called corrupt and left as it is', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  writeFileSync(file, 'this is a letter, not a database. '.repeat(100));
  const before = readFileSync(file);

  const opening = openSqlite({ file });

  await expect(opening).rejects.toMatchObject({
    code: 'store.unavailable',
    parameters: { reason: 'corrupt' },
  });
  expect(readFileSync(file)).toEqual(before);
});

test('flipped bytes in a page are told when it is read, and the rest still answers', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const seed = await openSqlite({ file });
  const guildId = someGuild();
  await seed.transaction(async ({ dossiers, settings }) => {
    await dossiers.save(exampleDossier({ guildId }));
    await settings.write(guildId, { ...defaultGuildSettings, sharing: 'nowhere' });
  });
  await seed.close();
  flipRootPageOf('claims', file);
  const database = await openSqlite({ file });
  onTestFinished(() => database.close());

  const listing = database.snapshot(({ dossiers }) => dossiers.listPublished(guildId));

  await expect(listing).rejects.toMatchObject({
    code: 'store.unavailable',
    parameters: { reason: 'corrupt' },
  });
  expect((await database.snapshot(({ settings }) => settings.read(guildId))).sharing).toBe('nowhere');
});

function flipRootPageOf(table: string, file: string): void {
  const connection = connect(file, 0);
  const root = connection.database.prepare('select rootpage from sqlite_schema where name = ?').get(table);
  const size = connection.database.prepare('pragma page_size').get();
  connection.close();
  const start = (Number(root?.rootpage) - 1) * Number(size?.page_size);
  const page = readFileSync(file)
    .subarray(start, start + 64)
    .map((byte) => byte ^ 0xff);
  const handle = openSync(file, 'r+');
  writeSync(handle, page, 0, page.length, start);
  closeSync(handle);
}

test('a folder where the file should be is refused', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  mkdirSync(file);

  await expect(openSqlite({ file })).rejects.toMatchObject({ code: 'store.read-only' });

  expect(statSync(file).isDirectory()).toBe(true);
});
