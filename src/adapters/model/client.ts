import type { OpenAI } from 'openai';

/** Where a model is: OpenAI's own address, or that of a compatible server, which may need no key. */
export type ModelServer = { readonly baseUrl: string | null; readonly apiKey: string | null };

/** Who runs a server, as members read it: OpenAI, or the host of a compatible one. */
export function providerOf({ baseUrl }: Pick<ModelServer, 'baseUrl'>): string {
  const host = baseUrl === null ? openAiHost : new URL(baseUrl).host;
  return host === openAiHost ? 'OpenAI' : host;
}

/** Why a model server did not answer as it should. */
export type ServerFailure = 'unreachable' | 'too-slow' | 'refused' | 'unreadable';

/**
 * A request failed. What the server wrote, and what it was asked, may hold texts and keys: neither is kept, not even as the
 * cause.
 */
export class ModelServerError extends Error {
  override readonly name = 'ModelServerError';
  readonly failure: ServerFailure;
  readonly status: number | null;

  constructor(failure: ServerFailure, status: number | null = null) {
    super(`the model server did not answer as it should: ${failure}`);
    this.failure = failure;
    this.status = status;
  }
}

/** The way to a model server. */
export type ModelClient = {
  /**
   * Sends a request; the package is loaded with the first, since it costs memory.
   *
   * @throws ModelServerError for whatever `work` rejects with
   */
  ask<T>(work: (server: OpenAI) => Promise<T>): Promise<T>;
};

const openAiHost = 'api.openai.com';
const openAiUrl = `https://${openAiHost}/v1`;

/** How long, in ms, one try may take; whoever cannot wait so long ends it by a signal. */
const timeoutMs = 60_000;

/** How often a request is tried again that failed in passing. */
const mostRetries = 2;

/** A client that takes nothing from the environment, where the package would look by itself. */
export function modelClient(server: ModelServer): ModelClient {
  let opening: Promise<OpenAI> | null = null;
  return {
    async ask(work) {
      opening ??= open(server);
      const client = await opening;
      try {
        return await work(client);
      } catch (error) {
        throw await failureOf(error);
      }
    },
  };
}

async function open({ baseUrl, apiKey }: ModelServer): Promise<OpenAI> {
  const { OpenAI } = await import('openai');
  return new OpenAI({
    baseURL: baseUrl ?? openAiUrl,
    // The package wants a key even where none is sent.
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    ...(apiKey === null ? { defaultHeaders: { Authorization: null } } : {}),
    organization: null,
    project: null,
    timeout: timeoutMs,
    maxRetries: mostRetries,
    // Admins have consented to this host, and to no other that it might name.
    fetchOptions: { redirect: 'error' },
    // Its log would hold texts.
    logLevel: 'off',
  });
}

async function failureOf(error: unknown): Promise<ModelServerError> {
  if (error instanceof ModelServerError) return error;
  const { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } = await import(
    'openai'
  );
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError)
    return new ModelServerError('too-slow');
  if (error instanceof APIConnectionError) return new ModelServerError('unreachable');
  if (!(error instanceof APIError)) return new ModelServerError('unreadable');
  const status: unknown = error.status;
  if (typeof status !== 'number') return new ModelServerError('unreadable');
  return new ModelServerError(status >= 500 || status === 429 ? 'unreachable' : 'refused', status);
}
