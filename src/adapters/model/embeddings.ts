import { type Embedded, type Embedder, EmbedderError } from '../../ports/embedder.ts';
import type { Log } from '../../ports/log.ts';
import { isBrokenCircuitError, leavingAlone, usualRestMs } from './circuit-breaker.ts';
import { type ModelClient, ModelServerError } from './client.ts';
import { reportedTokens } from './reported-tokens.ts';

/** How much one request holds: well within OpenAI's limits of 2,048 texts and 300,000 tokens, and quickly read. */
const mostTexts = 256;
const mostChars = 200_000;

/** What a server may put around a text, in tokens: marks of its beginning and end. */
const frameTokens = 4;

export type EmbedderOptions = {
  readonly client: ModelClient;
  readonly model: string;
  readonly provider: string;
  readonly log: Log;
  /** 30 seconds by default. */
  readonly restMs?: number;
};

/** An embedder over the embeddings endpoint of OpenAI, or of a server compatible with it. */
export function openEmbedder(options: EmbedderOptions): Embedder {
  const { client, model, provider, log, restMs = usualRestMs } = options;
  const breaker = leavingAlone({ kind: 'embedding model', model, log, restMs, counts: () => true });
  const ask: typeof askOnce = (...order) => breaker.execute(() => askOnce(...order));
  return {
    model,
    provider,
    costAtMost,
    async embed(texts, patience, stop) {
      const vectors: Float32Array[] = [];
      let tokens = 0;
      for (const batch of batchesOf(texts)) {
        stop.throwIfAborted();
        try {
          const made = await ask(client, model, batch, { patience, stop });
          vectors.push(...made.vectors);
          tokens += made.tokens;
        } catch (error) {
          stop.throwIfAborted();
          throw asEmbedderError(error, tokens, batch);
        }
      }
      if (new Set(vectors.map(({ length }) => length)).size > 1)
        throw new EmbedderError('unreadable', null, tokens);
      return { vectors, tokens };
    },
  };
}

async function askOnce(
  client: ModelClient,
  model: string,
  batch: readonly string[],
  { patience, stop }: { readonly patience: 'once' | 'again'; readonly stop: AbortSignal },
): Promise<Embedded> {
  const answer: unknown = await client.ask((server) =>
    server.embeddings.create(
      // As numbers: not every compatible server knows base64.
      { model, input: [...batch], encoding_format: 'float' },
      { signal: stop, ...(patience === 'once' ? { maxRetries: 0 } : {}) },
    ),
  );
  const vectors = vectorsIn(answer, batch.length);
  // No tokens read is as good as no word.
  const tokens = reportedTokens(fieldOf(fieldOf(answer, 'usage'), 'prompt_tokens'));
  return { vectors, tokens: tokens || costAtMost(batch) };
}

/** No token is shorter than a byte. */
function costAtMost(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text) + frameTokens, 0);
}

/**
 * @param before - what the requests before it have cost, in tokens
 * @param batch - the texts that it was asked for
 */
function asEmbedderError(error: unknown, before: number, batch: readonly string[]): EmbedderError {
  if (isBrokenCircuitError(error)) return new EmbedderError('resting', null, before);
  const known = error instanceof ModelServerError || error instanceof EmbedderError;
  const { failure, status } = known ? error : new EmbedderError('unreadable');
  // A server that was too slow, or said something odd, may have done the work.
  const costs = failure === 'too-slow' || failure === 'unreadable';
  return new EmbedderError(failure, status, before + (costs ? costAtMost(batch) : 0));
}

/** Cuts texts into requests. */
function* batchesOf(texts: readonly string[]): Generator<readonly string[]> {
  let batch: string[] = [];
  let chars = 0;
  for (const text of texts) {
    if (batch.length === mostTexts || (batch.length > 0 && chars + text.length > mostChars)) {
      yield batch;
      batch = [];
      chars = 0;
    }
    batch.push(text);
    chars += text.length;
  }
  if (batch.length > 0) yield batch;
}

/**
 * The vectors of an answer. Looked at by hand: a schema over some hundred thousand numbers would hold up everything else.
 *
 * @throws EmbedderError when there is not exactly one for each text, of finite numbers, all as long as the others
 */
function vectorsIn(answer: unknown, count: number): readonly Float32Array[] {
  const data = fieldOf(answer, 'data');
  if (!Array.isArray(data) || data.length !== count) throw new EmbedderError('unreadable');
  const vectors: (Float32Array | undefined)[] = Array.from({ length: count });
  for (const entry of data) {
    const [index, numbers] = [fieldOf(entry, 'index'), fieldOf(entry, 'embedding')];
    if (typeof index !== 'number' || !(index in vectors) || vectors[index] !== undefined)
      throw new EmbedderError('unreadable');
    vectors[index] = unitVector(numbers);
  }
  const found = vectors.flatMap((vector) => vector ?? []);
  if (found.some(({ length }) => length !== found[0]?.length)) throw new EmbedderError('unreadable');
  return found;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

function unitVector(numbers: unknown): Float32Array {
  if (!Array.isArray(numbers) || numbers.length === 0) throw new EmbedderError('unreadable');
  let squares = 0;
  for (const number of numbers) {
    if (typeof number !== 'number') throw new EmbedderError('unreadable');
    squares += number * number;
  }
  if (!Number.isFinite(squares) || squares === 0) throw new EmbedderError('unreadable');
  const length = Math.sqrt(squares);
  return Float32Array.from(numbers, (number) => number / length);
}
