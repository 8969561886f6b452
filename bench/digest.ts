import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openSqlite } from '../src/adapters/store/sqlite.ts';
import { systemClock } from '../src/adapters/system-clock.ts';
import { daysAfter } from '../src/core/digest-period.ts';
import { noIndexFiles } from '../src/ports/index-files.ts';
import { makeDigest } from '../src/services/digest/make-digest.ts';
import { unansweredGroups } from '../src/services/digest/unanswered-groups.ts';
import { openCatalogs } from '../src/services/dossiers/catalogs.ts';
import { filled, serverOf } from './digest-shape.ts';
import { fillStore } from './digest-store.ts';
import { progressBar } from './progress.ts';
import { percentile, printTable } from './table.ts';

const inquiries = 10_000_000;
const cold = 5;
const warm = 20;
const guildId = serverOf(0);
const clock = { ...systemClock, now: () => filled.nowMs };

/**
 * Measures the digest of the busiest of a thousand servers in a store with ten million inquiries, and how long nothing else
 * can run meanwhile. Cold is the first of a newly opened file; the claims are in memory in both.
 *
 * @param count - how many inquiries; fewer to try it out
 */
export async function benchDigest(count = inquiries): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-bench-'));
  try {
    const file = join(folder, 'footnote.sqlite');
    const began = performance.now();
    await fillStore(file, count, progressBar('filling a store'));
    const seconds = Math.round((performance.now() - began) / 1000);
    const gigabytes = ((await stat(file)).size / 2 ** 30).toFixed(1);
    await measure(
      file,
      `Digest of the busiest server; ${count} inquiries in ${gigabytes} GiB (filled in ${seconds} s)`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Measures digests of a filled file and prints them under a heading. */
async function measure(file: string, heading: string): Promise<void> {
  const rows = [];
  for (const days of [7, 365]) {
    const [first, later]: [Taken[], Taken[]] = [[], []];
    for (let round = 0; round < cold; round += 1) {
      const opened = await open(file);
      first.push(await timed(() => opened.digest(days)));
      if (round === 0)
        for (let again = 0; again < warm; again += 1) later.push(await timed(() => opened.digest(days)));
      await opened.close();
    }
    const grouping = await open(file);
    const groups: Taken[] = [];
    for (let again = 0; again < cold; again += 1) groups.push(await timed(() => grouping.groups(days)));
    await grouping.close();
    rows.push(
      timesOf(`${days} days, cold`, first),
      timesOf(`${days} days, warm`, later),
      timesOf(`${days} days: grouping of unanswered questions alone`, groups),
    );
  }
  printTable(heading, rows);
}

async function open(file: string) {
  const database = await openSqlite({ file, clock });
  const catalogs = openCatalogs({ database, clock, indexFiles: noIndexFiles });
  const deps = { database, catalogs, clock };
  await catalogs.of(guildId);
  const wanted = (days: number) => ({ length: null, since: daysAfter(filled.today, 1 - days), until: null });
  return {
    digest: (days: number) => makeDigest(deps, { guildId, wanted: wanted(days) }),
    groups: (days: number) =>
      unansweredGroups(deps, { guildId, fromDay: daysAfter(filled.today, 1 - days), toDay: filled.today }),
    close: () => database.close(),
  };
}

/** How long something took, and the longest nothing else could run meanwhile; in ms. */
type Taken = { readonly tookMs: number; readonly blockedMs: number };

async function timed(act: () => Promise<unknown>): Promise<Taken> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  await tick();
  delays.reset();
  const began = performance.now();
  await act();
  const tookMs = performance.now() - began;
  await tick();
  delays.disable();
  return { tookMs, blockedMs: delays.max / 1e6 };
}

function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

function timesOf(what: string, taken: readonly Taken[]) {
  const times = taken.map(({ tookMs }) => tookMs);
  return {
    what,
    times: times.length,
    'p50 (ms)': percentile(times, 0.5).toFixed(1),
    'p95 (ms)': percentile(times, 0.95).toFixed(1),
    'longest block (ms)': Math.max(...taken.map(({ blockedMs }) => blockedMs)).toFixed(1),
  };
}

if (import.meta.main) await benchDigest(Number(process.argv[2] ?? inquiries));
