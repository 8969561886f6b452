import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request for vectors, as it came. */
export type EmbeddingRequest = {
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  readonly input: readonly string[];
};

/** What a model server answers: a status and a body, or never. */
type Answer = (input: readonly string[], response: ServerResponse) => void;

/** A server of embeddings on this machine that remembers what it was asked. */
export type ModelServer = {
  readonly url: string;
  readonly requests: readonly EmbeddingRequest[];
  /** Every text it was sent. */
  texts(): readonly string[];
  /** How it answers from now on; by meaning at first. */
  answer: Answer;
  /** Resolves when so many requests have come in all. */
  asked(times: number): Promise<void>;
};

/** Words of two languages that mean the same, by what they mean. */
const concepts: Readonly<Record<string, string>> = {
  timetable: 'timetable',
  fahrplan: 'timetable',
  commuter: 'commuter',
  commuters: 'commuter',
  pendler: 'commuter',
  minutes: 'minute',
  minuten: 'minute',
  saves: 'save',
  sparen: 'save',
  twenty: 'twenty',
  zwanzig: 'twenty',
  lighthouse: 'lighthouse',
  leuchtturm: 'lighthouse',
  money: 'money',
  geld: 'money',
  paid: 'pay',
  bezahlt: 'pay',
};

const dimensions = 512;

/** The vector of a text: one number for each thing it speaks of. Other words share numbers, so that they are like noise. */
export function vectorOf(text: string): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (const word of words) {
    const concept = concepts[word];
    const hash = [...(concept ?? word)].reduce(
      (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0,
      7,
    );
    const at = hash % dimensions;
    vector[at] = (vector[at] ?? 0) + (concept === undefined ? 0.15 : 1);
  }
  return vector;
}

/** Answers with vectors. */
export function byMeaning(input: readonly string[], response: ServerResponse): void {
  sendVectors(input.map(vectorOf))(input, response);
}

/** Answers with these vectors, whatever was asked. */
export function sendVectors(vectors: readonly unknown[]): Answer {
  const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })).toReversed();
  return sendJson(200, { object: 'list', data, model: 'test', usage: { prompt_tokens: 1, total_tokens: 1 } });
}

/** Answers with a status and a body. */
export function sendJson(status: number, body: unknown): Answer {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

/** Starts a server that is there until the test ends. */
export async function modelServer(): Promise<ModelServer> {
  const requests: EmbeddingRequest[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    response.on('error', () => {});
    void read(request).then((asked) => {
      requests.push(asked);
      for (const look of waiting) look();
      started.answer(asked.input, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  // A server that listens on a port says so in this shape.
  const { port } = server.address() as AddressInfo;
  const started: ModelServer = {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    texts: () => requests.flatMap(({ input }) => input),
    answer: byMeaning,
    asked: (times) =>
      new Promise((resolve) => {
        const look = () => {
          if (requests.length >= times) resolve();
        };
        waiting.add(look);
        look();
      }),
  };
  return started;
}

async function read(request: IncomingMessage): Promise<EmbeddingRequest> {
  const body: Readonly<Record<string, unknown>> = JSON.parse(
    Buffer.concat(await request.toArray()).toString(),
  );
  const { input } = body;
  return {
    authorization: request.headers.authorization,
    body,
    input: Array.isArray(input) ? input.map(String) : [],
  };
}
