import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openIndexFiles } from '../../src/adapters/index-files.ts';
import { openSqlite, type SqliteDatabase } from '../../src/adapters/store/sqlite.ts';
import { DossierSlug } from '../../src/core/claim.ts';
import type { Dossier } from '../../src/core/dossier.ts';
import { GuildId, MessageId, UserId } from '../../src/core/ids.ts';
import type { IndexFiles } from '../../src/ports/index-files.ts';
import { openCatalogs } from '../../src/services/dossiers/catalogs.ts';
import { exampleDossier } from '../fakes/example-dossier.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { someChannel } from '../fixtures/store/example-case.ts';
import { largeDossier } from '../fixtures/store/large-dossier.ts';
import { recordingLog } from '../fixtures/store/recording-log.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

const guildId = GuildId.parse('300000000000000001');
const author = UserId.parse('300000000000000003');
/** A word that stands in one post alone. */
const telling = 'quaternionensalat';
const minute = 60_000;

/** A small one of a server, made from a message of the author's. */
function telltale(): Dossier {
  const [claim] = exampleDossier().claims;
  if (claim === undefined) throw new Error('the example has claims');
  const quote = `The ${telling} was served cold.`;
  return exampleDossier({
    guildId,
    slug: DossierSlug.parse('telltale'),
    post: { text: quote, author: null, date: null, url: null, remarks: null },
    claims: [{ ...claim, quote, start: 0, end: quote.length, gist: '', notes: [] }],
  });
}

async function arranged() {
  const folder = temporaryFolder();
  const { log, said } = recordingLog();
  const clock = fakeClock();
  const indexes = join(folder, 'indexes');
  const files = openIndexFiles(indexes, log);
  const opened = async () => {
    const database = await openSqlite({ file: join(folder, 'footnote.sqlite') });
    onTestFinished(() => database.close());
    return database;
  };
  const database = await opened();
  return {
    database,
    otherProcess: opened,
    clock,
    said,
    files,
    indexes,
    catalogs: openCatalogs({ database, clock, indexFiles: files }),
    /** Another process, which has read nothing yet. */
    restarted: () => openCatalogs({ database, clock, indexFiles: files }),
    inFiles: (text: string) =>
      names(indexes).filter((name) => {
        const bytes = readFileSync(join(indexes, name));
        return bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'));
      }),
  };
}

function names(folder: string): readonly string[] {
  return readdirSync(folder).toSorted();
}

function publish(database: SqliteDatabase, dossier: Dossier): Promise<void> {
  return database.transaction(async ({ dossiers, origins }) => {
    await dossiers.save(dossier);
    if (dossier.guildId === null) return;
    const messageId = MessageId.parse(String(someChannel()));
    const made = { dossierId: dossier.id, guildId: dossier.guildId, messageId, authorId: author };
    await origins.add({ ...made, channelId: someChannel(), parentId: null });
  });
}

test('a large index is written once it has rested, and not again while it stays as it is', async () => {
  const { database, catalogs, clock, indexes } = await arranged();
  await publish(database, largeDossier());
  await catalogs.of(null);

  const atOnce = await catalogs.save(3 * minute);
  clock.advance(3 * minute);
  const rested = await catalogs.save(3 * minute);
  const again = await catalogs.save(3 * minute);

  expect([atOnce, rested, again]).toEqual([0, 1, 0]);
  expect(names(indexes)).toEqual(['shared.index']);
});

test('an index that was read back answers as the one that was written', async () => {
  const { database, catalogs, restarted, files } = await arranged();
  await publish(database, largeDossier());
  const built = await catalogs.of(null);
  await catalogs.save(0);
  const reads: (string | null)[] = [];
  const read: IndexFiles['read'] = async (name) => {
    const bytes = await files.read(name);
    reads.push(bytes === null ? null : name);
    return bytes;
  };
  const later = openCatalogs({ database, clock: fakeClock(), indexFiles: { ...files, read } });

  const back = await later.of(null);

  expect(reads).toEqual(['shared']);
  for (const asked of ['inspected bridge 77', 'river', 'insp'])
    expect(back.index.rank(asked, 9)).toEqual(built.index.rank(asked, 9));
  expect((await restarted().of(null)).suggest('', 3)).toEqual(built.suggest('', 3));
});

