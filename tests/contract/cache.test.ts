import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openCache } from '../../src/adapters/cache.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { recordingLog } from '../fixtures/store/recording-log.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

function openedCache(file = join(temporaryFolder(), 'cache.sqlite')) {
  const clock = fakeClock();
  const { log, said } = recordingLog();
  const cache = openCache({ file, clock, log });
  onTestFinished(() => cache.close());
  return { cache, clock, said, file };
}

function entriesIn(file: string): number {
  const raw = new DatabaseSync(file, { readOnly: true });
  const row = raw.prepare('select count(*) as entries from entries').get();
  raw.close();
  return Number(row?.entries);
}

test('a value lives for its time by the given clock and not a millisecond longer', async () => {
  const { cache, clock } = openedCache();
  await cache.set('key', { page: 2 }, 1_000);

  clock.advance(999);
  const before = await cache.get('key');
  clock.advance(1);
  const after = await cache.get('key');

  expect({ before, after }).toEqual({ before: { page: 2 }, after: undefined });
});

test('a deleted value is gone', async () => {
  const { cache } = openedCache();
  await cache.set('key', 1, 1_000);

  await cache.delete('key');

  expect(await cache.get('key')).toBeUndefined();
});

test('values outlast a restart', async () => {
  const { cache, file } = openedCache();
  await cache.set('key', 'kept', 1_000);
  await cache.close();

  const { cache: reopened } = openedCache(file);

  expect(await reopened.get('key')).toBe('kept');
});

test('what has expired is swept from the file now and then', async () => {
  const { cache, clock, file } = openedCache();
  await cache.set('short', 1, 1_000);
  await cache.set('long', 2, 3_600_000);

  clock.advance(600_000);

  expect(entriesIn(file)).toBe(1);
  expect(await cache.get('long')).toBe(2);
});

test('a closed cache answers nothing, throws nothing and says so once a minute', async () => {
  const { cache, clock, said } = openedCache();
  await cache.close();

  const attempt = async () => [
    await cache.set('key', 1, 1_000),
    await cache.get('key'),
    await cache.delete('key'),
  ];

  expect(await attempt()).toEqual([undefined, undefined, undefined]);
  clock.advance(60_000);
  await attempt();
  expect(said.map(({ message }) => message)).toEqual([
    'the cache does not answer',
    'the cache does not answer',
  ]);
  expect(said.map(({ facts }) => facts.failures)).toEqual([1, 3]);
});

test('a file that is no cache is made anew', async () => {
  const file = join(temporaryFolder(), 'cache.sqlite');
  writeFileSync(file, 'this is a letter, not a cache. '.repeat(200));

  const { cache, said } = openedCache(file);
  await cache.set('key', 1, 1_000);

  expect(await cache.get('key')).toBe(1);
  expect(said).toEqual([{ facts: {}, message: 'the cache file was damaged and is made anew' }]);
  expect(entriesIn(file)).toBe(1);
});

test('a cache damaged while it is not open forgets and goes on', async () => {
  const { cache, file } = openedCache();
  await cache.set('key', 1, 1_000);
  await cache.close();
  const bytes = readFileSync(file).fill(0xaa, 4_096);
  writeFileSync(file, bytes);
  const { cache: reopened } = openedCache(file);

  const first = await reopened.get('key');
  await reopened.set('key', 2, 1_000);

  expect([first, await reopened.get('key')]).toEqual([undefined, 2]);
});

test('where no file can be, the cache lives in memory and says so', async () => {
  const plain = join(temporaryFolder(), 'plain');
  writeFileSync(plain, '');

  const { cache, said } = openedCache(join(plain, 'cache.sqlite'));
  await cache.set('key', 1, 1_000);

  expect(await cache.get('key')).toBe(1);
  expect(said.map(({ message }) => message)).toEqual([
    'the cache file cannot be opened; the cache lives in memory',
  ]);
  expect(statSync(plain).size).toBe(0);
});

test('a file that another process holds is passed over soon', async () => {
  const { cache, file, said } = openedCache();
  const holder = new DatabaseSync(file);
  onTestFinished(() => holder.close());
  holder.exec('begin immediate');

  const startedAt = performance.now();
  await cache.set('key', 1, 1_000);
  const tookMs = performance.now() - startedAt;

  expect(said).toMatchObject([{ facts: { failures: 1, code: 5 } }]);
  expect(tookMs).toBeLessThan(1_500);
  holder.exec('rollback');
  await cache.set('key', 2, 1_000);
  expect(await cache.get('key')).toBe(2);
});
