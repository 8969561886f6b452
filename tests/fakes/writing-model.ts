import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ModelProposal } from '../../src/core/analysis/analysis.ts';
import { type RememberingServer, rememberingServer } from './remembering-server.ts';

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

/** A server of a model that writes. */
export type WritingModel = RememberingServer<Asked> & {
  /** How it reacts from now on. */
  react: Reaction;
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
  const server = await rememberingServer(read, (asked, response) => started.react(asked, response));
  const started: WritingModel = { ...server, react };
  return started;
}

function read({ url, headers }: IncomingMessage, body: Asked['body']): Asked {
  const text = [body.instructions, body.input, JSON.stringify(body.messages ?? '')].map(String).join('\n');
  return { path: url ?? '', authorization: headers.authorization, body, text };
}
