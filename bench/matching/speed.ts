/**
 * How fast claims are found and how much memory that takes, beside MiniSearch (tuned) and SQLite FTS5 (porter), in one run.
 *
 *     node bench/matching/speed.ts [--data FOLDER]
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { dataFolder, readCollection, type Text, withoutSignatures } from './collections.ts';
import { type EngineName, engines } from './engines.ts';
import { quantile } from './figures.ts';
import { generatedClaims, sizedClaims } from './sized-claims.ts';

/** Claims and texts to measure with: tweets for looking up (forty words), questions to be typed. */
type Material = {
  readonly claims: readonly Text[];
  readonly lookups: readonly string[];
  readonly typed: readonly string[];
};

const SIZES = [1_000, 13_824, 100_000];
const NAMES: readonly EngineName[] = ['footnote', 'minisearch tuned', 'fts5 porter'];

/** Texts each engine is asked, all of them once unmeasured before. */
const LOOKUPS = 200;

/** Of the largest size fewer, and still fewer unmeasured: there the peers take a tenth of a second and more for each. */
const LOOKUPS_OF_LARGEST = 80;
const WARM_UP_OF_LARGEST = 20;

type Row = Readonly<Record<string, string | number>>;

/** Measures all engines at all sizes and prints one table; times in milliseconds, each with its ratio to ours. */
export function benchMatching(folder = dataFolder()): void {
  const material = folder === undefined ? generatedMaterial() : materialFrom(folder);
  const rows = SIZES.flatMap((size) => rowsFor(size, material));
  console.table(rows);
}

function materialFrom(folder: string): Material {
  const tweets = withoutSignatures(readCollection(folder, 'tweets-en', 'dev'));
  const questions = readCollection(folder, 'questions-en', 'dev');
  return {
    claims: tweets.claims,
    lookups: tweets.queries.map(({ text }) => text),
    typed: beginnings(questions.queries.slice(0, LOOKUPS).map(({ text }) => text)),
  };
}

function generatedMaterial(): Material {
  const claims = generatedClaims(13_824);
  const texts = generatedClaims(LOOKUPS).map(({ text }) => text);
  return { claims, lookups: texts, typed: beginnings(texts) };
}

/** Each text cut off after another number of letters, from 1 to 40, as it is being typed. */
function beginnings(texts: readonly string[]): readonly string[] {
  return texts.map((text, at) => text.slice(0, 1 + ((at * 7) % 40)));
}

function rowsFor(size: number, { claims, lookups, typed }: Material): readonly Row[] {
  const sized = sizedClaims(claims, size);
  const count = size === Math.max(...SIZES) ? LOOKUPS_OF_LARGEST : LOOKUPS;
  const measured = NAMES.map((name) => measure(name, sized, lookups.slice(0, count), typed.slice(0, count)));
  const [ours] = measured;
  return measured.map((figures) => ({
    claims: size,
    engine: figures.name,
    'p50 ms': rounded(figures.p50),
    'p95 ms': rounded(figures.p95),
    'p99 ms': rounded(figures.p99),
    'p95 ratio': rounded(figures.p95 / (ours?.p95 ?? 1)),
    'typing p95 ms': rounded(figures.typingP95),
    'typing ratio': rounded(figures.typingP95 / (ours?.typingP95 ?? 1)),
    'build s': rounded(figures.buildMs / 1_000),
    'bytes a claim': Math.round(figures.bytes / size),
  }));
}

function measure(
  name: EngineName,
  claims: readonly Text[],
  lookups: readonly string[],
  typed: readonly string[],
) {
  const before = heapBytes();
  const start = performance.now();
  const engine = engines[name](claims);
  const buildMs = performance.now() - start;
  const bytes = heapBytes() - before + engine.nativeBytes();
  const looked = times(lookups, (text) => engine.search(text, 5));
  const completed = times(typed, (text) => engine.complete(text, 25));
  engine.close();
  return {
    name,
    buildMs,
    bytes,
    p50: quantile(looked, 0.5),
    p95: quantile(looked, 0.95),
    p99: quantile(looked, 0.99),
    typingP95: quantile(completed, 0.95),
  };
}

function times(texts: readonly string[], ask: (text: string) => unknown): readonly number[] {
  const warmUp = texts.length > LOOKUPS_OF_LARGEST ? texts.length : WARM_UP_OF_LARGEST;
  for (const text of texts.slice(0, warmUp)) ask(text);
  return texts.map((text) => {
    const start = performance.now();
    ask(text);
    return performance.now() - start;
  });
}

function rounded(number: number): number {
  return Number(number.toPrecision(3));
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** JavaScript heap and array buffers in use, in bytes, after a garbage collection. */
function heapBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

if (import.meta.main) benchMatching();
