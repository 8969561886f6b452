import { existsSync } from 'node:fs';
import type { Config } from '../config/schema.ts';
import { openIndexFiles } from './adapters/index-files.ts';
import { openLog } from './adapters/log.ts';
import { makePseudonyms } from './adapters/pseudonym.ts';
import { randomId } from './adapters/random-id.ts';
import { openSqlite, type SqliteDatabase } from './adapters/store/sqlite.ts';
import { systemClock } from './adapters/system-clock.ts';
import {
  type Discord,
  databaseFile,
  embedderOf,
  indexFolder,
  installationOf,
  loadShippedDossiers,
  modelCostsOf,
} from './outside.ts';
import { noIndexFiles } from './ports/index-files.ts';
import type { ServiceDeps } from './services/deps.ts';
import { bindServices, type Services } from './services/services.ts';

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
    // Read by nobody there, but what is taken out of the store is taken out of them.
    indexFiles: purpose === 'write' ? openIndexFiles(indexFolder(config), log) : noIndexFiles,
    messages: noMessages,
    guilds: reached?.guilds ?? noGuilds,
    files: { read: withoutDiscord },
    web: { check: withoutWeb, readPage: withoutWeb },
    pictures: { draw: () => Promise.reject(new TypeError('the command line draws no pictures')) },
    // Nothing there describes posts but by rules.
    analyzer: null,
    modelCosts: modelCostsOf(config),
    embedder: embedderOf(config, log),
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

const withoutWeb = () => Promise.reject(new TypeError('the command line reads no pages'));

const noMessages: ServiceDeps['messages'] = {
  post: withoutDiscord,
  edit: withoutDiscord,
  remove: withoutDiscord,
  tell: withoutDiscord,
  look: withoutDiscord,
  findOwn: withoutDiscord,
};

const noGuilds: ServiceDeps['guilds'] = { describe: withoutDiscord, channel: withoutDiscord };
