import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config/schema.ts';
import packageJson from '../package.json' with { type: 'json' };
import { type Discord, openDiscord } from './adapters/discord/gateway.ts';
import { readShippedDossiers } from './adapters/dossier-files.ts';
import { openLog } from './adapters/log.ts';
import { modelClient, providerOf } from './adapters/model/client.ts';
import { openEmbedder } from './adapters/model/embeddings.ts';
import { openAnalyzer } from './adapters/model/openai-analyzer.ts';
import { userAgent } from './adapters/web/user-agent.ts';
import { openWeb } from './adapters/web/web.ts';
import type { ModelCosts } from './core/model-spend.ts';
import type { Analyzer } from './ports/analyzer.ts';
import type { Clock } from './ports/clock.ts';
import type { Embedder } from './ports/embedder.ts';
import type { Log } from './ports/log.ts';
import type { Web } from './ports/web.ts';
import type { Installation } from './services/deps.ts';
import type { Services } from './services/services.ts';

export type { Discord, Inspection } from './adapters/discord/gateway.ts';
export { readDossierFile } from './adapters/dossier-files.ts';

const shippedDossiers = fileURLToPath(new URL('../config/dossiers', import.meta.url));

/** Where indexes are kept that can be made again. */
export function indexFolder(config: Config): string {
  return join(config.dataDir, 'indexes');
}

/** Where the durable data of this configuration lies. */
export function databaseFile(config: Config): string {
  return join(config.dataDir, 'footnote.sqlite');
}

/** The way to Discord alone, for registering commands and for `doctor`. */
export function reachDiscord(config: Config): Discord {
  if (config.discordToken === null) throw new TypeError('Discord needs a token');
  return openDiscord({
    token: config.discordToken,
    apiUrl: config.discordApiUrl,
    log: openLog(config.logLevel),
  });
}

/** What this installation says of itself. */
export function installationOf(config: Config): Installation {
  const privacyPolicy = readFileSync(new URL('../PRIVACY.md', import.meta.url), 'utf8');
  const { openAiUrl: baseUrl, model: writes, embeddingModel: compares, operatorContact } = config;
  const models =
    writes === null && compares === null ? null : { provider: providerOf({ baseUrl }), writes, compares };
  return { version: packageJson.version, operatorContact, models, privacyPolicy };
}

/** The way to the public web. */
export function webOf(config: Config, clock: Clock): Web {
  return openWeb({ clock, userAgent: userAgent(packageJson.version, config.operatorContact) });
}

/** The model that describes posts; null where none is configured. */
export function analyzerOf(
  { model, openAiUrl: baseUrl, openAiKey: apiKey }: Config,
  log: Log,
): Analyzer | null {
  if (model === null) return null;
  const client = modelClient({ baseUrl, apiKey });
  return openAnalyzer({ client, model, provider: providerOf({ baseUrl }), log });
}

/** What the models cost, and may cost. */
export function modelCostsOf(config: Config): ModelCosts {
  const { modelPrices: prices, embeddingPrice, modelBudgetMonth: dollarsAMonth } = config;
  return { prices, embeddingPrice, dollarsAMonth };
}

/** The model that compares meanings; null where none is configured. */
export function embedderOf(config: Config, log: Log): Embedder | null {
  const { embeddingModel: model, openAiUrl: baseUrl, openAiKey: apiKey } = config;
  if (model === null) return null;
  const client = modelClient({ baseUrl, apiKey });
  return openEmbedder({ client, model, provider: providerOf({ baseUrl }), log });
}

/** Sees that the dossiers that come with Footnote are in the store. */
export async function loadShippedDossiers({ importDossier }: Services): Promise<void> {
  for (const document of await readShippedDossiers(shippedDossiers))
    await importDossier({ document, guildId: null, sample: true });
}
