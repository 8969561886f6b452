import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { APIMessage } from 'discord-api-types/v10';
import { expect, onTestFinished } from 'vitest';
import { type Config, readConfig } from '../../config/schema.ts';
import { openLog } from '../../src/adapters/log.ts';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { systemClock } from '../../src/adapters/system-clock.ts';
import { buildApp } from '../../src/app.ts';
import { defaultGuildSettings, type GuildSettings } from '../../src/core/guild-settings.ts';
import { ChannelId } from '../../src/core/ids.ts';
import { databaseFile } from '../../src/outside.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Stores } from '../../src/ports/stores.ts';
import { type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import { sandboxIds as ids, type WorldPlan } from '../../src/sandbox/plan.ts';
import { assertClean } from '../fakes/discord-oracle.ts';
import { temporaryFolder } from '../fixtures/store/temporary-folder.ts';
import { startBot } from './bot-process.ts';
import { contested, guildId } from './contested.ts';

/** How long something that happens by itself is waited for. */
export const soon = { timeout: 30_000, interval: 50 };

/** The request that posts a card. */
export const posting = `POST /channels/${ids.moderators}/messages`;
/** A Discord and a data folder on which one process after another runs; time can be moved on for all that come later. */
export type Place = {
  readonly discord: Loopback;
  readonly inDatabase: <T>(work: (stores: Stores) => Promise<T>) => Promise<T>;
  /** Starts the bot as a process of its own and waits until it is connected. */
  start(): Promise<ChildProcess>;
  /** The next process: it begins `laterMs` after now, when whatever a killed one held has come to an end. */
  startLater(laterMs: number): Promise<void>;
};

/** Such a place, whose server has a moderators' channel; everything sent there must have been acceptable to Discord. */
export async function place(settings: Partial<GuildSettings> = {}, world?: WorldPlan): Promise<Place> {
  let aheadMs = 0;
  const clock: Clock = { now: () => Date.now() + aheadMs, after: systemClock.after };
  const discord = await startLoopback({ clock, ...(world === undefined ? {} : { world }) });
  onTestFinished(async () => {
    await discord.stop();
    assertClean(discord);
  });
  const environment = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    FOOTNOTE_DATA_DIR: temporaryFolder(),
    LOG_LEVEL: 'error',
    LINK_CHECK: 'off',
  };
  const config: Config = readConfig(environment);
  const inDatabase: Place['inDatabase'] = async (work) => {
    const database = await openSqlite({ file: databaseFile(config) });
    try {
      return await database.transaction(work);
    } finally {
      await database.close();
    }
  };
  const moderatorsChannel = ChannelId.parse(ids.moderators);
  await inDatabase((stores) =>
    stores.settings.write(guildId, { ...defaultGuildSettings, moderatorsChannel, ...settings }),
  );
  return {
    discord,
    inDatabase,
    async start() {
      const child = startBot(environment);
      await discord.whenReady();
      return child;
    },
    async startLater(laterMs) {
      aheadMs += laterMs;
      const app = await buildApp(config, { clock, log: openLog('silent') });
      onTestFinished(() => app.stop());
      await app.start();
    },
  };
}

/** Kills a bot, and waits until Discord has noticed. */
export async function kill({ discord }: Place, child: ChildProcess): Promise<void> {
  const offline = new Promise<void>((done) => {
    discord.onBotChange((online) => online || done());
  });
  child.kill('SIGKILL');
  await once(child, 'exit');
  await offline;
}

/** Waits until everything that was to be sent has been. */
export function untilNothingWaits({ inDatabase }: Place): Promise<void> {
  return expect.poll(() => inDatabase(({ outbox }) => outbox.nextDue()), soon).toBeNull();
}

/** A message for others to report. */
export function written({ discord }: Place): Promise<APIMessage> {
  return discord.as(ids.sam).write(contested);
}
