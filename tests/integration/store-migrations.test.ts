import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../src/adapters/store/migrations/list.ts';
import type { Migration } from '../../src/adapters/store/migrations/migration.ts';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { InteractionId } from '../../src/core/ids.ts';
import type { Inquiry } from '../../src/core/inquiry.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { startChild } from '../fixtures/store/child.ts';
import { freshCase, keyOf } from '../fixtures/store/example-case.ts';
import { exampleInquiry, someGuild } from '../fixtures/store/example-inquiry.ts';
import { writeOldInquiries } from '../fixtures/store/old-inquiries.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

const later: Migration = {
  name: '9001-later',
  up: async (db) => {
    await sql`alter table dossiers add column later text`.execute(db);
  },
};
const failing: Migration = {
  name: '9001-failing',
  up: async (db) => {
    await sql`delete from dossiers`.execute(db);
    await sql`create table half_done (id text)`.execute(db);
    throw new Error('a step went wrong');
  },
};

async function fileWithADossier(): Promise<string> {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const database = await openSqlite({ file });
  await database.transaction(({ dossiers }) => dossiers.save(exampleDossier()));
  await database.close();
  return file;
}

/** Asks with the tables of that time, where totals are kept as they are now. */
async function addInquiry(file: string, released: readonly Migration[], inquiry: Inquiry): Promise<void> {
  const database = await openSqlite({ file, migrations: released });
  await database.transaction(({ inquiries }) => inquiries.add(inquiry));
  await database.close();
}

function applied(file: string): unknown[] {
  const raw = new DatabaseSync(file, { readOnly: true });
  const names = raw.prepare('select name from migrations order by name').all();
  raw.close();
  return names.map(({ name }) => name);
}

test('names of migrations are numbered in their order', () => {
  const numbers = migrations.map(({ name }) => /^(\d{4})-[a-z0-9-]+$/.exec(name)?.[1]);

  expect(numbers).toEqual(migrations.map((_, index) => String(index + 1).padStart(4, '0')));
});

test.each(
  migrations.slice(0, -1).map(({ name }, index) => ({ name, released: migrations.slice(0, index + 1) })),
)('a file written at $name opens with everything in it, and takes what is new', async ({ released }) => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const dossier = exampleDossier({ guildId: someGuild() });
  const inquiry = exampleInquiry({ text: 'who pays?', outcome: 'ambiguous' });
  const interaction = InteractionId.parse('123456789012345678');
  const { guildId } = inquiry;
  const old = await openSqlite({ file, migrations: released });
  await old.transaction(async ({ dossiers, interactions, settings }) => {
    await dossiers.save(dossier);
    await dossiers.save({ ...dossier, version: 2 });
    await interactions.claim(interaction, 0);
    await settings.write(guildId, { ...defaultGuildSettings, sharing: 'nowhere' });
  });
  await old.close();
  if (released.length < 6)
    writeOldInquiries(file, { inquiries: [inquiry], totals: [{ ...inquiry, inquiries: 1, askers: 1 }] });
  else await addInquiry(file, released, inquiry);

  const database = await openSqlite({ file, clock: fakeClock() });
  onTestFinished(() => database.close());

  const fresh = freshCase({ guildId });
  const found = await database.transaction(async (stores) => ({
    dossier: await stores.dossiers.find(dossier.guildId, dossier.slug),
    versions: (await stores.dossiers.history(dossier.guildId, dossier.id)).length,
    inquiry: await stores.inquiries.find(guildId, inquiry.id),
    totals: (await stores.inquiries.totals(guildId, { from: '0000-01-01', to: '9999-12-31' })).length,
    sharing: (await stores.settings.read(guildId)).sharing,
    claimedAgain: await stores.interactions.claim(interaction, 0),
    case: (await stores.cases.open(fresh, keyOf(fresh))).number,
  }));
  expect(found).toEqual({
    dossier: { ...dossier, version: 2 },
    versions: 2,
    inquiry,
    totals: 1,
    sharing: 'nowhere',
    claimedAgain: false,
    case: 1,
  });
  expect(applied(file)).toEqual(migrations.map(({ name }) => name));
  const next = migrations[released.length]?.name.slice(0, 4);
  expect(readdirSync(join(file, '..', 'backups'))).toEqual([
    `footnote-before-${next}-20260302T090000Z.sqlite`,
  ]);
});

