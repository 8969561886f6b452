/**
 * What embeddings of a model add to word matching, or take away: words alone, vectors alone, and both as the bot fuses them.
 *
 *     node bench/matching/fusion.ts --base-url URL --model NAME     # any server that is compatible with OpenAI's; key in OPENAI_API_KEY
 *     node bench/matching/fusion.ts --stand-in [--only weak,random]  # no model: see fusion/stand-ins.ts
 *
 *     --limit N       queries of each genre, 100 by default
 *     --parts 'A;B'   only these parts of the data
 *     --fit           fits the four numbers of fuse.ts on half the queries and checks them on the other half
 *     --cache FOLDER  where vectors are kept from run to run; else in the machine's folder for temporary files
 *     --data FOLDER   where the development data lies
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openLog } from '../../src/adapters/log.ts';
import { modelClient, providerOf } from '../../src/adapters/model/client.ts';
import { openEmbedder } from '../../src/adapters/model/embeddings.ts';
import { progressBar } from '../progress.ts';
import { dataFolder } from './collections.ts';
import { type AskedGenre, type AskedPart, askPart, textOf } from './fusion/asked.ts';
import { printFit } from './fusion/fit.ts';
import { openKeptVectors } from './fusion/kept-vectors.ts';
import { serveVectors } from './fusion/stand-in-server.ts';
import { type StandIn, standIns } from './fusion/stand-ins.ts';
import { printModel } from './fusion/tables.ts';
import { type Part, partNames, readPart } from './genres.ts';

const { values: options } = parseArgs({
  options: {
    'base-url': { type: 'string' },
    model: { type: 'string' },
    'stand-in': { type: 'boolean', default: false },
    only: { type: 'string' },
    limit: { type: 'string', default: '100' },
    parts: { type: 'string' },
    fit: { type: 'boolean', default: false },
    cache: { type: 'string' },
    data: { type: 'string' },
  },
});

/** Something that gives vectors for a part of the data. */
type Model = {
  readonly name: string;
  ask(part: Part, asked: AskedPart): Promise<readonly AskedGenre[]>;
};

const progress = progressBar('Fusion');

/** Asks a server for the vectors of a part, where they are not kept. */
async function askServer(
  asked: AskedPart,
  {
    baseUrl,
    apiKey,
    model,
    folder,
  }: { baseUrl: string; apiKey: string | null; model: string; folder: string },
): Promise<readonly AskedGenre[]> {
  const client = modelClient({ baseUrl, apiKey });
  const embedder = openEmbedder({ client, model, provider: providerOf({ baseUrl }), log: openLog('warn') });
  const kept = openKeptVectors(embedder, baseUrl, folder);
  await kept.learn(asked.texts, (share) => progress.say(`${model}: vectors`, share));
  return asked.by(kept.of);
}

function realModel(baseUrl: string, model: string): Model {
  const folder = options.cache ?? join(tmpdir(), 'footnote-vectors');
  const apiKey = process.env.OPENAI_API_KEY ?? null;
  return { name: model, ask: (_part, asked) => askServer(asked, { baseUrl, apiKey, model, folder }) };
}

function standInModel(name: string, { over, says }: StandIn): Model {
  return {
    name: `stand-in "${name}" (${says}; no real model)`,
    async ask({ claims }, asked) {
      const server = await serveVectors(over({ claims: claims.map(textOf), meant: asked.meant }));
      const folder = mkdtempSync(join(tmpdir(), 'footnote-vectors-'));
      try {
        return await askServer(asked, { baseUrl: server.baseUrl, apiKey: null, model: name, folder });
      } finally {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function modelsWanted(): readonly Model[] {
  if (options['stand-in']) {
    const only = options.only?.split(',');
    return Object.entries(standIns)
      .filter(([name]) => only?.includes(name) ?? true)
      .map(([name, standIn]) => standInModel(name, standIn));
  }
  const { 'base-url': baseUrl, model } = options;
  return baseUrl === undefined || model === undefined ? [] : [realModel(baseUrl, model)];
}

async function measure(folder: string): Promise<void> {
  const models = modelsWanted();
  if (models.length === 0) {
    console.error('Say --base-url and --model, or --stand-in.');
    return;
  }
  const wanted = options.parts?.split(';');
  const parts = partNames(false).filter((name) => wanted?.includes(name) ?? true);
  const genresOf = new Map<Model, AskedGenre[]>(models.map((model) => [model, []]));
  for (const [at, name] of parts.entries()) {
    await progress.say(`${name}: words`, at / parts.length);
    const part = readPart(folder, name, false);
    const asked = askPart(part, Number(options.limit));
    for (const [model, genres] of genresOf) genres.push(...(await model.ask(part, asked)));
  }
  await progress.done();
  for (const [{ name }, genres] of genresOf) {
    const losses = printModel(name, genres);
    console.log(`${name}: ${losses} losses beyond noise`);
    if (options.fit) printFit(genres);
  }
}

if (import.meta.main) {
  const folder = dataFolder();
  if (folder !== undefined) {
    const startMs = performance.now();
    await measure(folder);
    console.log(`Took ${Math.round((performance.now() - startMs) / 1_000)} s.`);
  }
}
