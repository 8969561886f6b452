import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';

/** How many events a session keeps for a RESUME; Discord keeps a few minutes of them. */
const KEPT_EVENTS = 2_000;

/** What a bot said of itself with IDENTIFY. */
export type Identity = {
  readonly intents: number;
  /** This connection's number and how many there are. */
  readonly shard: readonly [number, number];
};

/** One identified connection, which outlives its socket until it is closed for good. */
export type Session = {
  readonly id: string;
  readonly identity: Identity;
  /** The socket in use, or null between a cut and a RESUME. */
  socket: WebSocket | null;
  /** A muted session keeps its events to itself, as a dead connection does, until it is resumed. */
  muted: boolean;
  /** Numbers an event, keeps it for a RESUME and sends it when there is a socket. */
  dispatch(event: string, data: unknown): void;
  /** Sends every kept event after `seq`. @returns false when some of them are no longer kept */
  replay(seq: number): boolean;
};

/** A new session on `socket`. */
export function createSession(identity: Identity, socket: WebSocket): Session {
  let seq = 0;
  const kept: { readonly seq: number; readonly text: string }[] = [];

  const session: Session = {
    id: randomBytes(16).toString('hex'),
    identity,
    socket,
    muted: false,
    dispatch(event, data) {
      seq += 1;
      const text = JSON.stringify({ op: 0, t: event, s: seq, d: data });
      kept.push({ seq, text });
      if (kept.length > KEPT_EVENTS) kept.shift();
      if (!session.muted) session.socket?.send(text);
    },
    replay(from) {
      const oldest = kept[0]?.seq ?? 1;
      if (from > seq || from < oldest - 1) return false;
      for (const event of kept) if (event.seq > from) session.socket?.send(event.text);
      return true;
    },
  };
  return session;
}

/** Whether a session with this identity is told about a guild (null: direct messages, told to the first). */
export function serves(identity: Identity, guildId: string | null): boolean {
  const [number, count] = identity.shard;
  return guildId === null ? number === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === number;
}
