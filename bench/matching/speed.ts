/**
 * How fast claims are found and how much memory that takes, beside the peers, in one run; prints a table and keeps what the plot needs.
 *
 *     node bench/matching/speed.ts [--quick | --million] [--data FOLDER]
 */
import { progressBar } from '../progress.ts';
import { printTable } from '../table.ts';
import { runApart } from './apart.ts';
import { dataFolder } from './collections.ts';
import { ENGINE_NAMES, type EngineName } from './engines.ts';
import { keep } from './kept.ts';
import type { SpeedRow, SpeedTask, TooSlow } from './speed-of-engine.ts';

const MILLION = 1_000_000;
const SIZES = [1_000, 13_824, 100_000] as const;
const QUICK_SIZES = [1_000, 4_000] as const;

/** What an engine may take at one size. A heap of 12 GB holds a million claims in any of them that is quick enough. */
const ALLOWANCE = { heapMb: 12_288, mostMs: 4 * 60_000 };

/** Measures every engine at every size, each in a process of its own, one after another. */
export async function benchMatching(
  sizes: readonly number[] = SIZES,
  folder = dataFolder() ?? null,
): Promise<void> {
  const progress = progressBar('Speed');
  const rows: SpeedRow[] = [];
  const leftOut = new Map<EngineName, string>();
  for (const [at, claims] of sizes.entries()) {
    for (const [place, engine] of ENGINE_NAMES.entries()) {
      await progress.say(`${engine}, ${claims} claims`, (at + place / ENGINE_NAMES.length) / sizes.length);
      if (leftOut.has(engine)) continue;
      const outcome = await measured({ folder, engine, claims });
      if ('engine' in outcome) rows.push(outcome);
      else leftOut.set(engine, `from ${claims.toLocaleString('en')} claims on: ${outcome.tooSlow}`);
    }
  }
  await progress.done();
  printTable(
    'Times in milliseconds; ratios of p95 to ours at the same size',
    rows.map((row) => shown(row, rows)),
  );
  for (const [engine, why] of leftOut) console.log(`${engine} is left out ${why}.`);
  keep('speed', rows);
}

async function measured(task: SpeedTask): Promise<SpeedRow | TooSlow> {
  const script = new URL('./speed-of-engine.ts', import.meta.url);
  const outcome = await runApart<SpeedRow | TooSlow>(script, task, ALLOWANCE);
  return 'result' in outcome ? outcome.result : { tooSlow: outcome.failure };
}

function shown(row: SpeedRow, rows: readonly SpeedRow[]) {
  const { engine, claims, lookUp, typing, buildMs, loadMs, savedBytes, indexBytes, heldBytes } = row;
  const ours = rows.find((other) => other.engine === 'Footnote' && other.claims === claims) ?? row;
  return {
    claims,
    engine,
    p50: rounded(lookUp.p50),
    p95: rounded(lookUp.p95),
    p99: rounded(lookUp.p99),
    ratio: rounded(lookUp.p95 / ours.lookUp.p95),
    'typing p50': rounded(typing.p50),
    'typing p95': rounded(typing.p95),
    'typing p99': rounded(typing.p99),
    'typing ratio': rounded(typing.p95 / ours.typing.p95),
    'build s': rounded(buildMs / 1_000),
    'load s': loadMs === null ? '–' : rounded(loadMs / 1_000),
    'saved B a claim': savedBytes === null ? '–' : Math.round(savedBytes / claims),
    'index B a claim': Math.round(indexBytes / claims),
    'all B a claim': Math.round(heldBytes / claims),
  };
}

function rounded(number: number): number {
  return Number(number.toPrecision(3));
}

function sizesAsked(args: readonly string[]): readonly number[] {
  if (args.includes('--quick')) return QUICK_SIZES;
  return args.includes('--million') ? [...SIZES, MILLION] : SIZES;
}

if (import.meta.main) await benchMatching(sizesAsked(process.argv));