test.each([
  { how: 'cut off', spoil: (path: string) => truncateSync(path, 1_000) },
  { how: 'empty', spoil: (path: string) => truncateSync(path, 0) },
  { how: 'of something else', spoil: (path: string) => writeFileSync(path, 'not an index') },
])('a file that is $how is no failure: the index is built, and the file goes', async ({ spoil }) => {
  const { database, catalogs, restarted, indexes } = await arranged();
  await publish(database, largeDossier());
  const built = await catalogs.of(null);
  await catalogs.save(0);
  spoil(join(indexes, 'shared.index'));

  const back = await restarted().of(null);

  expect(back.index.rank('inspected bridge 77', 9)).toEqual(built.index.rank('inspected bridge 77', 9));
  expect(names(indexes)).toEqual([]);
});

test('where a file cannot be read or written, the log says so and everything goes on', async () => {
  const { database, catalogs, said, indexes } = await arranged();
  await publish(database, largeDossier());
  mkdirSync(join(indexes, 'shared.index', 'in the way'), { recursive: true });

  const { index } = await catalogs.of(null);
  const saved = await catalogs.save(0);

  expect(index.size).toBe(1_100);
  expect(saved).toBe(0);
  expect(said.map(({ message }) => message)).toEqual([
    'an index file could not be read',
    'an index file could not be written',
  ]);
  expect(names(indexes)).toEqual(['shared.index']);
});

test('a file of other claims is not used, and goes', async () => {
  const { database, catalogs, restarted, indexes } = await arranged();
  const dossier = largeDossier();
  await publish(database, dossier);
  await catalogs.of(null);
  await catalogs.save(0);
  await publish(database, { ...dossier, version: 2, claims: dossier.claims.slice(1) });

  const { index } = await restarted().of(null);

  expect(index.size).toBe(1_099);
  expect(names(indexes)).toEqual([]);
});

test('what was half-written, and what belongs to no server any more, goes at the next start', async () => {
  const { database, catalogs, restarted, indexes } = await arranged();
  await publish(database, largeDossier());
  await catalogs.of(null);
  await catalogs.save(0);
  writeFileSync(join(indexes, 'shared-1.part'), telling);
  writeFileSync(join(indexes, `${guildId}.index`), telling);

  await restarted().openSaved();

  expect(names(indexes)).toEqual(['shared.index']);
});

test('the words of an erased member are in no index file, nor in one that is written afterwards', async () => {
  const { database, catalogs, clock, inFiles } = await arranged();
  await publish(database, largeDossier());
  await publish(database, telltale());
  await catalogs.of(guildId);
  await catalogs.save(0);
  expect(inFiles(telling)).toEqual([`${guildId}.index`]);

  await database.transaction(({ members }) => members.erase(author));
  catalogs.changed();
  await catalogs.removeFiles();

  expect(inFiles(telling)).toEqual([]);
  await catalogs.of(guildId);
  clock.advance(minute);
  expect(await catalogs.save(0)).toBeGreaterThan(0);
  expect(inFiles('inspected')).toContain(`${guildId}.index`);
  expect(inFiles(telling)).toEqual([]);
});

test('a file written while another process erases a member does not stay', async () => {
  const { database, otherProcess, clock, files, indexes } = await arranged();
  const there = await otherProcess();
  await publish(database, largeDossier());
  await publish(database, telltale());
  const erasing: IndexFiles['write'] = async (name, bytes) => {
    await there.transaction(({ members }) => members.erase(author));
    return files.write(name, bytes);
  };
  const catalogs = openCatalogs({ database, clock, indexFiles: { ...files, write: erasing } });
  await catalogs.of(guildId);

  const saved = await catalogs.save(0);

  expect(saved).toBe(0);
  expect(names(indexes)).toEqual([]);
});
