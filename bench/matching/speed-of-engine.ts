import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { percentile } from '../table.ts';
import { doApart } from './apart.ts';
import { readCollection, type Text, withoutSignatures } from './collections.ts';
import { type Engine, type EngineName, engines } from './engines.ts';
import { spread } from './genres.ts';
import { generatedClaims, sizedClaims } from './sized-claims.ts';

/** Without a folder of data, made-up text is used. */
export type SpeedTask = {
  readonly folder: string | null;
  readonly engine: EngineName;
  readonly claims: number;
};

/** Times in milliseconds. */
export type SpeedRow = {
  readonly engine: EngineName;
  readonly claims: number;
  readonly lookUp: Spread;
  readonly typing: Spread;
  readonly buildMs: number;
  /** Reading it from what it saved; null for an engine that is not asked to. */
  readonly loadMs: number | null;
  readonly savedBytes: number | null;
  /** Of memory, beyond the texts of the claims; and with them. */
  readonly indexBytes: number;
  readonly heldBytes: number;
};

export type Spread = { readonly p50: number; readonly p95: number; readonly p99: number };

/** Why there is no row. */
export type TooSlow = { readonly tooSlow: string };

/** Texts of each kind, all of them once unmeasured before; as many of them as there is time for. */
const TEXTS = 200;
const MOST_MS_OF_A_KIND = 20_000;
const LEAST_TEXTS = 20;

/** An engine that takes longer for one query is of no use at that size. */
const MOST_MS_OF_ONE = 1_000;

doApart<SpeedTask>(({ folder, engine: name, claims: size }): SpeedRow | TooSlow => {
  const bytesAtFirst = bytesInUse();
  const { claims, lookUps, typed } = materialOf(folder, size);
  const before = bytesInUse();
  const startMs = performance.now();
  const engine = engines[name](claims);
  const buildMs = performance.now() - startMs;
  const after = bytesInUse() + engine.nativeBytes();

  const firstMs = percentile(
    timesOf(lookUps.slice(0, 5), (text) => engine.search(text, 5)),
    0.5,
  );
  if (firstMs > MOST_MS_OF_ONE) return { tooSlow: `${(firstMs / 1_000).toFixed(1)} s for one query` };
  const row = {
    engine: name,
    claims: size,
    lookUp: spreadOf(lookUps, (text) => engine.search(text, 5)),
    typing: spreadOf(typed, (text) => engine.complete(text, 25)),
    buildMs,
    ...loadOf(engine),
    indexBytes: after - before,
    heldBytes: after - bytesAtFirst,
  };
  engine.close();
  return row;
});

/** Tweets are looked up (some thirty words), questions are typed. */
function materialOf(folder: string | null, size: number) {
  if (folder === null) {
    const texts = generatedClaims(TEXTS).map(({ text }) => text);
    return {
      claims: sizedClaims(generatedClaims(13_824), size),
      lookUps: texts,
      typed: texts.map(beginning),
    };
  }
  const tweets = withoutSignatures(readCollection(folder, 'tweets-en', 'dev'));
  const questions = readCollection(folder, 'questions-en', 'dev').queries;
  const textOf = ({ text }: Text) => text;
  return {
    claims: sizedClaims(tweets.claims, size),
    lookUps: spread(tweets.queries, TEXTS).map(textOf),
    typed: spread(questions, TEXTS).map(textOf).map(beginning),
  };
}

/** A text cut off after another number of letters than the one before, from 1 to 40, as it is being typed. */
function beginning(text: string, at: number): string {
  return text.slice(0, 1 + ((at * 7) % 40));
}

function spreadOf(texts: readonly string[], ask: (text: string) => unknown): Spread {
  const expectedMs = percentile(timesOf(texts.slice(0, 5), ask), 0.5);
  const affordable = Math.floor(MOST_MS_OF_A_KIND / 2 / Math.max(expectedMs, 0.01));
  const asked = spread(texts, Math.max(LEAST_TEXTS, affordable));
  timesOf(asked, ask);
  const times = timesOf(asked, ask);
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) };
}

function timesOf(texts: readonly string[], ask: (text: string) => unknown): readonly number[] {
  return texts.map((text) => {
    const startMs = performance.now();
    ask(text);
    return performance.now() - startMs;
  });
}

function loadOf(engine: Engine): Pick<SpeedRow, 'loadMs' | 'savedBytes'> {
  const saved = engine.saved?.();
  if (saved === undefined) return { loadMs: null, savedBytes: null };
  const startMs = performance.now();
  if (saved.load() === null) throw new TypeError('what was saved cannot be read back');
  return { loadMs: performance.now() - startMs, savedBytes: saved.bytes };
}

/**
 * JavaScript heap and array buffers in use, in bytes, without garbage. What a collection finds of buffers is given back beside the
 * program; a second one waits for that.
 */
function bytesInUse(): number {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
