import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { createActor } from './actor.ts';
import type { Actor } from './acts.ts';
import type { Gateway } from './gateway.ts';
import type { Interactions } from './interactions.ts';
import {
  carryOut,
  givenOptions,
  pageAct,
  pageDeleting,
  pageEditing,
  pageTyping,
  pageWriting,
} from './page-acts.ts';
import type { PageChoices } from './page-api.ts';
import { servePageFiles } from './page-files.ts';
import type { PageStreams } from './page-stream.ts';
import { pageState, type View, viewOf } from './page-view.ts';
import type { World } from './world.ts';

export type PageOptions = {
  readonly world: World;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly streams: PageStreams;
  /** Where uploaded files are served from, once the server listens. */
  origin(): string;
};

type Asked = FastifyRequest<{ Querystring: { as?: string; channel?: string } }>;

const HEADERS = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** Serves the sandbox page and the interface it speaks to. */
export function mountPage(
  app: FastifyInstance,
  { world, gateway, interactions, streams, origin }: PageOptions,
): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/')) reply.headers(HEADERS);
  });
  servePageFiles(app, world);

  const actorFor = ({ guild, persona, channel }: View, locale: string) =>
    createActor(
      { world, interactions, origin: origin() },
      {
        userId: persona.id,
        guildId: channel.guildId === null ? null : guild.id,
        channelId: channel.id,
        locale,
      },
    );
  const exactView = ({ as, channel }: { readonly as: string; readonly channel: string }) => {
    const view = viewOf(world, as, channel);
    return view?.persona.id === as && view.channel.id === channel ? view : undefined;
  };

  app.get('/sandbox/state', async (request: Asked, reply) => {
    const view = viewOf(world, request.query.as ?? '', request.query.channel ?? '');
    return view === undefined ? refuse(reply) : reply.send(pageState(world, view, gateway.online()));
  });
  app.get('/sandbox/events', (request: Asked, reply) => {
    const view = viewOf(world, request.query.as ?? '', request.query.channel ?? '');
    if (view === undefined) return refuse(reply);
    reply.hijack();
    reply.raw.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream; charset=utf-8' });
    streams.open(reply.raw, view);
  });
  app.post('/sandbox/interactions', async (request, reply) => {
    const act = parse(pageAct, request.body);
    const view = act === undefined ? undefined : exactView(act);
    if (act === undefined || view === undefined) return refuse(reply);
    return reply.send(await carryOut(world, actorFor(view, act.locale), act));
  });
  app.post('/sandbox/autocomplete', async (request, reply) => {
    const typing = parse(pageTyping, request.body);
    const view = typing === undefined ? undefined : exactView(typing);
    if (typing === undefined || view === undefined) return refuse(reply);
    const actor = actorFor(view, typing.locale);
    const choices = await actor.type(typing.command, givenOptions(typing.options), typing.focused);
    return reply.send({ choices } satisfies PageChoices);
  });
  const messageRoute = <T extends Asking>(
    method: 'POST' | 'PATCH' | 'DELETE',
    schema: z.ZodType<T>,
    work: (actor: Actor, asked: T) => Promise<unknown>,
  ) =>
    app.route({
      method,
      url: '/sandbox/messages',
      async handler(request, reply) {
        const asked = parse(schema, request.body);
        const view = asked === undefined ? undefined : exactView(asked);
        if (asked === undefined || view === undefined) return refuse(reply);
        try {
          await work(actorFor(view, 'en-US'), asked);
          return reply.code(204).send();
        } catch {
          return reply.code(403).send({ message: 'This persona may not do that here.' });
        }
      },
    });
  messageRoute('POST', pageWriting, (actor, { content }) => actor.write(content));
  messageRoute('PATCH', pageEditing, (actor, { messageId, content }) => actor.edit(messageId, content));
  messageRoute('DELETE', pageDeleting, (actor, { messageId }) => actor.remove(messageId));
}

type Asking = { readonly as: string; readonly channel: string };

function parse<T>(schema: z.ZodType<T>, body: unknown): T | undefined {
  if (!Buffer.isBuffer(body)) return undefined;
  try {
    const read = schema.safeParse(JSON.parse(body.toString('utf8')));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

function refuse(reply: FastifyReply): FastifyReply {
  return reply.code(400).send({ message: 'There is no such persona, channel or act.' });
}
