import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Loopback, startLoopback } from '../src/sandbox/loopback.ts';
import { sandboxIds } from '../src/sandbox/plan.ts';
import { cpuMs, memoryKb, startBot, stopBot } from './bot-process.ts';
import { crowdedWorld, memberId } from './crowd.ts';
import { percentile, printTable } from './table.ts';

const memberCount = 6_000;
const questions = [
  'who pays the militias',
  'are the PMU part of the Iraqi army',
  'did western air strikes help them',
  'are they loyal to Iran',
  'is the footage real',
  'how big are they compared to Hezbollah',
  'best pasta recipe',
  'what did the 2003 invasion lead to',
];

type Measured = { readonly latenciesMs: number[]; readonly tookMs: number; readonly cpuMs: number };

/** Measures `/claim lookup` end to end: the bot as a process of its own, Discord played by this one. */
export async function benchLoopback(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'footnote-bench-'));
  const discord = await startLoopback({ world: crowdedWorld(memberCount), keepRequests: 100 });
  try {
    const starts: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const { process: started, readyMs } = await startBot(discord, dataDir);
      starts.push(readyMs);
      await stopBot(started);
    }
    const { process: running } = await startBot(discord, dataDir);
    await askInTurn(discord, 300, 0);
    const sequential = await measured(running, () => askInTurn(discord, 500, 300));
    const concurrent = await measured(running, () => askAtOnce(discord, 4_000, 50, 1_000));
    const residentMb = (await memoryKb(running, 'VmRSS')) / 1024;
    const peakMb = (await memoryKb(running, 'VmHWM')) / 1024;
    await stopBot(running);

    printTable('/claim lookup through the loopback (bot and Discord as two processes on one machine)', [
      row('one at a time', sequential),
      row('50 at once', concurrent),
    ]);
    printTable('The bot as a process', [
      {
        'start to READY, median of 5 (ms)': percentile(starts, 0.5).toFixed(0),
        'resident (MB)': residentMb.toFixed(0),
        'peak resident (MB)': peakMb.toFixed(0),
      },
    ]);
  } finally {
    await discord.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function row(load: string, { latenciesMs, tookMs, cpuMs }: Measured) {
  const perSecond = (latenciesMs.length / tookMs) * 1000;
  return {
    load,
    lookups: latenciesMs.length,
    'p50 (ms)': percentile(latenciesMs, 0.5).toFixed(2),
    'p95 (ms)': percentile(latenciesMs, 0.95).toFixed(2),
    'p99 (ms)': percentile(latenciesMs, 0.99).toFixed(2),
    'per second': perSecond.toFixed(0),
    'per second of one core': ((latenciesMs.length / cpuMs) * 1000).toFixed(0),
  };
}

async function ask(discord: Loopback, index: number): Promise<number> {
  const member = discord.as(memberId(index % memberCount), { guildId: sandboxIds.guild });
  const began = performance.now();
  const answer = await member.slash('claim lookup', { query: questions[index % questions.length] ?? '' });
  if (answer.kind !== 'message') throw new Error(`the bot did not answer: ${answer.failure ?? answer.kind}`);
  return performance.now() - began;
}

async function askInTurn(discord: Loopback, count: number, from: number): Promise<number[]> {
  const latencies: number[] = [];
  for (let index = from; index < from + count; index += 1) latencies.push(await ask(discord, index));
  return latencies;
}

async function askAtOnce(discord: Loopback, count: number, width: number, from: number): Promise<number[]> {
  const latencies: number[] = [];
  let next = from;
  const worker = async () => {
    while (next < from + count) latencies.push(await ask(discord, next++));
  };
  await Promise.all(Array.from({ length: width }, worker));
  return latencies;
}

async function measured(child: ChildProcess, work: () => Promise<number[]>): Promise<Measured> {
  const [cpuBefore, began] = [await cpuMs(child), performance.now()];
  const latenciesMs = await work();
  return { latenciesMs, tookMs: performance.now() - began, cpuMs: (await cpuMs(child)) - cpuBefore };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchLoopback();
