/**
 * How well claims are found, beside MiniSearch (tuned) and SQLite FTS5 (porter), in one run.
 *
 *     node bench/matching/quality.ts [--data FOLDER]
 */
import {
  type Collection,
  dataFolder,
  readCollection,
  withoutRelevant,
  withoutSignatures,
} from './collections.ts';
import { type EngineName, engines } from './engines.ts';
import { aurocOf, meanAveragePrecision, topConfidences } from './figures.ts';

const NAMES: readonly EngineName[] = ['footnote', 'minisearch tuned', 'fts5 porter'];

/** The parts of the data; the confidence and the field weights were chosen on the train parts and on questions-en. */
const SETS: readonly (readonly [set: string, split: string])[] = [
  ['tweets-en', 'dev'],
  ['questions-en', 'dev'],
  ['debates-en', 'dev'],
  ['posts-ara', 'train'],
  ['posts-deu', 'train'],
  ['posts-fra', 'train'],
  ['posts-hi', 'train'],
  ['posts-pol', 'train'],
  ['posts-por', 'train'],
  ['posts-spa', 'dev'],
  ['posts-tha', 'train'],
];

/** Queries asked of each set of long posts: the peers take a tenth of a second for each. */
const MOST_POSTS = 150;

type Row = {
  readonly measure: string;
  readonly queries: number;
  readonly figures: ReadonlyMap<EngineName, number>;
};

/** MAP@5 on every set, and on questions the AUROC of "nothing matches". Undefined when the data is not there. */
export function benchMatchingQuality(folder = dataFolder()): readonly Row[] | undefined {
  if (folder === undefined) return undefined;
  const collections = SETS.flatMap(([set, split]) => {
    const whole = readCollection(folder, set, split);
    const read = {
      ...whole,
      queries: set.startsWith('posts-') ? whole.queries.slice(0, MOST_POSTS) : whole.queries,
    };
    return set === 'tweets-en' ? [withoutSignatures(read), read] : [read];
  });
  const questions = collections.filter(({ name }) => name.startsWith('questions-en'));
  return [...collections.map(rankingRow), ...questions.map(nothingMatchesRow)];
}

function rankingRow(collection: Collection): Row {
  const figures = NAMES.map((name): [EngineName, number] => {
    const engine = engines[name](collection.claims);
    const figure = meanAveragePrecision(engine, collection);
    engine.close();
    return [name, figure];
  });
  return {
    measure: `MAP@5 ${collection.name}`,
    queries: collection.queries.length,
    figures: new Map(figures),
  };
}

/** Each query once with its claims there and once without any relevant one: is the engine surer of the first? */
function nothingMatchesRow(collection: Collection): Row {
  const emptied = withoutRelevant(collection);
  const figures = NAMES.map((name): [EngineName, number] => {
    const whole = engines[name](collection.claims);
    const rest = engines[name](emptied.claims);
    const figure = aurocOf(topConfidences(whole, collection), topConfidences(rest, emptied));
    whole.close();
    rest.close();
    return [name, figure];
  });
  return {
    measure: `AUROC nothing matches, ${collection.name}`,
    queries: collection.queries.length,
    figures: new Map(figures),
  };
}

if (import.meta.main) {
  const rows = benchMatchingQuality() ?? [];
  console.table(
    rows.map(({ measure, queries, figures }) => ({
      measure,
      queries,
      ...Object.fromEntries(Array.from(figures, ([name, figure]) => [name, Number(figure.toFixed(3))])),
    })),
  );
}
