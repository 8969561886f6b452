/**
 * How well questions that ask the same are brought together, and others kept apart: pairs of texts about one claim against pairs
 * about two. And how long it takes.
 *
 *     node bench/matching/grouping.ts [--data FOLDER]
 */
import { groupQuestions } from '../../src/core/matching/group-questions.ts';
import { type Collection, dataFolder, readCollection, withoutSignatures } from './collections.ts';

/** A text and a claim it is about. */
type Labelled = { readonly text: string; readonly claim: string };

type Row = {
  readonly set: string;
  readonly texts: number;
  readonly pairs: number;
  /** Share of the pairs brought together that are about one claim. */
  readonly precision: number;
  /** Share of the pairs about one claim that were brought together. */
  readonly recall: number;
};

/** Questions of the speed measurement, and how often it is repeated. */
const SPEED = { questions: 5_000, times: 5 } as const;

/** Pairwise precision and recall. Undefined when the data is not there. */
function benchGrouping(folder = dataFolder()): readonly Row[] | undefined {
  if (folder === undefined) return undefined;
  const questions = withClaims(readCollection(folder, 'questions-en', 'dev'));
  const half = (rest: 0 | 1) => questions.filter((_, number) => Math.floor(number / 2) % 2 === rest);
  return [
    rowOf('questions and claims, used for choosing', half(0)),
    rowOf('questions and claims, held out', half(1)),
    rowOf('tweets', queriesOf(withoutSignatures(readCollection(folder, 'tweets-en', 'train')))),
    rowOf('debates', queriesOf(readCollection(folder, 'debates-en', 'train'))),
  ];
}

function queriesOf({ queries, relevant }: Collection): readonly Labelled[] {
  return queries.map(({ id, text }) => ({ text, claim: Array.from(relevant.get(id) ?? []).sort()[0] ?? '' }));
}

/** Questions beside the claims they are about: two wordings of each. */
function withClaims(collection: Collection): readonly Labelled[] {
  const texts = new Map(collection.claims.map(({ id, text }) => [id, text]));
  return queriesOf(collection).flatMap((query) => [
    query,
    { text: texts.get(query.claim) ?? '', claim: query.claim },
  ]);
}

function rowOf(set: string, labelled: readonly Labelled[]): Row {
  const groups = groupQuestions(
    labelled.map(({ text }, number) => ({ id: String(number), text, day: '', asker: null })),
  );
  const claimOf = (id: string) => labelled[Number(id)]?.claim ?? '';
  const together = groups.reduce((sum, { questions }) => sum + pairsAmong(questions.length), 0);
  const right = groups.reduce(
    (sum, { questions }) => sum + pairsOfOneClaim(questions.map(({ id }) => claimOf(id))),
    0,
  );
  const pairs = pairsOfOneClaim(labelled.map(({ claim }) => claim));
  return { set, texts: labelled.length, pairs, precision: right / together, recall: right / pairs };
}

function pairsOfOneClaim(claims: readonly string[]): number {
  const counts = Map.groupBy(claims, (claim) => claim).values();
  return Array.from(counts, ({ length }) => pairsAmong(length)).reduce((sum, pairs) => sum + pairs, 0);
}

function pairsAmong(texts: number): number {
  return (texts * (texts - 1)) / 2;
}

/** The median time in ms of grouping distinct claims, which are longer than what members type. */
function speed(folder: string): number {
  const { claims } = readCollection(folder, 'questions-en', 'dev');
  const asked = claims
    .slice(0, SPEED.questions)
    .map(({ id, text }, number) => ({ id, text, day: '2026-03-02', asker: `asker ${number % 100}` }));
  const times = Array.from({ length: SPEED.times }, () => {
    const start = performance.now();
    groupQuestions(asked);
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(SPEED.times / 2)] ?? 0;
}

if (import.meta.main) {
  const folder = dataFolder();
  const rows = benchGrouping(folder) ?? [];
  console.table(
    rows.map((row) => ({
      ...row,
      precision: Number(row.precision.toFixed(3)),
      recall: Number(row.recall.toFixed(3)),
    })),
  );
  if (folder !== undefined) console.info(`${SPEED.questions} questions: ${speed(folder).toFixed(0)} ms`);
}
