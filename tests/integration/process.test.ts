import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { startBot } from './bot-process.ts';
import { sureQuestion, textOf } from './running-bot.ts';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-process-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function loopback(): Promise<Loopback> {
  const discord = await startLoopback();
  onTestFinished(() => discord.stop());
  return discord;
}

async function outcomeOf(child: ChildProcess) {
  const [stderr, [exitCode]] = await Promise.all([
    text(child.stderr ?? Readable.from([])),
    once(child, 'exit'),
  ]);
  return { stderr, exitCode };
}

describe('the bot as a process', () => {
  it('answers what it has begun when it is asked to end, then ends well within 10 s', async () => {
    const dataDir = await temporaryFolder();
    const discord = await loopback();
    const child = startBot({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      FOOTNOTE_DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
    });
    await discord.whenReady();
    const other = new DatabaseSync(join(dataDir, 'footnote.sqlite'), { timeout: 30_000 });
    other.exec('begin immediate');
    const asking = discord.as(ids.mia).slash('claim lookup', { query: sureQuestion });
    const deferred = await asking;

    child.kill('SIGTERM');
    other.exec('commit');
    other.close();
    const [settled, [exitCode]] = await Promise.all([deferred.settled(), once(child, 'exit')]);

    expect(textOf(settled.message)).toContain('are salaried by the Iraqi government');
    expect(exitCode).toBe(0);
  });

  it('says in one sentence that the token is missing, and how to add it', async () => {
    const { stderr, exitCode } = await outcomeOf(startBot({}, await temporaryFolder()));

    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('DISCORD_TOKEN is not set: add it to .env');
    expect(exitCode).toBe(2);
  });

  it('says in one sentence that Discord refuses the token, without showing it', async () => {
    const discord = await loopback();
    const wrong = 'canary.wrong.token';

    const { stderr, exitCode } = await outcomeOf(
      startBot({
        DISCORD_TOKEN: wrong,
        DISCORD_API_URL: discord.apiUrl,
        FOOTNOTE_DATA_DIR: await temporaryFolder(),
        LOG_LEVEL: 'warn',
      }),
    );

    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('Discord refuses the token');
    expect(stderr).not.toContain(wrong);
    expect(exitCode).toBe(2);
  });

  it('ends with a failure when Discord closes the connection for good', async () => {
    const discord = await loopback();
    const child = startBot({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      FOOTNOTE_DATA_DIR: await temporaryFolder(),
      LOG_LEVEL: 'error',
    });
    await discord.whenReady();

    discord.faults.closeSockets(4014);
    const { stderr, exitCode } = await outcomeOf(child);

    expect(stderr).toContain('Discord has ended the connection for good (code 4014)');
    expect(exitCode).toBe(1);
  });

  it('says that Discord cannot be reached, and where it looked', async () => {
    const { stderr, exitCode } = await outcomeOf(
      startBot({
        DISCORD_TOKEN: 'a.b.c',
        DISCORD_API_URL: 'http://127.0.0.1:9/api',
        FOOTNOTE_DATA_DIR: await temporaryFolder(),
        LOG_LEVEL: 'error',
      }),
    );

    expect(stderr).toContain('Discord cannot be reached at 127.0.0.1:9');
    expect(exitCode).toBe(1);
  });

  it('refuses data of a newer version and leaves it as it is', async () => {
    const dataDir = await temporaryFolder();
    const first = startBot({
      DISCORD_TOKEN: 'a.b.c',
      DISCORD_API_URL: 'http://127.0.0.1:9/api',
      FOOTNOTE_DATA_DIR: dataDir,
    });
    await outcomeOf(first);
    const database = new DatabaseSync(join(dataDir, 'footnote.sqlite'));
    const table = database.prepare("select name from sqlite_schema where name like '%migration%'").get()?.[
      'name'
    ];
    const columns = database.prepare(`select * from ${table}`).all();
    const [newest] = columns;
    const keys = Object.keys(newest ?? {});
    database
      .prepare(`insert into ${table} (${keys.join(', ')}) values (${keys.map(() => '?').join(', ')})`)
      .run(...keys.map((key) => (typeof newest?.[key] === 'string' ? '9999-from-the-future' : 9999)));
    database.close();

    const { stderr, exitCode } = await outcomeOf(
      startBot({
        DISCORD_TOKEN: 'a.b.c',
        DISCORD_API_URL: 'http://127.0.0.1:9/api',
        FOOTNOTE_DATA_DIR: dataDir,
      }),
    );

    expect(stderr).toContain('written by a newer version of Footnote');
    expect(exitCode).toBe(1);
  });

  it('says which folder cannot be written', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'in-the-way'), '');

    const { stderr, exitCode } = await outcomeOf(
      startBot({
        DISCORD_TOKEN: 'a.b.c',
        DISCORD_API_URL: 'http://127.0.0.1:9/api',
        FOOTNOTE_DATA_DIR: join(folder, 'in-the-way', 'data'),
      }),
    );

    expect(stderr).toContain('cannot be written. Give the bot’s user write access');
    expect(exitCode).toBe(1);
  });

  it('finds no second answer and no lost inquiry after being killed and started again', async () => {
    const dataDir = await temporaryFolder();
    const discord = await loopback();
    const environment = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      FOOTNOTE_DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
    };
    const first = startBot(environment);
    await discord.whenReady();
    const answer = await discord.as(ids.mia).slash('claim lookup', { query: sureQuestion });
    first.kill('SIGKILL');
    await once(first, 'exit');
    const offline = new Promise<void>((done) => {
      if (!discord.botOnline()) done();
      discord.onBotChange((online) => online || done());
    });
    await offline;

    startBot(environment);
    await discord.whenReady();
    discord.faults.redeliver(answer.interactionId);
    await discord.as(ids.noor).slash('help');

    const database = new DatabaseSync(join(dataDir, 'footnote.sqlite'), { readOnly: true });
    const { n } = database.prepare('select count(*) as n from inquiries').get() ?? {};
    database.close();
    expect(n).toBe(1);
  });
});
