import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PlannedFaults } from '../faults.ts';
import { objectOf } from '../json.ts';
import type { Recorder } from '../recorder.ts';
import type { World } from '../world.ts';
import { type ParsedBody, parseBody } from './body.ts';
import { DiscordError, refusals } from './errors.ts';
import { type RestAnswer, type RestCall, type Route, restCall } from './route.ts';

export type RestOptions = {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly recorder: Recorder;
  readonly faults: PlannedFaults;
};

const PREFIX = '/api/v10';

/** Serves the routes below `/api/v10`, records every request there and lets faults have their way. */
export function mountRest(app: FastifyInstance, options: RestOptions): void {
  const { world, routes } = options;
  for (const route of routes) {
    app.route({
      method: route.method,
      url: `${PREFIX}${route.path}`,
      handler: (request, reply) =>
        serve(options, request, reply, route.path, (call) => {
          if (route.auth === 'bot' && request.headers.authorization !== `Bot ${world.token}`) {
            throw refusals.unauthorized();
          }
          return route.run(call);
        }),
    });
  }
  app.all(`${PREFIX}/*`, (request, reply) =>
    serve(options, request, reply, null, () => {
      throw refusals.notFound();
    }),
  );
}

async function serve(
  { world, recorder, faults }: RestOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  route: string | null,
  run: (call: RestCall) => RestAnswer,
): Promise<FastifyReply> {
  const path = decodeURIComponent(request.url.slice(PREFIX.length).split('?')[0] ?? '');
  const delayMs = faults.takeDelay();
  if (delayMs > 0) await new Promise<void>((resolve) => void world.clock.after(delayMs, resolve));

  const raw = request.body;
  const parsed = await parseBody(
    Buffer.isBuffer(raw) ? raw : undefined,
    request.headers['content-type'] ?? '',
  ).catch((error: unknown) => asDiscordError(error));
  const failure = faults.failureFor(request.method, path);
  const hold = faults.holdFor(request.method, path);
  if (hold?.afterwards === false) await hold.wait();

  const done = settle(() => {
    if (parsed instanceof DiscordError) throw parsed;
    if (failure !== undefined && failure.afterwards !== true) throw failureOf(failure);
    const answer = run(
      restCall(objectOf(request.params), objectOf(request.query), parsed.json, parsed.files),
    );
    if (failure !== undefined) throw failureOf(failure);
    return answer;
  });
  const { json, files }: ParsedBody =
    parsed instanceof DiscordError ? { json: undefined, files: [] } : parsed;
  const retryAfter = done.status === 429 ? (failure?.retryAfter ?? 0.05) : undefined;
  const body =
    retryAfter === undefined ? done.body : { ...objectOf(done.body), retry_after: retryAfter, global: false };
  recorder.record({
    method: request.method,
    path,
    route,
    query: restCall({}, objectOf(request.query), undefined, []).query,
    body: json,
    files: files.map(({ name, contentType, bytes }) => ({
      name,
      contentType,
      size: bytes.byteLength,
      bytes,
    })),
    status: done.status,
    response: body ?? null,
    at: world.clock.now(),
  });
  if (hold?.afterwards === true) await hold.wait();

  reply.code(done.status).headers(rateLimitHeaders(request.method, route, retryAfter));
  return body === undefined ? reply.send() : reply.type('application/json').send(JSON.stringify(body));
}

function settle(run: () => RestAnswer): RestAnswer {
  try {
    return run();
  } catch (error) {
    const refusal = asDiscordError(error);
    return { status: refusal.status, body: refusal.body() };
  }
}

function asDiscordError(error: unknown): DiscordError {
  if (error instanceof DiscordError) return error;
  throw error;
}

function failureOf({ status, code }: { readonly status: number; readonly code?: number }): DiscordError {
  const message = status === 429 ? 'You are being rate limited.' : `${status}: planned failure`;
  return new DiscordError(status, code ?? 0, message);
}

/** What Discord says about its limits: never near one, but for a planned 429. */
function rateLimitHeaders(
  method: string,
  route: string | null,
  retryAfter: number | undefined,
): Record<string, string> {
  if (retryAfter !== undefined) {
    return {
      'retry-after': String(retryAfter),
      'x-ratelimit-scope': 'user',
      'x-ratelimit-limit': '50',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset-after': String(retryAfter),
    };
  }
  if (route === null || route.startsWith('/interactions')) return {};
  return {
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '999',
    'x-ratelimit-reset-after': '1',
    'x-ratelimit-bucket': `${method}${route}`.replace(/\W+/g, '-'),
  };
}
