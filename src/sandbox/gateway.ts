import { GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { attend, type ConnectionOptions } from './gateway-connection.ts';
import { type Listeners, listeners } from './listeners.ts';
import { type Session, serves } from './sessions.ts';

export type GatewayOptions = Pick<ConnectionOptions, 'world' | 'url' | 'heartbeatMs' | 'greet'>;

/** The WebSocket side of the loopback Discord: version 10, JSON, without compression. */
export type Gateway = {
  /** Takes WebSocket connections that the HTTP server has checked. */
  readonly server: WebSocketServer;
  /** Told the event's name after every dispatch. */
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
  /** Closes every socket with a close code of Discord's. */
  closeWith(code: number): void;
  /** Says op 7 to every client: come back and resume. */
  askToReconnect(): void;
  /** Says op 9 to every client. */
  invalidate(resumable: boolean): void;
  /** From now on the open sockets say and hear nothing, heartbeats included, until they are closed. */
  freeze(): void;
  close(): void;
};

/** A Gateway that waits for `server` to be handed connections. */
export function createGateway(options: GatewayOptions): Gateway {
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
  const opened = (event: string) => {
    dispatched.tell(event);
    tellPresence();
  };
  server.on('connection', (socket) =>
    attend({ ...options, sessions, send, opened, closed: tellPresence }, socket),
  );
  const eachSocket = (work: (socket: WebSocket, session: Session) => void) => {
    for (const session of [...sessions.values()]) if (session.socket !== null) work(session.socket, session);
  };

  return {
    server,
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
    closeWith: (code) => eachSocket((socket) => socket.close(code)),
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
