import { type JsonObject, objectOf } from '../json.ts';
import type { UploadedFile } from './body.ts';

/** A request to one route. */
export type RestCall = {
  /** A named part of the path; empty when the route has no such part. */
  param(name: string): string;
  readonly query: Readonly<Record<string, string>>;
  /** The body as it came. */
  readonly json: unknown;
  /** The body when it is an object, else an empty one. */
  readonly body: JsonObject;
  readonly files: readonly UploadedFile[];
};

/** What a route answers; 204 has no body. */
export type RestAnswer = { readonly status: number; readonly body?: unknown };

/**
 * One route of the REST interface. `run` is synchronous, so that a request is done and recorded before anyone who
 * waits for its effect goes on; it refuses by throwing a `DiscordError`.
 */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v10`. */
  readonly path: string;
  /** `bot`: needs the bot's token; `token`: a token in the path is enough. */
  readonly auth: 'bot' | 'token';
  run(call: RestCall): RestAnswer;
};

/** A route that needs the bot's token. */
export function botRoute(method: Route['method'], path: string, run: Route['run']): Route {
  return { method, path, auth: 'bot', run };
}

/** A route for which a token in its path is enough. */
export function tokenRoute(method: Route['method'], path: string, run: Route['run']): Route {
  return { method, path, auth: 'token', run };
}

/** A call with the given parts. */
export function restCall(
  params: JsonObject,
  query: JsonObject,
  json: unknown,
  files: readonly UploadedFile[],
): RestCall {
  const texts = Object.entries(query).map(([key, value]) => [key, String(value)] as const);
  return {
    param: (name) => String(params[name] ?? ''),
    query: Object.fromEntries(texts),
    json,
    body: objectOf(json),
    files,
  };
}

/** 200 with a body. */
export const ok = (body: unknown): RestAnswer => ({ status: 200, body });

/** 204 without a body. */
export const noContent: RestAnswer = { status: 204 };
