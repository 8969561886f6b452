import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { userObject } from './api-objects.ts';
import { isObject, numberOf, objectOf, textOf } from './json.ts';
import { type Listeners, listeners } from './listeners.ts';
import { createSession, type Identity, type Session, serves } from './sessions.ts';
import type { World } from './world.ts';

export type GatewayOptions = {
  readonly world: World;
  /** Where a client comes back to, `ws://127.0.0.1:PORT/gateway`. */
  readonly url: () => string;
  /** Milliseconds between heartbeats; Discord says 41,250. */
  readonly heartbeatMs: number;
  /** Greets a session that has just identified: READY is sent, its guilds come next. */
  readonly greet: (session: Session) => void;
};

/** The WebSocket side of the loopback Discord. */
export type Gateway = {
  /** Takes WebSocket connections that the HTTP server has checked. */
  readonly server: WebSocketServer;
  readonly sessions: ReadonlyMap<string, Session>;
  /** Told the event name after every dispatch. */
  readonly dispatched: Listeners<string>;
  /** Told true when the first session is ready, false when the last socket is gone. */
  readonly presence: Listeners<boolean>;
  online(): boolean;
  /**
   * Sends an event to every session that serves the guild and has asked for `intent`.
   *
   * @param shape - changes the data for one session
   * @returns whether any session, connected or resumable, took it
   */
  dispatch(
    event: string,
    guildId: string | null,
    data: unknown,
    intent?: number,
    shape?: (session: Session) => unknown,
  ): boolean;
  /** Cuts every socket without a word; the sessions can be resumed. */
  cut(): void;
  /** Says op 7 to every client: come back and resume. */
  askToReconnect(): void;
  /** Says op 9 to every client. */
  invalidate(resumable: boolean): void;
  /** From now on sockets stay open and say nothing, heartbeats unanswered, until they are closed. */
  freeze(): void;
  close(): void;
};

/** The largest message a client may send, from Discord's reference. */
const MAX_CLIENT_BYTES = 4_096;

/** A Gateway for version 10 with JSON and without compression. */
export function createGateway({ world, url, heartbeatMs, greet }: GatewayOptions): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const dispatched = listeners<string>();
  const presence = listeners<boolean>();
  const frozen = new WeakSet<WebSocket>();
  let wasOnline = false;

  const online = () => [...sessions.values()].some((session) => session.socket !== null);
  const tellPresence = () => {
    if (online() === wasOnline) return;
    wasOnline = !wasOnline;
    presence.tell(wasOnline);
  };
  const send = (socket: WebSocket, op: GatewayOpcodes, d: unknown) => {
    if (!frozen.has(socket)) socket.send(JSON.stringify({ op, d, s: null, t: null }));
  };
  const sessionOn = (socket: WebSocket) =>
    [...sessions.values()].find((session) => session.socket === socket);

  const identify = (socket: WebSocket, data: unknown) => {
    const identity = identityOf(data);
    if (sessionOn(socket) !== undefined) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
    if (textOf(objectOf(data).token)?.replace(/^Bot /, '') !== world.token) {
      return socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    }
    if (identity === undefined) return socket.close(GatewayCloseCodes.InvalidShard, 'Invalid shard.');
    const session = createSession(identity, socket);
    sessions.set(session.id, session);
    session.dispatch('READY', {
      v: 10,
      user: { ...userObject(world.bot), verified: true, mfa_enabled: false, email: null },
      guilds: [...world.guilds.keys()]
        .filter((id) => serves(identity, id))
        .map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      shard: identity.shard,
      application: { id: world.applicationId, flags: 0 },
      session_type: 'normal',
      private_channels: [],
      user_settings: {},
      relationships: [],
      presences: [],
    });
    dispatched.tell('READY');
    greet(session);
    tellPresence();
  };

  const resume = (socket: WebSocket, data: unknown) => {
    const { token, session_id, seq } = objectOf(data);
    const session = sessions.get(textOf(session_id) ?? '');
    if (textOf(token)?.replace(/^Bot /, '') !== world.token) {
      return socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    }
    if (session === undefined) return send(socket, GatewayOpcodes.InvalidSession, false);
    session.socket?.terminate();
    session.socket = socket;
    session.muted = false;
    if (!session.replay(numberOf(seq, -1))) {
      sessions.delete(session.id);
      return send(socket, GatewayOpcodes.InvalidSession, false);
    }
    session.dispatch('RESUMED', {});
    dispatched.tell('RESUMED');
    tellPresence();
  };

  const hear = (socket: WebSocket, raw: RawData) => {
    if (frozen.has(socket)) return;
    const packet = parse(raw);
    if (packet === undefined)
      return socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    switch (packet.op) {
      case GatewayOpcodes.Heartbeat:
        return send(socket, GatewayOpcodes.HeartbeatAck, null);
      case GatewayOpcodes.Identify:
        return identify(socket, packet.d);
      case GatewayOpcodes.Resume:
        return resume(socket, packet.d);
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
      case GatewayOpcodes.RequestGuildMembers:
        if (sessionOn(socket) === undefined)
          socket.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
        return;
      default:
        return socket.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
    }
  };

  server.on('connection', (socket) => {
    send(socket, GatewayOpcodes.Hello, { heartbeat_interval: heartbeatMs, _trace: [] });
    socket.on('message', (raw: RawData) => hear(socket, raw));
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      const session = sessionOn(socket);
      if (session === undefined) return;
      session.socket = null;
      // Discord ends the session when the client closes with one of these two; every other close can be resumed.
      if (code === 1000 || code === 1001) sessions.delete(session.id);
      tellPresence();
    });
  });

  const eachSocket = (work: (socket: WebSocket, session: Session) => void) => {
    for (const session of [...sessions.values()]) if (session.socket !== null) work(session.socket, session);
  };

  return {
    server,
    sessions,
    dispatched,
    presence,
    online,
    dispatch(event, guildId, data, intent = 0, shape) {
      const takers = [...sessions.values()].filter(
        ({ identity }) => serves(identity, guildId) && (identity.intents & intent) === intent,
      );
      for (const session of takers) session.dispatch(event, shape === undefined ? data : shape(session));
      dispatched.tell(event);
      return takers.length > 0;
    },
    cut: () => eachSocket((socket) => socket.terminate()),
    askToReconnect: () => eachSocket((socket) => send(socket, GatewayOpcodes.Reconnect, null)),
    invalidate: (resumable) =>
      eachSocket((socket, session) => {
        if (!resumable) sessions.delete(session.id);
        send(socket, GatewayOpcodes.InvalidSession, resumable);
        tellPresence();
      }),
    freeze: () =>
      eachSocket((socket, session) => {
        frozen.add(socket);
        session.muted = true;
      }),
    close() {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function parse(raw: RawData): { readonly op: unknown; readonly d: unknown } | undefined {
  const text = raw.toString();
  if (Buffer.byteLength(text) > MAX_CLIENT_BYTES) return undefined;
  try {
    const packet: unknown = JSON.parse(text);
    return isObject(packet) ? { op: packet.op, d: packet.d } : undefined;
  } catch {
    return undefined;
  }
}

function identityOf(data: unknown): Identity | undefined {
  const { intents, shard } = objectOf(data);
  const [number, count] = Array.isArray(shard) ? shard : [0, 1];
  if (typeof number !== 'number' || typeof count !== 'number' || number >= count) return undefined;
  return { intents: numberOf(intents, 0), shard: [number, count] };
}
