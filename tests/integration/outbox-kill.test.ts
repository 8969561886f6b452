import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../config/schema.ts';
import { openLog } from '../../src/adapters/log.ts';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { buildApp, databaseFile } from '../../src/app.ts';
import { defaultGuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId, GuildId } from '../../src/core/ids.ts';
import type { Stores } from '../../src/ports/stores.ts';
import { type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds as ids } from '../../src/sandbox/plan.ts';
import { outboxLeaseMs } from '../../src/services/outbox.ts';
import { assertClean } from '../fakes/discord-oracle.ts';
import { fakeClock } from '../fakes/fake-clock.ts';
import { buttonsTo } from './running-bot.ts';

const root = resolve(import.meta.dirname, '../..');
const soon = { timeout: 15_000, interval: 20 };
const posting = `POST /channels/${ids.moderators}/messages`;

/** The bot as a process of its own, on a loopback Discord, with a moderators' channel. */
async function botProcess() {
  const dataDir = await mkdtemp(join(tmpdir(), 'footnote-kill-'));
  const discord = await startLoopback();
  const environment = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    FOOTNOTE_DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, [join(root, 'bin/footnote.mjs')], { env: environment });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await discord.stop();
    await rm(dataDir, { recursive: true, force: true });
    assertClean(discord);
  });
  await discord.whenReady();
  const config = readConfig(environment);
  const inDatabase = async <T>(work: (stores: Stores) => Promise<T>): Promise<T> => {
    const database = await openSqlite({ file: databaseFile(config) });
    try {
      return await database.transaction(work);
    } finally {
      await database.close();
    }
  };
  const moderatorsChannel = ChannelId.parse(ids.moderators);
  await inDatabase(({ settings }) =>
    settings.write(GuildId.parse(ids.guild), { ...defaultGuildSettings, moderatorsChannel }),
  );
  return { discord, child, config, inDatabase };
}

async function reportSomething(discord: Loopback): Promise<void> {
  const message = await discord.as(ids.sam, { channelId: ids.general }).write('The militias are salaried.');
  const mia = discord.as(ids.mia, { channelId: ids.general });
  const receipt = await mia.submit(await mia.menu('Flag contested post', message.id), {
    reason: ['misleading'],
  });
  await receipt.settled();
}

function cards(discord: Loopback) {
  return discord.world.messages.inChannel(ids.moderators).map(({ message }) => message);
}

describe('a process that is killed between the report and its card', () => {
  it.each([
    {
      when: 'after Discord has posted the card and before the process knows',
      arrange: (discord: Loopback, kill: () => void) =>
        void discord.world.messages.changes.add((change) => {
          if (change.type === 'created' && change.stored.message.channel_id === ids.moderators) kill();
        }),
      posted: 1,
      posts: 1,
    },
    {
      when: 'while Discord lets it wait',
      arrange: (discord: Loopback) =>
        discord.faults.failNext({ match: posting, status: 429, retryAfter: 30 }),
      posted: 0,
      posts: 2,
    },
  ])('leaves exactly one card when it dies $when', async ({ arrange, posted, posts }) => {
    const { discord, child, config, inDatabase } = await botProcess();
    const tried = () =>
      discord.requests.filter(({ method, path }) => `${method} ${path}`.includes(posting)).length;
    arrange(discord, () => child.kill('SIGKILL'));

    await reportSomething(discord);
    await expect.poll(() => tried() > 0 || child.killed, soon).toBe(true);
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    const left = cards(discord);
    const waiting = await inDatabase(({ outbox }) => outbox.nextDue());

    // What the dead process had begun is its own until its lease ends.
    const clock = fakeClock(Date.now() + outboxLeaseMs);
    const app = await buildApp(config, { clock, log: openLog('silent') });
    onTestFinished(() => app.stop());
    await app.start();
    await expect
      .poll(() => {
        clock.advance(5_000);
        return inDatabase(({ outbox }) => outbox.nextDue());
      }, soon)
      .toBeNull();

    expect(left).toHaveLength(posted);
    expect(waiting).not.toBeNull();
    expect(cards(discord).flatMap((message) => buttonsTo(message, 'case.take'))).toHaveLength(1);
    expect(cards(discord)).toHaveLength(1);
    expect(tried()).toBe(posts);
    const known = await inDatabase(({ cases }) => cases.findByNumber(GuildId.parse(ids.guild), 1));
    expect(known?.card?.messageId).toBe(cards(discord)[0]?.id);
  });
});
