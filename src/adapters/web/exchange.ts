import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { Clock } from '../../ports/clock.ts';

/** What came of one request. */
export type Exchange =
  | {
      readonly came: 'answer';
      readonly status: number;
      /** Where the answer leads, if it leads anywhere. */
      readonly location: string | null;
      /** The beginning of the body, as far as it was wanted. */
      readonly body: Uint8Array;
      /** What the site says the body is, with its charset. */
      readonly contentType: string | null;
    }
  /** The host's name leads nowhere. */
  | { readonly came: 'no-host' }
  /** No connection, no answer in time, or an address that is not public. */
  | { readonly came: 'nothing' };

export type ExchangeOptions = {
  readonly clock: Clock;
  readonly userAgent: string;
  /** How long one request may take in all, in ms. */
  readonly timeoutMs: number;
  /** Addresses that may be reached although they are not public; for tests. */
  readonly allowedAddresses: readonly string[];
  /** Finds the addresses of a name; the system's by default. What it finds is checked all the same. */
  readonly lookup?: LookupFunction;
};

/** One request to a public address, over HTTP or HTTPS, that follows nothing. */
export type Send = (
  url: URL,
  wants: { readonly method: 'HEAD' | 'GET'; readonly bodyBytes: number },
  stop: AbortSignal,
) => Promise<Exchange>;

/** Longest head of an answer, in bytes, that is taken. */
const headBytes = 16_384;

/**
 * Requests that reach public addresses alone: the agents look at each address a name leads to at the moment of
 * connecting, so that a name which changes its mind gains nothing. A connection serves one request.
 */
export function exchanges(options: ExchangeOptions): Send {
  const rules = { allowIPAddressList: [...options.allowedAddresses], keepAlive: false };
  const agents = { http: new RequestFilteringHttpAgent(rules), https: new RequestFilteringHttpsAgent(rules) };

  return (url, { method, bodyBytes }, stop) => {
    const { promise, resolve } = Promise.withResolvers<Exchange>();
    const secure = url.protocol === 'https:';
    const request = (secure ? requestHttps : requestHttp)(url, {
      method,
      agent: secure ? agents.https : agents.http,
      maxHeaderSize: headBytes,
      // What is not packed cannot unpack to something huge.
      headers: { 'user-agent': options.userAgent, accept: '*/*', 'accept-encoding': 'identity' },
      ...(options.lookup ? { lookup: options.lookup } : {}),
    });
    let answered = false;
    const giveUp = () => void request.destroy();
    const cancel = options.clock.after(options.timeoutMs, giveUp);
    stop.addEventListener('abort', giveUp);
    request.on('response', (response) => {
      answered = true;
      readBody(response, bodyBytes).then((body) => {
        const { statusCode: status = 0, headers } = response;
        resolve(
          body === null
            ? { came: 'nothing' }
            : {
                came: 'answer',
                status,
                location: headers.location ?? null,
                body,
                contentType: headers['content-type'] ?? null,
              },
        );
        request.destroy();
      });
    });
    request.on('error', (error) => resolve({ came: namesNoHost(error) ? 'no-host' : 'nothing' }));
    // Whatever else may end a connection, it ends the waiting; after an answer this changes nothing.
    request.on('close', () => {
      if (!answered) resolve({ came: 'nothing' });
    });
    if (stop.aborted) giveUp();
    request.end();
    return promise.finally(() => {
      cancel();
      stop.removeEventListener('abort', giveUp);
    });
  };
}

/** The first `bytes` of the body; null when the connection broke before they, or the end, had come. */
async function readBody(response: IncomingMessage, bytes: number): Promise<Uint8Array | null> {
  if (bytes === 0) return new Uint8Array();
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response) {
      const bytesCame = Buffer.from(chunk);
      chunks.push(bytesCame);
      length += bytesCame.length;
      if (length >= bytes) break;
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks).subarray(0, bytes);
}

/** Whether the system says that there is no such name, rather than that it could not find out (EAI_AGAIN). */
function namesNoHost(error: Error): boolean {
  return 'code' in error && error.code === 'ENOTFOUND';
}
