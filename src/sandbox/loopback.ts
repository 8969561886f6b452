import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { systemClock } from '../adapters/system-clock.ts';
import type { Clock } from '../ports/clock.ts';
import { createActor } from './actor.ts';
import type { Actor } from './acts.ts';
import { greetSession, tellBot } from './bot-events.ts';
import { createComposer } from './compose-message.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { writeHistory } from './history.ts';
import type { Place } from './interaction-payloads.ts';
import { createInteractions } from './interactions.ts';
import { allowsRequest } from './own-origin.ts';
import { mountPage } from './page-routes.ts';
import { createPageStreams } from './page-stream.ts';
import { sandboxPlan, type WorldPlan } from './plan.ts';
import { createRecorder, type RecordedRequest } from './recorder.ts';
import type { ResponseTools } from './responses.ts';
import { channelRoutes } from './rest/channels.ts';
import { commandRoutes } from './rest/commands.ts';
import { guildRoutes } from './rest/guilds.ts';
import { identityRoutes } from './rest/identity.ts';
import { interactionRoutes } from './rest/interactions.ts';
import { messageRoutes } from './rest/messages.ts';
import { mountRest } from './rest/mount.ts';
import type { Route } from './rest/route.ts';
import { webhookRoutes } from './rest/webhooks.ts';
import { createWorld, type World } from './world.ts';

export type { Actor } from './acts.ts';
export type { RecordedRequest } from './recorder.ts';

export type LoopbackOptions = {
  /** The machine's clock when absent. */
  readonly clock?: Clock;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** `sandboxPlan` when absent. */
  readonly world?: WorldPlan;
  /** Milliseconds between heartbeats; 41,250 when absent, as Discord says. */
  readonly heartbeatMs?: number;
  /** How many requests are kept; 10,000 when absent. */
  readonly keepRequests?: number;
  /** Milliseconds an interaction waits for its first response; 3,000 when absent, as Discord says. */
  readonly firstResponseMs?: number;
};

/** Where someone acts: by default their first server, its first channel, and English. */
export type AskedPlace = {
  readonly guildId?: string;
  /** A channel, a thread, or a direct-message channel of the bot (`world.directChannel`). */
  readonly channelId?: string;
  readonly locale?: string;
};

/** A Discord on 127.0.0.1, for tests, benchmarks and the sandbox. */
export type Loopback = {
  /** `http://127.0.0.1:PORT`, where the sandbox page and its API are. */
  readonly origin: string;
  /** For `DISCORD_API_URL`; discord.js adds `/v10`. */
  readonly apiUrl: string;
  /** The one bot token it accepts. */
  readonly token: string;
  readonly applicationId: string;
  readonly world: World;
  /** Every request to the REST interface, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** How many requests were dropped from `requests` to stay within `keepRequests`. */
  forgottenRequests(): number;
  /**
   * Someone in a place.
   *
   * @throws {RangeError} when there is no such person or place
   */
  as(userId: string, place?: AskedPlace): Actor;
  readonly faults: Faults;
  botOnline(): boolean;
  /** @returns stops listening */
  onBotChange(listener: (online: boolean) => void): () => void;
  /** Resolves when a bot is online. */
  whenReady(): Promise<void>;
  /** Closes every socket and stream at once. */
  stop(): Promise<void>;
};

const HOST = '127.0.0.1';
const DISCORD_HEARTBEAT_MS = 41_250;

/** The largest request, in bytes: ten files at Discord's limit. */
const BODY_LIMIT_BYTES = 100 * 1024 * 1024;

/**
 * Starts a loopback Discord.
 *
 * @throws an error with code `EADDRINUSE` when the port is taken
 */
export async function startLoopback(options: LoopbackOptions = {}): Promise<Loopback> {
  const plan = options.world ?? sandboxPlan;
  const world = createWorld(options.clock ?? systemClock, plan);
  const recorder = createRecorder(options.keepRequests ?? 10_000);
  let port = 0;
  const origin = () => `http://${HOST}:${port}`;
  const gatewayUrl = () => `ws://${HOST}:${port}/gateway`;

  const gateway = createGateway({
    world,
    url: gatewayUrl,
    heartbeatMs: options.heartbeatMs ?? DISCORD_HEARTBEAT_MS,
    greet: (session) => greetSession(world, session),
  });
  tellBot(world, gateway);
  const interactions = createInteractions(world, gateway, options.firstResponseMs);
  const faults = createFaults(gateway, interactions);
  const tools = { world, interactions, composer: createComposer(world, origin) };

  const app = createApp(() => port);
  mountRest(app, {
    world,
    recorder,
    faults,
    routes: [...identityRoutes(world, gatewayUrl), ...routesOf(tools)],
  });
  const streams = createPageStreams(world, gateway);
  mountPage(app, { world, gateway, interactions, streams, origin });
  acceptSockets(app, gateway, () => port);
  await app.listen({ host: HOST, port: options.port ?? 0 });
  // A server that listens on TCP has an address object.
  port = (app.server.address() as AddressInfo).port;
  writeHistory(world, plan, origin());

  return {
    origin: origin(),
    apiUrl: `${origin()}/api`,
    token: world.token,
    applicationId: world.applicationId,
    world,
    requests: recorder.requests,
    forgottenRequests: recorder.forgotten,
    as: (userId, place = {}) =>
      createActor({ world, interactions, origin: origin() }, placeOf(world, userId, place)),
    faults,
    botOnline: gateway.online,
    onBotChange: gateway.presence.add,
    whenReady: () => untilOnline(gateway),
    async stop() {
      gateway.close();
      streams.close();
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

function routesOf(tools: ResponseTools): readonly Route[] {
  const { world, composer } = tools;
  return [
    ...commandRoutes(world),
    ...interactionRoutes(tools),
    ...webhookRoutes(tools),
    ...messageRoutes(world, composer),
    ...channelRoutes(world),
    ...guildRoutes(world),
  ];
}

async function untilOnline(gateway: Gateway): Promise<void> {
  if (gateway.online()) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = gateway.presence.add((online) => {
    if (online) resolve();
  });
  await promise;
  stop();
}

function createApp(port: () => number): FastifyInstance {
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async (request, reply) => {
    if (!allowsRequest(request, port()))
      await reply.code(403).send({ message: 'Only this machine may ask.' });
  });
  return app;
}

function acceptSockets(app: FastifyInstance, { server }: Gateway, port: () => number): void {
  app.server.on('upgrade', (request, socket, head) => {
    const isGateway = request.url?.split('?')[0]?.replace(/\/$/, '') === '/gateway';
    if (!isGateway || !allowsRequest(request, port())) return socket.destroy();
    server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request));
  });
}

function placeOf(world: World, userId: string, asked: AskedPlace): Place {
  const locale = asked.locale ?? 'en-US';
  const channel = asked.channelId === undefined ? undefined : world.channel(asked.channelId);
  const isThere =
    channel !== undefined &&
    (channel.guildId === null
      ? channel.ownerId === userId
      : world.guildOf(channel)?.members.has(userId) === true);
  if (isThere) return { userId, guildId: channel.guildId, channelId: channel.id, locale };
  const guilds = [...world.guilds.values()];
  const guild = guilds.find(({ id, members }) => (asked.guildId ?? id) === id && members.has(userId));
  const [first] = guild?.channels.values() ?? [];
  if (guild === undefined || first === undefined || asked.channelId !== undefined) {
    throw new RangeError(`no such place for ${userId}`);
  }
  return { userId, guildId: guild.id, channelId: first.id, locale };
}
