import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LookupFunction } from 'node:net';
import { localServer } from './local-server.ts';

/** A web server on this machine that remembers what it was asked. */
export type SomeSite = {
  /** The address of a path at any host name, all of which lead here by `lookup`. */
  at(path: string, host?: string): string;
  /** Each request, such as `HEAD harbour.example/survey`. */
  readonly asked: readonly string[];
  /** The requests as they came. */
  readonly requests: readonly IncomingMessage[];
};

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Starts a site that is there until the test ends. */
export async function someSite(answer: Answer): Promise<SomeSite> {
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  const port = await localServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host?.split(':')[0]}${request.url}`);
    requests.push(request);
    answer(request, response);
  });
  return { at: (path, host = 'harbour.example') => `http://${host}:${port}${path}`, asked, requests };
}

/** Answers by path; any other path, `/robots.txt` among them, is not found. */
export function pages(byPath: Readonly<Record<string, Answer>>): Answer {
  return (request, response) => {
    const page = byPath[request.url ?? ''] ?? status(404);
    page(request, response);
  };
}

export function status(code: number): Answer {
  return (_, response) => response.writeHead(code).end();
}

export function redirect(code: number, location: string): Answer {
  return (_, response) => response.writeHead(code, { location }).end();
}

/** Every name leads to this machine, the way a name of one's own may. */
export const everythingHere = leadingTo('127.0.0.1');

/** Every name leads to these addresses, one after another; the last one stays. */
export function leadingTo(...addresses: readonly string[]): LookupFunction {
  let lookups = 0;
  return (_host, { all }, callback) => {
    const address = addresses[Math.min(lookups, addresses.length - 1)] ?? '';
    lookups += 1;
    const family = address.includes(':') ? 6 : 4;
    if (all === true) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
}

/** No name leads anywhere. */
export function leadingNowhere(code: 'ENOTFOUND' | 'EAI_AGAIN'): LookupFunction {
  return (host, _options, callback) =>
    callback(Object.assign(new Error(`getaddrinfo ${code} ${host}`), { code }), '');
}
