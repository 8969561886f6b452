import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { onTestFinished } from 'vitest';
import { type Config, readConfig } from '../../config/schema.ts';
import { openLog } from '../../src/adapters/log.ts';
import { openSqlite } from '../../src/adapters/store/sqlite.ts';
import { type App, buildApp } from '../../src/app.ts';
import type { DossierDocument } from '../../src/core/dossier-document.ts';
import type { GuildSettings } from '../../src/core/guild-settings.ts';
import type { DossierId, GuildId } from '../../src/core/ids.ts';
import { databaseFile } from '../../src/outside.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Stores } from '../../src/ports/stores.ts';
import type { Web } from '../../src/ports/web.ts';
import { type Loopback, startLoopback } from '../../src/sandbox/loopback.ts';
import type { WorldPlan } from '../../src/sandbox/plan.ts';
import { assertClean } from '../fakes/discord-oracle.ts';
import { settlingActor } from './settling-actor.ts';

/** The real bot on a loopback Discord, with a folder of its own. */
export type RunningBot = {
  readonly discord: Loopback;
  readonly app: App;
  readonly config: Config;
  /** Every line the bot has logged. */
  readonly log: readonly string[];
  /** Looks into, or changes, the database as another process would. */
  inDatabase<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
};

type Options = {
  readonly clock?: Clock;
  readonly world?: WorldPlan;
  readonly environment?: Record<string, string>;
  /** The web its links are looked at in, where the environment turns that on. */
  readonly web?: Web;
};

/** By the machine's clock no test is about time: what a busy machine is late with is waited for. */
const firstResponseMs = 30_000;

/**
 * Starts both and stops them when the test ends; everything the bot sent must then have been acceptable to Discord.
 */
export async function runningBot(options: Options = {}): Promise<RunningBot> {
  const { clock, world, web, environment = {} } = options;
  const dataDir = await mkdtemp(join(tmpdir(), 'footnote-test-'));
  const discord = await startLoopback({
    ...(clock ? { clock } : { firstResponseMs }),
    ...(world ? { world } : {}),
  });
  const config = readConfig({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    FOOTNOTE_DATA_DIR: dataDir,
    LOG_LEVEL: 'debug',
    LINK_CHECK: 'off',
    ...environment,
  });
  const log: string[] = [];
  const app = await buildApp(config, {
    ...(clock ? { clock } : {}),
    ...(web ? { web } : {}),
    log: openLog('debug', { write: (line) => void log.push(line) }),
  });
  onTestFinished(async () => {
    await app.stop();
    await discord.stop();
    await rm(dataDir, { recursive: true, force: true });
    assertClean(discord);
  });
  await app.start();

  return {
    discord: clock ? discord : settling(discord),
    app,
    config,
    log,
    async inDatabase(work) {
      const database = await openSqlite({ file: databaseFile(config) });
      try {
        return await database.transaction(work);
      } finally {
        await database.close();
      }
    },
  };
}

/** By the machine's clock an answer is deferred only where the machine is busy: then what comes of it is waited for. */
function settling(discord: Loopback): Loopback {
  return { ...discord, as: (...person) => settlingActor(discord.as(...person)) };
}

/** All text a message shows. */
export function textOf(message: APIMessage | undefined): string {
  const parts: string[] = [];
  JSON.stringify(message?.components ?? [], (key, value: unknown) => {
    if (key === 'content' && typeof value === 'string') parts.push(value);
    return value;
  });
  return parts.join('\n');
}

/** The custom_ids of a message that lead to `route`. */
export function buttonsTo(message: APIMessage | undefined, route: string): readonly string[] {
  const ids: string[] = [];
  JSON.stringify(message?.components ?? [], (key, value: unknown) => {
    if (key === 'custom_id' && typeof value === 'string' && value.split(':')[1] === route) ids.push(value);
    return value;
  });
  return ids;
}

/** Changes one server's settings behind the bot's back. */
export function changeSettings(bot: RunningBot, guildId: GuildId, settings: GuildSettings): Promise<void> {
  return bot.inDatabase((stores) => stores.settings.write(guildId, settings));
}

/** Publishes a dossier on one server. */
export async function publish(
  bot: RunningBot,
  guildId: GuildId,
  document: DossierDocument,
): Promise<DossierId> {
  const { dossier } = await bot.app.services.importDossier({ document, guildId, sample: false });
  return dossier.id;
}

/** A question that one claim of the shipped dossier surely answers. */
export const sureQuestion = 'are the militias salaried by the Iraqi government';

/** Stands where a message must be; fails the test when it is not there. */
export function absent(): never {
  throw new Error('there is no message to act on');
}
