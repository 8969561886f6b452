import type { IncomingMessage, ServerResponse } from 'node:http';
import { localServer } from './local-server.ts';

/** A server on this machine, in the place of a model’s, that remembers what it was asked. */
export type RememberingServer<Asked> = {
  /** Where its interface begins. */
  readonly url: string;
  readonly requests: readonly Asked[];
  /** Resolves when so many requests have come in all. */
  asked(times: number): Promise<void>;
};

type Body = Readonly<Record<string, unknown>>;

/** Starts a server that is there until the test ends; `read` says what is remembered of a request. */
export async function rememberingServer<Asked>(
  read: (request: IncomingMessage, body: Body) => Asked,
  answer: (asked: Asked, response: ServerResponse) => void,
): Promise<RememberingServer<Asked>> {
  const requests: Asked[] = [];
  const waiting = new Set<() => void>();
  const port = await localServer(async (request, response) => {
    const body: Body = JSON.parse(Buffer.concat(await request.toArray()).toString());
    const asked = read(request, body);
    requests.push(asked);
    for (const look of waiting) look();
    answer(asked, response);
  });
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    asked: (times) =>
      new Promise((resolve) => {
        const look = () => {
          if (requests.length >= times) resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
