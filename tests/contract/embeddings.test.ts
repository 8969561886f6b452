import { describe, expect, it } from 'vitest';
import { modelClient } from '../../src/adapters/model/client.ts';
import { openEmbedder } from '../../src/adapters/model/embeddings.ts';
import {
  byMeaning,
  byMeaningFor,
  type ModelServer,
  modelServer,
  sendJson,
  sendVectors,
} from '../fakes/model-server.ts';
import { recordingLog } from '../fixtures/store/recording-log.ts';

const key = 'sk-canary-of-the-key';
const secretText = 'canary of a text';
const goOn = new AbortController().signal;

function embedderAt({ url }: Pick<ModelServer, 'url'>, { apiKey = key, restMs = 30_000 }: Options = {}) {
  const { log, said } = recordingLog();
  const client = modelClient({ baseUrl: url, apiKey });
  return {
    embedder: openEmbedder({ client, model: 'test-model', provider: 'models.example', log, restMs }),
    said,
  };
}

type Options = { readonly apiKey?: string | null; readonly restMs?: number };

describe('an embedder over the wire', () => {
  it('sends model and texts, nothing of who asks, and gives vectors of length 1 in the texts’ order', async () => {
    const server = await modelServer();
    const { embedder } = embedderAt(server);

    const { vectors } = await embedder.embed(['the timetable', 'Leuchtturm', 'lighthouse'], 'once', goOn);

    expect(server.requests.map(({ body, authorization }) => ({ body, authorization }))).toEqual([
      {
        body: {
          model: 'test-model',
          input: ['the timetable', 'Leuchtturm', 'lighthouse'],
          encoding_format: 'float',
        },
        authorization: `Bearer ${key}`,
      },
    ]);
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    expect(vectors[1]).toEqual(vectors[2]);
    expect(vectors[0]).not.toEqual(vectors[1]);
  });

  it('sends no key where there is none', async () => {
    const server = await modelServer();
    const { embedder } = embedderAt(server, { apiKey: null });

    await embedder.embed(['the timetable'], 'once', goOn);

    expect(server.requests[0]?.authorization).toBeUndefined();
  });

  it('cuts many texts, and long ones, into several requests', async () => {
    const server = await modelServer();
    const { embedder } = embedderAt(server);

    const many = await embedder.embed(new Array<string>(300).fill('ferry'), 'again', goOn);
    const long = await embedder.embed(['a'.repeat(150_000), 'b'.repeat(150_000)], 'again', goOn);

    expect([many.vectors.length, long.vectors.length]).toEqual([300, 2]);
    expect(server.requests.map(({ input }) => input.length)).toEqual([256, 44, 1, 1]);
  });

  it.each([
    { why: 'what the server reports', usage: { prompt_tokens: 17 }, tokens: 17 },
    { why: 'a token a byte and four a text where it says nothing', usage: null, tokens: 6 + 4 + 3 + 4 },
    { why: 'as much where it says what cannot be', usage: { prompt_tokens: 1e12 }, tokens: 17 },
    { why: 'as much where it says that it was nothing', usage: { prompt_tokens: 0 }, tokens: 17 },
  ])('costs $why', async ({ usage, tokens }) => {
    const server = await modelServer();
    server.answer = sendVectors([[1], [1]], usage);
    const { embedder } = embedderAt(server);

    const embedded = await embedder.embed(['größ', 'Rad'], 'once', goOn);

    expect(embedded.tokens).toBe(tokens);
  });

  it.each([
    { why: 'nothing where the server refuses', answer: sendJson(401, {}), tokens: 0 },
    { why: 'the most it could be where the answer cannot be read', answer: sendJson(200, {}), tokens: 7 },
  ])('that fails has cost $why', async ({ answer, tokens }) => {
    const server = await modelServer();
    server.answer = answer;
    const { embedder } = embedderAt(server);

    await expect(embedder.embed(['one'], 'once', goOn)).rejects.toMatchObject({ tokens });
  });

  it('that fails in the midst has cost what was answered until then', async () => {
    const server = await modelServer();
    server.answer = (input, response) =>
      (server.requests.length === 1 ? byMeaningFor(2) : sendJson(401, {}))(input, response);
    const { embedder } = embedderAt(server);

    const failing = embedder.embed(new Array<string>(300).fill('ferry'), 'once', goOn);

    await expect(failing).rejects.toMatchObject({ failure: 'refused', tokens: 512 });
  });

  it.each([
    { why: 'too few vectors', answer: sendVectors([[1, 0]]) },
    {
      why: 'too many vectors',
      answer: sendVectors([
        [1, 0],
        [1, 0],
        [1, 0],
      ]),
    },
    { why: 'vectors of different lengths', answer: sendVectors([[1, 0], [1]]) },
    { why: 'an empty vector', answer: sendVectors([[], []]) },
    {
      why: 'a vector of zeros',
      answer: sendVectors([
        [0, 0],
        [1, 0],
      ]),
    },
    {
      why: 'what is no number',
      answer: sendVectors([
        [1, null],
        [1, 0],
      ]),
    },
    {
      why: 'numbers without end',
      answer: sendVectors([
        [1e300, 1e300],
        [1, 0],
      ]),
    },
    { why: 'no list', answer: sendJson(200, { data: 'none' }) },
    { why: 'no JSON', answer: sendJson(200, '{') },
    {
      why: 'an index twice',
      answer: sendJson(200, { data: [0, 0].map((index) => ({ index, embedding: [1] })) }),
    },
    {
      why: 'an index out of range',
      answer: sendJson(200, { data: [0, 2].map((index) => ({ index, embedding: [1] })) }),
    },
  ])('an answer with $why cannot be read', async ({ answer }) => {
    const server = await modelServer();
    server.answer = answer;
    const { embedder } = embedderAt(server);

    await expect(embedder.embed(['one', 'two'], 'once', goOn)).rejects.toMatchObject({
      name: 'EmbedderError',
      failure: 'unreadable',
    });
  });

  it.each([
    { status: 401, failure: 'refused' },
    { status: 404, failure: 'refused' },
    { status: 429, failure: 'unreachable' },
    { status: 503, failure: 'unreachable' },
  ])(
    'status $status is told as $failure, without key and text, and not tried again for who waits',
    async (row) => {
      const server = await modelServer();
      server.answer = sendJson(row.status, { error: { message: `${key} ${secretText}`, code: secretText } });
      const { embedder } = embedderAt(server);

      const failing = embedder.embed([secretText], 'once', goOn).catch((error: unknown) => error);

      const error = await failing;
      expect(error).toMatchObject({ name: 'EmbedderError', failure: row.failure, status: row.status });
      const told = JSON.stringify([
        error,
        String(error),
        error instanceof Error ? [error.stack, error.cause] : [],
      ]);
      expect(told).not.toContain(key);
      expect(told).not.toContain(secretText);
      expect(server.requests).toHaveLength(1);
    },
  );

  it('follows nobody to another host, which nobody has consented to', async () => {
    const [server, other] = [await modelServer(), await modelServer()];
    server.answer = (_, response) => {
      response.writeHead(307, { location: `${other.url}/embeddings` }).end();
    };
    const { embedder } = embedderAt(server);

    await expect(embedder.embed(['one'], 'once', goOn)).rejects.toMatchObject({ failure: 'unreachable' });

    expect(other.requests).toEqual([]);
  });

  it('a server that is not there is unreachable', async () => {
    const { embedder } = embedderAt({ url: 'http://127.0.0.1:9/v1' });

    await expect(embedder.embed(['one'], 'once', goOn)).rejects.toMatchObject({ failure: 'unreachable' });
  });

  it('ends at once with the reason when it is stopped', async () => {
    const server = await modelServer();
    server.answer = () => {};
    const { embedder } = embedderAt(server);
    const stopping = new AbortController();
    const failing = expect(embedder.embed(['one'], 'once', stopping.signal)).rejects.toThrow('enough');
    await server.asked(1);

    stopping.abort(new Error('enough'));

    await failing;
  });

  it('is left alone after five failures in a row, and asked again after a rest', async () => {
    const server = await modelServer();
    server.answer = sendJson(500, {});
    const resting = embedderAt(server);
    const back = embedderAt(server, { restMs: 0 });
    const ask = ({ embedder }: typeof back) =>
      embedder.embed(['one'], 'once', goOn).then(
        () => 'answered',
        (error: unknown) => (error instanceof Error ? error.message.split(': ')[1] : error),
      );
    const askTimes = async (one: typeof back, times: number) => {
      const said: unknown[] = [];
      for (let time = 0; time < times; time += 1) said.push(await ask(one));
      return said;
    };

    expect(await askTimes(resting, 7)).toEqual([...new Array(5).fill('unreachable'), 'resting', 'resting']);
    expect(server.requests).toHaveLength(5);
    expect(resting.said.map(({ message }) => message)).toEqual([
      'the embedding model is left alone for a while',
    ]);
    await askTimes(back, 5);
    server.answer = byMeaning;
    expect(await ask(back)).toBe('answered');
    expect(back.said.map(({ message }) => message)).toContain('the embedding model answers again');
  });
});
