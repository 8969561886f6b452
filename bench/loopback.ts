import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Loopback, startLoopback } from '../src/sandbox/loopback.ts';
import { sandboxIds, sandboxPlan, type WorldPlan } from '../src/sandbox/plan.ts';
import { percentile, printTable } from './table.ts';

const bot = fileURLToPath(new URL('../bin/footnote.mjs', import.meta.url));
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

/** As `npm start` does it: a small heap is swept sooner, which saves a third of the memory under load. */
const nodeFlags = ['--max-semi-space-size=4', '--max-old-space-size=1024'];

/** Measures `/claim lookup` end to end: the bot as a process of its own, Discord played by this one. */
export async function benchLoopback(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'footnote-bench-'));
  const discord = await startLoopback({ world: crowdedWorld(), keepRequests: 100 });
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

function crowdedWorld(): WorldPlan {
  const [first, ...others] = sandboxPlan.guilds;
  if (first === undefined) throw new RangeError('the sandbox plan has no server');
  const crowd = Array.from({ length: memberCount }, (_, index) => ({
    id: memberId(index),
    name: `Member ${index}`,
  }));
  return { ...sandboxPlan, guilds: [{ ...first, members: [...first.members, ...crowd] }, ...others] };
}

function memberId(index: number): string {
  return String(1_290_000_000_000_100_000n + BigInt(index));
}

async function startBot(
  discord: Loopback,
  dataDir: string,
): Promise<{ process: ChildProcess; readyMs: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, bot], {
    env: {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      FOOTNOTE_DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`the bot ended with code ${code} before it was ready`)));
  });
  ended.catch(() => {});
  await Promise.race([discord.whenReady(), ended]);
  return { process: child, readyMs: performance.now() - began };
}

async function stopBot(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
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

/** Processor time of a process so far, in ms (Linux counts it in ticks of 10 ms). */
async function cpuMs(child: ChildProcess): Promise<number> {
  const fields = (await readFile(`/proc/${child.pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function memoryKb(child: ChildProcess, field: string): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchLoopback();
