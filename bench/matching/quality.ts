/**
 * How well claims are found, beside the peers and by one protocol, in one run; prints three tables and keeps what the plots need.
 *
 *     node bench/matching/quality.ts [--quick] [--data FOLDER]
 */
import { availableParallelism } from 'node:os';
import { progressBar } from '../progress.ts';
import { runApart, severalAtOnce } from './apart.ts';
import { dataFolder } from './collections.ts';
import { ENGINE_NAMES, type EngineName } from './engines.ts';
import { partNames } from './genres.ts';
import { keep } from './kept.ts';
import { curvesOf } from './plots/curves.ts';
import type { AllCases, Case, GenreCases, PartTask } from './quality-of-part.ts';
import { printQuality } from './quality-tables.ts';
import { ALL_POSTS } from './targets.ts';

/** A part with Orama in it is the longest: some two minutes. */
const ALLOWANCE = { heapMb: 4_096, mostMs: 15 * 60_000 };

/** Asks every engine all there is of it. */
async function casesIn(folder: string, isQuick: boolean): Promise<AllCases> {
  const tasks = partNames(isQuick).flatMap((part) =>
    // The slowest first, so that none is left alone at the end.
    ENGINE_NAMES.toReversed().map((engine): PartTask => ({ folder, part, engine, isQuick })),
  );
  const progress = progressBar('Quality');
  let done = 0;
  const answers = await severalAtOnce(tasks, availableParallelism(), async (task) => {
    const script = new URL('./quality-of-part.ts', import.meta.url);
    const outcome = await runApart<readonly GenreCases[]>(script, task, ALLOWANCE);
    done += 1;
    await progress.say(`${task.part}, ${task.engine}`, done / tasks.length);
    if ('failure' in outcome) console.error(`${task.engine} on ${task.part}: ${outcome.failure}`);
    return { engine: task.engine, genres: 'result' in outcome ? outcome.result : [] };
  });
  await progress.done();
  const all = new Map<string, Map<EngineName, readonly Case[]>>();
  for (const { engine, genres } of answers)
    for (const { genre, cases } of genres) all.set(genre, (all.get(genre) ?? new Map()).set(engine, cases));
  return withAllPosts(all);
}

/** The same, with the posts of all languages as one genre more: a query counts the same whatever its language. */
function withAllPosts(all: AllCases): AllCases {
  const posts = Array.from(all).filter(([genre]) => genre.startsWith('posts '));
  const together = ENGINE_NAMES.map((engine): [EngineName, readonly Case[]] => [
    engine,
    posts.flatMap(([genre, byEngine]) =>
      (byEngine.get(engine) ?? []).map((one) => ({ ...one, id: `${genre} ${one.id}` })),
    ),
  ]);
  return new Map([...all, [ALL_POSTS, new Map(together.filter(([, cases]) => cases.length > 0))]]);
}

if (import.meta.main) {
  const folder = dataFolder();
  if (folder !== undefined) {
    const startMs = performance.now();
    const all = await casesIn(folder, process.argv.includes('--quick'));
    printQuality(all);
    keep('quality', curvesOf(all));
    console.log(`Took ${Math.round((performance.now() - startMs) / 1_000)} s.`);
  }
}
