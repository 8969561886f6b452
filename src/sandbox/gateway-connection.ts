import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { userObject } from './api-objects.ts';
import { isObject, numberOf, objectOf, textOf } from './json.ts';
import { createSession, type Identity, type Session, serves } from './sessions.ts';
import type { World } from './world.ts';

/** What one connection needs of the Gateway it belongs to. */
export type ConnectionOptions = {
  readonly world: World;
  /** Where a client comes back to, `ws://127.0.0.1:PORT/gateway`. */
  readonly url: () => string;
  /** Milliseconds between heartbeats. */
  readonly heartbeatMs: number;
  /** All sessions, those without a socket too. */
  readonly sessions: Map<string, Session>;
  /** Greets a session that has just identified: READY is sent, its guilds come next. */
  readonly greet: (session: Session) => void;
  /** Sends an operation, unless the socket is frozen. */
  readonly send: (socket: WebSocket, op: GatewayOpcodes, data: unknown) => void;
  /** Told of READY and RESUMED. */
  readonly opened: (event: 'READY' | 'RESUMED') => void;
  readonly closed: () => void;
};

/** The largest message a client may send, in bytes, from Discord's reference. */
const MAX_CLIENT_BYTES = 4_096;

/** How long a session without a socket can be resumed; Discord says only that it is minutes. */
const RESUMABLE_MS = 5 * 60_000;

/** Greets a socket and answers what it says until it closes. */
export function attend(options: ConnectionOptions, socket: WebSocket): void {
  const { world, sessions, heartbeatMs, send, closed } = options;
  send(socket, GatewayOpcodes.Hello, { heartbeat_interval: heartbeatMs, _trace: [] });
  socket.on('message', (raw: RawData) => hear(options, socket, raw));
  socket.on('error', () => socket.terminate());
  socket.on('close', (code) => {
    const session = sessionOn(sessions, socket);
    if (session === undefined) return;
    session.socket = null;
    // Discord ends the session when the client closes with one of these two; every other close can be resumed.
    if (code === 1000 || code === 1001) sessions.delete(session.id);
    world.clock.after(RESUMABLE_MS, () => {
      if (session.socket === null) sessions.delete(session.id);
    });
    closed();
  });
}

function sessionOn(sessions: ConnectionOptions['sessions'], socket: WebSocket): Session | undefined {
  return [...sessions.values()].find((session) => session.socket === socket);
}

function hear(options: ConnectionOptions, socket: WebSocket, raw: RawData): void {
  const packet = parse(raw);
  if (packet === undefined) {
    socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    return;
  }
  switch (packet.op) {
    case GatewayOpcodes.Heartbeat:
      options.send(socket, GatewayOpcodes.HeartbeatAck, null);
      break;
    case GatewayOpcodes.Identify:
      identify(options, socket, packet.d);
      break;
    case GatewayOpcodes.Resume:
      resume(options, socket, packet.d);
      break;
    case GatewayOpcodes.PresenceUpdate:
    case GatewayOpcodes.VoiceStateUpdate:
    case GatewayOpcodes.RequestGuildMembers:
      if (sessionOn(options.sessions, socket) !== undefined) break;
      socket.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
      break;
    default:
      socket.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
  }
}

function isToken({ token }: World, value: unknown): boolean {
  return textOf(value)?.replace(/^Bot /, '') === token;
}

/** The close code and reason for a wrong token, wherever it is sent. */
function refuseToken(socket: WebSocket): void {
  socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
}

function identify(options: ConnectionOptions, socket: WebSocket, data: unknown): void {
  const identity = identityOf(data);
  if (sessionOn(options.sessions, socket) !== undefined) socket.close(GatewayCloseCodes.AlreadyAuthenticated);
  else if (!isToken(options.world, objectOf(data).token)) refuseToken(socket);
  else if (identity === undefined) socket.close(GatewayCloseCodes.InvalidShard, 'Invalid shard.');
  else begin(options, socket, identity);
}

function begin(
  { world, sessions, url, greet, opened }: ConnectionOptions,
  socket: WebSocket,
  identity: Identity,
): void {
  const session = createSession(identity, socket);
  sessions.set(session.id, session);
  const own = [...world.guilds.keys()].filter((id) => serves(identity, id));
  session.dispatch('READY', {
    v: 10,
    user: { ...userObject(world.bot), verified: true, mfa_enabled: false, email: null },
    guilds: own.map((id) => ({ id, unavailable: true })),
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
  greet(session);
  opened('READY');
}

function resume(
  { world, sessions, send, opened }: ConnectionOptions,
  socket: WebSocket,
  data: unknown,
): void {
  const { token, session_id, seq } = objectOf(data);
  if (!isToken(world, token)) {
    refuseToken(socket);
    return;
  }
  const session = sessions.get(textOf(session_id) ?? '');
  session?.socket?.terminate();
  if (session !== undefined) {
    session.socket = socket;
    session.muted = false;
  }
  if (session?.replay(numberOf(seq, -1)) !== true) {
    if (session !== undefined) sessions.delete(session.id);
    send(socket, GatewayOpcodes.InvalidSession, false);
    return;
  }
  session.dispatch('RESUMED', {});
  opened('RESUMED');
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
