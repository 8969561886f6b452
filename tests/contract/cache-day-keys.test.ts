import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openCache } from '../../src/adapters/cache.ts';
import { systemClock } from '../../src/adapters/system-clock.ts';
import { dayAndHour } from '../../src/core/inquiry.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { startChild } from '../fixtures/store/child.ts';
import { someGuild } from '../fixtures/store/example-inquiry.ts';
import { recordingLog } from '../fixtures/store/recording-log.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';

const dayMs = 24 * 3_600_000;
const minuteMs = 60_000;
const today = '2026-03-02';
const tomorrow = '2026-03-03';

function openedKeys(file = join(temporaryFolder(), 'cache.sqlite'), clock = fakeClock()) {
  const { log, said } = recordingLog();
  const keys = openCache({ file, clock, log });
  onTestFinished(() => keys.close());
  return { keys, clock, file, said };
}

const hex = (key: Uint8Array) => Buffer.from(key).toString('hex');

function isOnDisk(file: string, key: Uint8Array): boolean {
  const folder = dirname(file);
  return readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(Buffer.from(key)));
}

test('a server has one key of 32 bytes for a day, and another for every other server and day', async () => {
  const { keys } = openedKeys();
  const [one, two] = [someGuild(), someGuild()];

  const made = [
    await keys.keyOf(one, today),
    await keys.keyOf(one, today),
    await keys.keyOf(two, today),
    await keys.keyOf(one, tomorrow),
  ];

  expect(made.map((key) => key.length)).toEqual([32, 32, 32, 32]);
  expect(new Set(made.map(hex)).size).toBe(3);
  expect(made[0]).toEqual(made[1]);
});

test('a key outlasts a restart within its day', async () => {
  const { keys, file } = openedKeys();
  const guildId = someGuild();
  const before = await keys.keyOf(guildId, today);
  await keys.close();

  const { keys: reopened } = openedKeys(file);

  expect(await reopened.keyOf(guildId, today)).toEqual(before);
});

test('processes that ask at once are given the same key', async () => {
  const { keys, file } = openedKeys(undefined, { ...fakeClock(), now: systemClock.now });
  const guildId = someGuild();
  const { day } = dayAndHour(systemClock.now());

  const others = [1, 2, 3].map(() => startChild('print-day-key.ts', file, guildId, day));
  const own = await keys.keyOf(guildId, day);
  await Promise.all(others.map((child) => child.gone));

  expect(others.flatMap((child) => child.lines)).toEqual([hex(own), hex(own), hex(own)]);
});

test.each([
  { why: 'another key is made on the next day', next: 'keyOf' },
  { why: 'nobody asks any more', next: 'nothing' },
] as const)('no byte of a key is left on the disk when its day is over: $why', async ({ next }) => {
  const { keys, clock, file } = openedKeys();
  const guildId = someGuild();
  const key = await keys.keyOf(guildId, today);
  expect(isOnDisk(file, key)).toBe(true);

  clock.advance(dayMs);
  if (next === 'keyOf') await keys.keyOf(guildId, tomorrow);

  expect(isOnDisk(file, key)).toBe(false);
  expect(await keys.keyOf(guildId, today)).not.toEqual(key);
});

/** Five to midnight: the next sweep comes after the first questions of the new day. */
const lateToday = Date.UTC(2026, 2, 2, 23, 55);

test('the first question of a new day leaves no byte of yesterday’s keys on the disk', async () => {
  const { keys, clock, file } = openedKeys(undefined, fakeClock(lateToday));
  const old = [await keys.keyOf(someGuild(), today), await keys.keyOf(someGuild(), today)];

  clock.advance(6 * minuteMs);
  await keys.keyOf(someGuild(), tomorrow);

  expect(old.map((key) => isOnDisk(file, key))).toEqual([false, false]);
});

test.each([
  { why: 'the first question of the day deleted it', asks: true },
  { why: 'the sweep deleted it', asks: false },
])('a key that a long reading keeps on the disk goes once the reading ends: $why', async ({ asks }) => {
  const { keys, clock, file } = openedKeys(undefined, fakeClock(lateToday));
  const key = await keys.keyOf(someGuild(), today);
  const reader = new DatabaseSync(file);
  onTestFinished(() => reader.close());
  reader.exec('begin; select * from day_keys');

  clock.advance((asks ? 6 : 11) * minuteMs);
  if (asks) await keys.keyOf(someGuild(), tomorrow);
  const whileRead = isOnDisk(file, key);
  reader.exec('rollback');
  clock.advance(10 * minuteMs);

  expect({ whileRead, afterwards: isOnDisk(file, key) }).toEqual({ whileRead: true, afterwards: false });
});

test('a key that another process deleted and did not wipe goes with the next sweep', async () => {
  const { keys, clock, file } = openedKeys(undefined, fakeClock(lateToday));
  const key = await keys.keyOf(someGuild(), today);
  const other = new DatabaseSync(file);
  onTestFinished(() => other.close());
  other.exec('pragma secure_delete = on; delete from day_keys');
  expect(isOnDisk(file, key)).toBe(true);

  clock.advance(10 * minuteMs);

  expect(isOnDisk(file, key)).toBe(false);
});

test('keys of days that went by while no process ran are gone as soon as one starts', async () => {
  const { keys, file } = openedKeys(undefined, fakeClock(lateToday));
  const key = await keys.keyOf(someGuild(), today);
  await keys.close();
  expect(isOnDisk(file, key)).toBe(true);

  openedKeys(file, fakeClock(lateToday + dayMs));

  expect(isOnDisk(file, key)).toBe(false);
});

test('with the file gone wrong a process keeps to one key of its own for the day', async () => {
  const { keys, clock, said } = openedKeys();
  const guildId = someGuild();
  const seenBefore = await keys.keyOf(guildId, today);
  await keys.close();

  const own = [await keys.keyOf(someGuild(), today), await keys.keyOf(guildId, today)];
  clock.advance(dayMs);
  const ofNextDay = [await keys.keyOf(guildId, tomorrow), await keys.keyOf(guildId, tomorrow)];

  expect(own[0]).toHaveLength(32);
  expect(own[1]).toEqual(seenBefore);
  expect(ofNextDay[0]).toEqual(ofNextDay[1]);
  expect(ofNextDay[0]).not.toEqual(seenBefore);
  expect(said).toMatchObject([
    { message: 'the cache does not answer' },
    { message: 'the cache does not answer' },
  ]);
});
