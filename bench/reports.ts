import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqlite } from '../src/adapters/store/sqlite.ts';
import { ChannelId, GuildId } from '../src/core/ids.ts';
import { type Loopback, startLoopback } from '../src/sandbox/loopback.ts';
import { sandboxIds as ids } from '../src/sandbox/plan.ts';
import { startBot, stopBot } from './bot-process.ts';
import { crowdedWorld, memberId } from './crowd.ts';
import { percentile, printTable } from './table.ts';

const hurriedBot = fileURLToPath(new URL('./hurried-bot.ts', import.meta.url));

const members = 200;
const messages = 500;
const reportsOfEach = 10;
const width = 50;
/** The bot's clock goes forward by a good minute after so many reports, which keeps within its limits for servers and members. */
const reportsPerMinute = 40;
const guildId = GuildId.parse(ids.guild);
const moderators = ChannelId.parse(ids.moderators);

/** Measures 5,000 reports of 500 messages by 200 members, 50 at once, and counts what came of them. */
export async function benchReports(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'footnote-bench-'));
  const discord = await startLoopback({ world: crowdedWorld(members), keepRequests: 100 });
  try {
    const { process: first } = await startBot(discord, dataDir, hurriedBot);
    await stopBot(first);
    await chooseModeratorsChannel(dataDir);
    const { process: running } = await startBot(discord, dataDir, hurriedBot);
    const reported = await writeMessages(discord);

    const began = performance.now();
    const { opening, sending } = await reportAll(discord, running, reported);
    const tookMs = performance.now() - began;
    await untilQuiet(dataDir);
    const shownMs = performance.now() - began;
    await stopBot(running);

    const { cases, reports, shown } = await counted(discord, dataDir);
    printTable('5,000 reports of 500 messages by 200 members, 50 at once, through the loopback', [
      timesOf('form opened', opening),
      timesOf('report answered', sending),
    ]);
    printTable('What came of them', [
      {
        'reports a second': ((opening.length / tookMs) * 1000).toFixed(0),
        'all cards up to date after (s)': (shownMs / 1000).toFixed(1),
        'reports kept': reports,
        cases,
        'cards posted': shown.cards,
        'cards that say ×10': shown.right,
      },
    ]);
  } finally {
    await discord.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function timesOf(act: string, latenciesMs: readonly number[]) {
  return {
    act,
    times: latenciesMs.length,
    'p50 (ms)': percentile(latenciesMs, 0.5).toFixed(1),
    'p95 (ms)': percentile(latenciesMs, 0.95).toFixed(1),
    'p99 (ms)': percentile(latenciesMs, 0.99).toFixed(1),
    'longest (ms)': Math.max(...latenciesMs).toFixed(1),
  };
}

async function chooseModeratorsChannel(dataDir: string): Promise<void> {
  const database = await openSqlite({ file: join(dataDir, 'footnote.sqlite') });
  await database.transaction(async ({ settings }) => {
    const chosen = await settings.read(guildId);
    await settings.write(guildId, { ...chosen, moderatorsChannel: moderators });
  });
  await database.close();
}

async function writeMessages(discord: Loopback): Promise<readonly string[]> {
  const written: string[] = [];
  for (let index = 0; index < messages; index += 1) {
    const author = discord.as(memberId(index % members), { guildId });
    written.push(
      (await author.write(`The PMU militias are paid by the Iraqi government, part ${index}.`)).id,
    );
  }
  return written;
}

async function reportAll(discord: Loopback, bot: ChildProcess, reported: readonly string[]) {
  const opening: number[] = [];
  const sending: number[] = [];
  let next = 0;
  const worker = async () => {
    while (next < messages * reportsOfEach) {
      const index = next++;
      if (index % reportsPerMinute === 0) await hurry(bot);
      const member = discord.as(memberId(index % members), { guildId });
      const began = performance.now();
      const form = await member.menu(
        'Flag contested post',
        reported[Math.floor(index / reportsOfEach)] ?? '',
      );
      const opened = performance.now();
      if (form.kind !== 'modal')
        throw new Error(`no form was opened: ${JSON.stringify(form.message?.components)}`);
      const answer = await member.submit(form, { reason: 'misleading' });
      if (answer.kind !== 'message')
        throw new Error(`the report was not answered: ${answer.failure ?? answer.kind}`);
      opening.push(opened - began);
      sending.push(performance.now() - opened);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return { opening, sending };
}

/** Moves the bot's clock on by a good minute. */
async function hurry(bot: ChildProcess): Promise<void> {
  const ahead = once(bot, 'message');
  bot.send(62_000);
  await ahead;
}

/** Resolves when nothing waits to be sent. */
async function untilQuiet(dataDir: string): Promise<void> {
  const database = await openSqlite({ file: join(dataDir, 'footnote.sqlite'), readOnly: true });
  for (;;) {
    const due = await database.snapshot(({ outbox }) => outbox.nextDue());
    if (due === null) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await database.close();
}

async function counted(discord: Loopback, dataDir: string) {
  const database = await openSqlite({ file: join(dataDir, 'footnote.sqlite'), readOnly: true });
  const { total, reports } = await database.snapshot(async ({ cases }) => {
    const page = await cases.page(guildId, { states: [] }, messages * 2, 0);
    let kept = 0;
    for (const { id } of page.cases) kept += (await cases.reports(guildId, id)).length;
    return { total: page.total, reports: kept };
  });
  await database.close();
  const cards = discord.world.messages
    .inChannel(ids.moderators)
    .map(({ message }) => JSON.stringify(message));
  return {
    cases: total,
    reports,
    shown: { cards: cards.length, right: cards.filter((card) => card.includes(`×${reportsOfEach}`)).length },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchReports();