test('settings written before there were moderators’ channels have the defaults of what is new', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');
  const guildId = someGuild();
  await (await openSqlite({ file, migrations: migrations.slice(0, 1) })).close();
  const raw = new DatabaseSync(file);
  raw
    .prepare('insert into guild_settings values (?, ?)')
    .run(guildId, '{"sharing":"nowhere","keepsQuestionTexts":false}');
  raw.close();

  const database = await openSqlite({ file });
  onTestFinished(() => database.close());

  expect(await database.snapshot(({ settings }) => settings.read(guildId))).toEqual({
    ...defaultGuildSettings,
    sharing: 'nowhere',
    keepsQuestionTexts: false,
  });
});

test('a new file is brought to the newest tables without a backup', async () => {
  const folder = temporaryFolder();

  const database = await openSqlite({ file: join(folder, 'new', 'folder', 'footnote.sqlite') });
  onTestFinished(() => database.close());

  expect(applied(join(folder, 'new', 'folder', 'footnote.sqlite'))).toEqual(
    migrations.map(({ name }) => name),
  );
  expect(readdirSync(join(folder, 'new', 'folder'))).not.toContain('backups');
});

test('before old tables are changed a verified backup of them is made and said', async () => {
  const file = await fileWithADossier();
  const said: string[] = [];
  const say = (_: unknown, message: string) => said.push(message);
  const log = { debug: say, info: say, warn: say, error: say };
  const all = [...migrations, later];

  const database = await openSqlite({ file, log, clock: fakeClock(), migrations: all });
  await database.close();

  const backup = join(file, '..', 'backups', 'footnote-before-9001-20260302T090000Z.sqlite');
  expect(readdirSync(join(file, '..', 'backups'))).toEqual(['footnote-before-9001-20260302T090000Z.sqlite']);
  expect(applied(file)).toEqual(all.map(({ name }) => name));
  expect(applied(backup)).toEqual(migrations.map(({ name }) => name));
  expect(said).toEqual(['database backed up before migrating', 'database migrated']);
  const restored = await openSqlite({ file: backup });
  onTestFinished(() => restored.close());
  expect(await restored.snapshot(({ dossiers }) => dossiers.listShared())).toHaveLength(1);
});

test('a migration that fails leaves the tables and rows as they were', async () => {
  const file = await fileWithADossier();

  const opening = openSqlite({ file, migrations: [...migrations, failing] });

  await expect(opening).rejects.toThrow('a step went wrong');
  const database = await openSqlite({ file });
  onTestFinished(() => database.close());
  expect(await database.snapshot(({ dossiers }) => dossiers.listShared())).toHaveLength(1);
  expect(applied(file)).toEqual(migrations.map(({ name }) => name));
});

test('a file changed by a newer version is refused and stays as it is', async () => {
  const file = await fileWithADossier();
  await (await openSqlite({ file, migrations: [...migrations, later] })).close();

  const opening = openSqlite({ file });

  await expect(opening).rejects.toMatchObject({ code: 'store.newer', parameters: {} });
  expect(applied(file)).toEqual([...migrations, later].map(({ name }) => name));
});

test('processes that start at once on a new file migrate it once', async () => {
  const file = join(temporaryFolder(), 'footnote.sqlite');

  const children = [1, 2, 3].map(() => startChild('write-until-killed.ts', file, '1'));

  expect(await Promise.all(children.map((child) => child.gone))).toEqual([0, 0, 0]);
  expect(applied(file)).toEqual(migrations.map(({ name }) => name));
});
