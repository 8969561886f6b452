import type { IncomingMessage, ServerResponse } from 'node:http';
import { type RememberingServer, rememberingServer } from './remembering-server.ts';

/** A request for vectors, as it came. */
export type EmbeddingRequest = {
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  readonly input: readonly string[];
};

/** What a model server answers: a status and a body, or never. */
type Answer = (input: readonly string[], response: ServerResponse) => void;

/** A server of embeddings. */
export type ModelServer = RememberingServer<EmbeddingRequest> & {
  /** Every text it was sent. */
  texts(): readonly string[];
  /** How it answers from now on; by meaning at first. */
  answer: Answer;
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

/** Answers with vectors, and says what each text has cost in tokens; `null` says nothing of it. */
export function byMeaningFor(tokensEach: number | null): Answer {
  return (input, response) => {
    const usage = tokensEach === null ? null : { prompt_tokens: tokensEach * input.length };
    sendVectors(input.map(vectorOf), usage)(input, response);
  };
}

/** Answers with these vectors, whatever was asked. */
export function sendVectors(
  vectors: readonly unknown[],
  usage: object | null = { prompt_tokens: 1 },
): Answer {
  const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })).toReversed();
  return sendJson(200, { object: 'list', data, model: 'test', usage });
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
  const server = await rememberingServer(read, ({ input }, response) => started.answer(input, response));
  const started: ModelServer = {
    ...server,
    texts: () => server.requests.flatMap(({ input }) => input),
    answer: byMeaning,
  };
  return started;
}

function read({ headers }: IncomingMessage, body: EmbeddingRequest['body']): EmbeddingRequest {
  const { input } = body;
  return {
    authorization: headers.authorization,
    body,
    input: Array.isArray(input) ? input.map(String) : [],
  };
}
