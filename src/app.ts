import { join } from 'node:path';
import { commands } from '../commands/index.ts';
import type { Config } from '../config/schema.ts';
import { openCache } from './adapters/cache.ts';
import { openDiscord } from './adapters/discord/gateway.ts';
import { openIndexFiles } from './adapters/index-files.ts';
import { openLog } from './adapters/log.ts';
import { openPictures } from './adapters/pictures/pictures.ts';
import { makePseudonyms } from './adapters/pseudonym.ts';
import { randomId } from './adapters/random-id.ts';
import { openSqlite } from './adapters/store/sqlite.ts';
import { systemClock } from './adapters/system-clock.ts';
import type { FootnoteError } from './core/errors.ts';
import { createDispatch } from './dispatch/dispatch.ts';
import { createHappenings } from './dispatch/happenings.ts';
import { tellWhatWaits } from './dispatch/what-waits.ts';
import { startAgeing } from './jobs/ageing.ts';
import { startDigests } from './jobs/digests.ts';
import { startEmbedding } from './jobs/embed.ts';
import { startForgetting } from './jobs/forget.ts';
import { startKeepingIndexes } from './jobs/indexes.ts';
import { startLinkCheck } from './jobs/link-check.ts';
import { startNightly } from './jobs/nightly.ts';
import { startOutbox } from './jobs/outbox.ts';
import { startWatching } from './jobs/watch.ts';
import {
  analyzerOf,
  databaseFile,
  embedderOf,
  indexFolder,
  installationOf,
  loadShippedDossiers,
  modelCostsOf,
  webOf,
} from './outside.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { Web } from './ports/web.ts';
import type { ServiceDeps } from './services/deps.ts';
import { bindServices, type Services } from './services/services.ts';

/** What a test or the sandbox may put in place of the real thing. */
export type Overrides = { readonly clock?: Clock; readonly log?: Log; readonly web?: Web };

/** The whole bot, put together. */
export type App = {
  readonly services: Services;
  /** Resolves with the reason when Discord has closed the connection for good. */
  readonly lost: Promise<FootnoteError>;
  /** Connects to Discord and takes interactions; resolves when Discord has said READY. */
  start(): Promise<void>;
  /** Tells Discord the commands once more; true when they had to be written. */
  register(): Promise<boolean>;
  /** Takes nothing new, answers what has begun (at most 10 s), and closes everything. */
  stop(): Promise<void>;
};

const drainMs = 10_000;

/**
 * Puts the bot together: store, cache, services, Discord.
 *
 * @throws FootnoteError `store.*` when the data cannot be opened
 */
export async function buildApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const { discordToken } = config;
  if (discordToken === null) throw new TypeError('the bot needs a token');
  const clock = overrides.clock ?? systemClock;
  const log = overrides.log ?? openLog(config.logLevel);

  const database = await openSqlite({ file: databaseFile(config), clock, log });
  const cache = openCache({ file: join(config.dataDir, 'cache.sqlite'), clock, log });
  const { promise: lost, resolve: onLost } = Promise.withResolvers<FootnoteError>();
  const discord = openDiscord({ token: discordToken, apiUrl: config.discordApiUrl, log, onLost });
  // A thread takes real time, whatever clock the rest goes by.
  const pictures = openPictures({ clock: systemClock });
  let outbox = noOutbox;
  const outside = {
    database,
    cache,
    dayKeys: cache,
    indexFiles: openIndexFiles(indexFolder(config), log),
    messages: discord.messages,
    guilds: discord.guilds,
    files: discord.files,
    web: overrides.web ?? webOf(config, clock),
    pictures,
    analyzer: analyzerOf(config, log),
    modelCosts: modelCostsOf(config),
    embedder: embedderOf(config, log),
    wakeOutbox: () => outbox.wake(),
    clock,
    log,
    newId: randomId,
    pseudonym: makePseudonyms(),
  };
  const services = bindServices({ ...outside, installation: installationOf(config) });
  const close = async () => {
    await discord.disconnect();
    await pictures.close();
    await cache.close();
    await database.close();
  };
  await loadShippedDossiers(services).catch(async (error: unknown) => {
    await close();
    throw error;
  });

  const dispatch = createDispatch({
    ...outside,
    commands,
    services,
    allowedGuilds: config.allowedGuilds,
    afterwards: tellWhatWaits(services),
  });
  const onHappening = createHappenings({ services, log });
  let stopJobs: readonly (() => Promise<void>)[] = [];
  return {
    services,
    lost,
    async start() {
      stopJobs = startJobs(services, config, outside);
      await discord.connect(dispatch.handle, commandDefinitions(), onHappening);
      outbox = startOutbox({ services, messages: discord.messages, clock, log });
    },
    register: () => discord.register(commandDefinitions()),
    async stop() {
      services.runningWork.stopAll();
      const ending = [dispatch.drain(), outbox.stop(), ...stopJobs.map((stopJob) => stopJob())];
      if (!(await endedWithin(clock, drainMs, Promise.all(ending))))
        log.warn({}, 'something was still under way at the end');
      await close();
      log.info({}, 'stopped');
    },
  };
}

/** Starts what runs by itself; gives what stops it. */
function startJobs(
  services: Services,
  config: Config,
  { clock, log, web }: Pick<ServiceDeps, 'clock' | 'log' | 'web'>,
): readonly (() => Promise<void>)[] {
  const always = [
    startKeepingIndexes,
    startForgetting,
    startNightly,
    startAgeing,
    startDigests,
    startWatching,
  ];
  const stops = [...always, ...(config.embeddingModel === null ? [] : [startEmbedding])].map((startJob) =>
    startJob(services, clock, log),
  );
  return config.linkCheck ? [...stops, startLinkCheck(services, web, clock, log)] : stops;
}

/** Stands for the outbox while nothing is sent from it. */
const noOutbox = { wake: () => {}, stop: async () => {} };

/** The definitions of all commands, as Discord is given them. */
export function commandDefinitions() {
  return commands.map((command) => command.data());
}

/** Whether `work` ends within that time; waits no longer. */
async function endedWithin(clock: Clock, ms: number, work: Promise<unknown>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const cancel = clock.after(ms, () => resolve(false));
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    cancel();
  }
}
