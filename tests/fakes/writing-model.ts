import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { ModelProposal } from '../../src/core/analysis/analysis.ts';

/** What the server was asked for. */
export type Asked = {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  /** Everything in the body that the model reads. */
  readonly text: string;
};

/** What a server does with a request: answers, or never. */
export type Reaction = (asked: Asked, response: ServerResponse) => void;

/** A server of a model that writes, on this machine, that remembers what it was asked. */
export type WritingModel = {
  readonly url: string;
  readonly requests: readonly Asked[];
  /** How it reacts from now on. */
  react: Reaction;
  /** Resolves when so many requests have come in all. */
  asked(times: number): Promise<void>;
};

/** What an answer costs where nothing else is said. */
export const usualUse = { input: 900, output: 120 };

/** Ends as the two interfaces word it. */
type Ending = 'complete' | 'cut-off' | 'refused' | 'filtered';

/** Answers with a text, by the interface it was asked by. */
export function writes(text: string, ending: Ending = 'complete', use: object | null = usualUse): Reaction {
  return (asked, response) => {
    const body = asked.path.endsWith('/responses')
      ? inResponses(text, ending, use)
      : inChat(text, ending, use);
    sendJson(200, body)(asked, response);
  };
}

/** Answers with a proposal. */
export function proposes(proposal: ModelProposal): Reaction {
  return writes(JSON.stringify(proposal));
}

/** Answers with a status and a body; whoever asks again need not wait. */
export function sendJson(status: number, body: unknown): Reaction {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'retry-after-ms': '1' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

/** Never answers. */
export const stalls: Reaction = () => {};

/** Breaks the connection. */
export const hangsUp: Reaction = (_, response) => void response.destroy();

/** Reacts like a server that has Chat Completions alone. */
export function withoutResponses(react: Reaction): Reaction {
  return (asked, response) =>
    (asked.path.endsWith('/responses') ? sendJson(404, { error: { message: 'no such path' } }) : react)(
      asked,
      response,
    );
}

/** Reacts to one request after the other; to all that come later like to the last. */
export function inTurn(...reactions: readonly Reaction[]): Reaction {
  let next = 0;
  return (asked, response) => {
    const react = reactions[Math.min(next, reactions.length - 1)];
    next += 1;
    react?.(asked, response);
  };
}

function inResponses(text: string, ending: Ending, use: object | null) {
  const refusal = [{ type: 'refusal', refusal: text }];
  const reason = { 'cut-off': 'max_output_tokens', filtered: 'content_filter' };
  const isCut = ending === 'cut-off' || ending === 'filtered';
  return {
    id: 'resp_1',
    object: 'response',
    status: isCut ? 'incomplete' : 'completed',
    incomplete_details: isCut ? { reason: reason[ending] } : null,
    output: [
      { type: 'reasoning', id: 'rs_1', summary: [] },
      {
        type: 'message',
        role: 'assistant',
        content: ending === 'refused' ? refusal : [{ type: 'output_text', text, annotations: [] }],
      },
    ],
    ...(use === null
      ? {}
      : { usage: { input_tokens: field(use, 'input'), output_tokens: field(use, 'output') } }),
  };
}

function inChat(text: string, ending: Ending, use: object | null) {
  const reason = { complete: 'stop', refused: 'stop', 'cut-off': 'length', filtered: 'content_filter' };
  const message = ending === 'refused' ? { content: null, refusal: text } : { content: text, refusal: null };
  return {
    id: 'chat_1',
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: reason[ending], message: { role: 'assistant', ...message } }],
    ...(use === null
      ? {}
      : { usage: { prompt_tokens: field(use, 'input'), completion_tokens: field(use, 'output') } }),
  };
}

function field(value: object, key: string): unknown {
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

/** Starts a server that is there until the test ends. */
export async function writingModel(react: Reaction): Promise<WritingModel> {
  const requests: Asked[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    response.on('error', () => {});
    void read(request).then((asked) => {
      requests.push(asked);
      for (const look of waiting) look();
      started.react(asked, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  // A server that listens on a port says so in this shape.
  const { port } = server.address() as AddressInfo;
  const started: WritingModel = {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    react,
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

async function read(request: IncomingMessage): Promise<Asked> {
  const body: Readonly<Record<string, unknown>> = JSON.parse(
    Buffer.concat(await request.toArray()).toString(),
  );
  const text = [body.instructions, body.input, JSON.stringify(body.messages ?? '')].map(String).join('\n');
  return { path: request.url ?? '', authorization: request.headers.authorization, body, text };
}
