import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commands } from '../commands/index.ts';
import type { Config } from '../config/schema.ts';
import packageJson from '../package.json' with { type: 'json' };
import { openCache } from './adapters/cache.ts';
import { type Discord, openDiscord } from './adapters/discord/gateway.ts';
import { readShippedDossiers } from './adapters/dossier-files.ts';
import { openLog } from './adapters/log.ts';
import { openPictures } from './adapters/pictures/pictures.ts';
import { makePseudonyms } from './adapters/pseudonym.ts';
import { randomId } from './adapters/random-id.ts';
import { openSqlite, type SqliteDatabase } from './adapters/store/sqlite.ts';
import { systemClock } from './adapters/system-clock.ts';
import { userAgent } from './adapters/web/user-agent.ts';
import { openWeb } from './adapters/web/web.ts';
import type { FootnoteError } from './core/errors.ts';
import { createDispatch } from './dispatch/dispatch.ts';
import { createHappenings } from './dispatch/happenings.ts';
import { tellWhatWaits } from './dispatch/what-waits.ts';
import { startAgeing } from './jobs/ageing.ts';
import { startDigests } from './jobs/digests.ts';
import { startForgetting } from './jobs/forget.ts';
import { startLinkCheck } from './jobs/link-check.ts';
import { startNightly } from './jobs/nightly.ts';
import { startOutbox } from './jobs/outbox.ts';
import { startWatching } from './jobs/watch.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { Web } from './ports/web.ts';
import type { Installation, ServiceDeps } from './services/deps.ts';
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

const shippedDossiers = fileURLToPath(new URL('../config/dossiers', import.meta.url));
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
    messages: discord.messages,
    guilds: discord.guilds,
    pictures,
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
      stopJobs = [startForgetting, startNightly, startAgeing, startDigests, startWatching].map((startJob) =>
        startJob(services, clock, log),
      );
      if (config.linkCheck) {
        const web = overrides.web ?? openWeb({ clock, userAgent: userAgentOf(config) });
        stopJobs = [...stopJobs, startLinkCheck(services, web, clock, log)];
      }
      await discord.connect(dispatch.handle, commandDefinitions(), onHappening);
      outbox = startOutbox({ services, messages: discord.messages, clock, log });
    },
    register: () => discord.register(commandDefinitions()),
    async stop() {
      const ending = [dispatch.drain(), outbox.stop(), ...stopJobs.map((stopJob) => stopJob())];
      if (!(await endedWithin(clock, drainMs, Promise.all(ending))))
        log.warn({}, 'something was still under way at the end');
      await close();
      log.info({}, 'stopped');
    },
  };
}

/** Stands for the outbox while nothing is sent from it. */
const noOutbox = { wake: () => {}, stop: async () => {} };

/** The services without Discord, and the file they work on. */
export type Library = {
  readonly services: Services;
  readonly database: SqliteDatabase;
} & AsyncDisposable;

/**
 * The services alone, for the command line. Nothing can be posted with them.
 *
 * @param purpose - `write` makes the data folder where there is none and brings it up to date; `read` changes no
 * byte, and works on the shipped dossiers in memory where there is no data
 * @param reached - the way to Discord, where services are called that ask it about servers
 * @throws FootnoteError `store.*` when the data cannot be opened
 */
export async function openLibrary(
  config: Config,
  purpose: 'read' | 'write',
  reached?: Pick<Discord, 'guilds'>,
): Promise<Library> {
  const log = openLog(config.logLevel);
  const fresh = !existsSync(databaseFile(config));
  const file = purpose === 'read' && fresh ? ':memory:' : databaseFile(config);
  const database = await openSqlite({ file, log, readOnly: purpose === 'read' && file !== ':memory:' });
  const services = bindServices({
    database,
    cache: noCache,
    dayKeys: { keyOf: () => Promise.reject(new TypeError('the command line asks no questions')) },
    messages: noMessages,
    guilds: reached?.guilds ?? noGuilds,
    pictures: { draw: () => Promise.reject(new TypeError('the command line draws no pictures')) },
    wakeOutbox: () => {},
    clock: systemClock,
    log,
    newId: randomId,
    pseudonym: makePseudonyms(),
    installation: installationOf(config),
  });
  if (fresh) await loadShippedDossiers(services);
  return { services, database, [Symbol.asyncDispose]: () => database.close() };
}

const noCache: ServiceDeps['cache'] = {
  get: () => Promise.resolve(undefined),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

const withoutDiscord = () => Promise.reject(new TypeError('this cannot be done without Discord'));

const noMessages: ServiceDeps['messages'] = {
  post: withoutDiscord,
  edit: withoutDiscord,
  remove: withoutDiscord,
  tell: withoutDiscord,
  look: withoutDiscord,
  findOwn: withoutDiscord,
};

const noGuilds: ServiceDeps['guilds'] = { describe: withoutDiscord, channel: withoutDiscord };

/** Where the durable data of this configuration lies. */
export function databaseFile(config: Config): string {
  return join(config.dataDir, 'footnote.sqlite');
}

export type { Discord, Inspection } from './adapters/discord/gateway.ts';
export { readDossierFile } from './adapters/dossier-files.ts';

/** The way to Discord alone, for registering commands and for `doctor`. */
export function reachDiscord(config: Config): Discord {
  if (config.discordToken === null) throw new TypeError('Discord needs a token');
  return openDiscord({
    token: config.discordToken,
    apiUrl: config.discordApiUrl,
    log: openLog(config.logLevel),
  });
}

/** The definitions of all commands, as Discord is given them. */
export function commandDefinitions() {
  return commands.map((command) => command.data());
}

function installationOf(config: Config): Installation {
  const privacyPolicy = readFileSync(new URL('../PRIVACY.md', import.meta.url), 'utf8');
  return { version: packageJson.version, operatorContact: config.operatorContact, privacyPolicy };
}

function userAgentOf({ operatorContact }: Config): string {
  return userAgent(packageJson.version, operatorContact);
}

async function loadShippedDossiers({ importDossier }: Services): Promise<void> {
  for (const document of await readShippedDossiers(shippedDossiers))
    await importDossier({ document, guildId: null, sample: true });
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
