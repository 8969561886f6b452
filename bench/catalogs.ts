/**
 * How long a question waits after a change of one dossier among 100,000 claims, and how long a start takes with the index out of a
 * file and without. On a busy machine the time of the processor says more; it counts all threads.
 *
 *     node bench/catalogs.ts [--claims N] [--sizes N,N,…]
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openIndexFiles } from '../src/adapters/index-files.ts';
import { openSqlite } from '../src/adapters/store/sqlite.ts';
import { systemClock } from '../src/adapters/system-clock.ts';
import { ClaimKey, DossierSlug } from '../src/core/claim.ts';
import type { Dossier } from '../src/core/dossier.ts';
import { ClaimId, DossierId, NoteId } from '../src/core/ids.ts';
import { buildClaimIndex, indexFromSnapshot } from '../src/core/matching/claim-index.ts';
import type { Database } from '../src/ports/stores.ts';
import { indexedClaims } from '../src/services/dossiers/catalog.ts';
import { openCatalogs } from '../src/services/dossiers/catalogs.ts';
import { generatedClaims, sizedClaims } from './matching/sized-claims.ts';
import { percentile, printTable } from './table.ts';

const claimsOfDossier = 20;
const changes = 20;
const log = { debug: () => {}, info: () => {}, warn: console.warn, error: console.error };

/** Measures a store of so many claims, twenty a dossier, each with a note, and prints what a question waits for. */
async function benchCatalogs(claims = 100_000): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-bench-'));
  try {
    const file = join(folder, 'footnote.sqlite');
    const dossiers = madeDossiers(claims);
    await fill(file, dossiers);
    const indexes = join(folder, 'indexes');
    const rows = [
      ...(await start(file, indexes, 'start without a file')),
      ...(await start(file, indexes, 'start with a file')),
      ...(await changing(file, indexes, dossiers)),
    ];
    printTable(`Catalog of ${claims} claims in ${dossiers.length} dossiers`, rows);
    const { size } = await stat(join(indexes, 'shared.index'));
    console.log(`The file: ${(size / 2 ** 20).toFixed(1)} MiB`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** From which size on reading an index is worth a file. */
function benchSizes(sizes: readonly number[]): void {
  const dossiers = madeDossiers(Math.max(...sizes));
  const rows = sizes.map((size) => {
    const claims = Array.from(indexedClaims(dossiers.slice(0, size / claimsOfDossier)));
    const bytes = buildClaimIndex(claims).snapshot();
    return {
      claims: size,
      'build (ms)': quickest(() => buildClaimIndex(claims)).toFixed(1),
      'out of bytes (ms)': quickest(() => indexFromSnapshot(bytes, claims)).toFixed(1),
      'to bytes (ms)': quickest(() => buildClaimIndex(claims).snapshot()).toFixed(1),
      KiB: Math.round(bytes.length / 1024),
    };
  });
  printTable('An index built, and out of bytes', rows);
}

/** A start: the dossiers read from the store by themselves, the index by itself, then everything up to the first answer. */
async function start(file: string, folder: string, what: string) {
  const database = await openSqlite({ file });
  const files = openIndexFiles(folder, log);
  let dossiers: readonly Dossier[] = [];
  const reading = await timed(async () => {
    dossiers = await database.snapshot((stores) => stores.dossiers.listShared());
  });
  const index = await timed(async () => {
    const bytes = await files.read('shared');
    const claims = Array.from(indexedClaims(dossiers));
    if (bytes === null) buildClaimIndex(claims);
    else indexFromSnapshot(bytes, claims);
  });
  const catalogs = openCatalogs({ database, clock: systemClock, indexFiles: files });
  const all = await timed(async () => (await catalogs.of(null)).index.lookUp('an early question', 5));
  const writing = await timed(() => catalogs.save(0));
  await database.close();
  return [
    row(`${what}: reading dossiers`, [reading]),
    row(`${what}: the index`, [index]),
    row(`${what}: everything, up to the first answer`, [all]),
    row(`${what}: writing the file, where it differs`, [writing]),
  ];
}

/** Changes of a dossier, one after the other, and the next look-up after each. */
async function changing(file: string, folder: string, dossiers: readonly Dossier[]) {
  const database = await openSqlite({ file });
  const indexFiles = openIndexFiles(folder, log);
  const catalogs = openCatalogs({ database, clock: systemClock, indexFiles });
  (await catalogs.of(null)).index.lookUp('a question before it', 5);
  const waits: Taken[] = [];
  for (const [at, dossier] of dossiers.slice(0, changes).entries()) {
    const claims = dossier.claims.map((claim, place) =>
      place === 0 ? { ...claim, quote: `${claim.quote} changed` } : claim,
    );
    const status = at % 5 === 4 ? 'archived' : 'published';
    await save(database, [{ ...dossier, version: 2, status, claims }]);
    catalogs.changed();
    waits.push(await timed(async () => (await catalogs.of(null)).index.lookUp('a question after it', 5)));
  }
  await database.close();
  return [row('one dossier changed: up to the next answer', waits)];
}

/** How long something took, and what the processor did for it meanwhile; in ms. */
type Taken = { readonly tookMs: number; readonly workedMs: number };

function row(what: string, taken: readonly Taken[]) {
  const ms = (share: number, of: (one: Taken) => number) => percentile(taken.map(of), share).toFixed(1);
  return {
    what,
    times: taken.length,
    'p50 (ms)': ms(0.5, ({ tookMs }) => tookMs),
    'longest (ms)': ms(1, ({ tookMs }) => tookMs),
    'p50 of processor (ms)': ms(0.5, ({ workedMs }) => workedMs),
    'memory (MiB)': Math.round(process.memoryUsage().rss / 2 ** 20),
  };
}

function madeDossiers(claims: number): readonly Dossier[] {
  const texts = sizedClaims(generatedClaims(13_824), claims);
  let made = 0;
  const id = () => {
    made += 1;
    return String(made).padStart(12, '0');
  };
  return Array.from({ length: Math.ceil(claims / claimsOfDossier) }, (_, at): Dossier => {
    const own = texts.slice(at * claimsOfDossier, (at + 1) * claimsOfDossier);
    const text = own.map((claim) => claim.text).join('\n');
    return {
      id: DossierId.parse(id()),
      guildId: null,
      sample: false,
      slug: DossierSlug.parse(`dossier-${at}`),
      title: own[0]?.title ?? '',
      language: 'en',
      status: 'published',
      version: 1,
      changedAt: 1,
      post: { text, author: null, date: null, url: null, remarks: null },
      summary: { text: '', madeBy: { by: 'extractive' } },
      claims: own.map((claim, place) => ({
        id: ClaimId.parse(id()),
        key: ClaimKey.parse(`c${place + 1}`),
        quote: claim.text,
        start: 0,
        end: claim.text.length,
        gist: '',
        kind: 'factual',
        notes: [{ id: NoteId.parse(id()), type: 'dispute', text: claim.title, url: null }],
      })),
    };
  });
}

async function fill(file: string, dossiers: readonly Dossier[]): Promise<void> {
  const database = await openSqlite({ file });
  await save(database, dossiers);
  await database.close();
}

function save(database: Database, dossiers: readonly Dossier[]): Promise<void> {
  return database.transaction(async (stores) => {
    for (const dossier of dossiers) await stores.dossiers.save(dossier);
  });
}

async function timed(act: () => Promise<unknown>): Promise<Taken> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await act();
  const { user, system } = process.cpuUsage(used);
  return { tookMs: performance.now() - began, workedMs: (user + system) / 1_000 };
}

/** The quickest of three, in ms. */
function quickest(act: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const began = performance.now();
    act();
    return performance.now() - began;
  });
  return Math.min(...times);
}

const { values } = parseArgs({ options: { claims: { type: 'string' }, sizes: { type: 'string' } } });
benchSizes((values.sizes ?? '20,100,500,1000,2000,5000').split(',').map(Number));
await benchCatalogs(Number(values.claims ?? 100_000));
