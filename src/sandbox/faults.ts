import type { Gateway } from './gateway.ts';
import type { Interactions } from './interactions.ts';

/** A refusal that the REST interface gives instead of doing what it was asked. */
export type Failure = {
  /** Tried on `METHOD /path` without `/api/v10`; everything matches when absent. */
  readonly match?: string | RegExp;
  readonly status: number;
  /** Discord's error code; 0 when absent. */
  readonly code?: number;
  /** How many requests fail; 1 when absent. */
  readonly times?: number;
  /** Seconds, for 429; 0.05 when absent. */
  readonly retryAfter?: number;
  /** The request is carried out, only its answer is lost: what a retry meets after a broken line. */
  readonly afterwards?: boolean;
};

/** A request that is held up. */
export type Hold = {
  /** Resolves when the request is there; with `afterwards`, when it has been carried out. */
  readonly reached: Promise<void>;
  /** Lets it go on; one that has not come yet is not held up any more. */
  release(): void;
};

/** Everything that can be made to go wrong. */
export type Faults = {
  /** Cuts every Gateway connection without a word; sessions stay resumable. */
  dropSockets(): void;
  /**
   * The same, once, right after the named event (e.g. `INTERACTION_CREATE`) was sent; as with a real cut the event may
   * have arrived or be lost until the session is resumed.
   */
  dropSocketsAfterNext(event: string): void;
  /** Closes every Gateway connection with a close code, e.g. 4014. */
  closeSockets(code: number): void;
  invalidateSession(resumable: boolean): void;
  /** Asks every client to reconnect (op 7). */
  reconnect(): void;
  /** Connections stay open but dead: nothing is sent and no heartbeat answered. */
  freezeSockets(): void;
  failNext(failure: Failure): void;
  /** Delays the handling of the next REST request by `ms` milliseconds of the loopback's clock. */
  delayNext(ms: number): void;
  /** Holds up the next request that matches, before it is carried out, or `afterwards` before it is answered. */
  holdNext(request: Pick<Failure, 'match' | 'afterwards'>): Hold;
  /** Sends the same INTERACTION_CREATE again. */
  redeliver(interactionId: string): void;
};

/** The faults as the REST interface asks for them. */
export type PlannedFaults = {
  /** The failure for this request, counted as used. */
  failureFor(method: string, path: string): Failure | undefined;
  /** Milliseconds to wait before handling this request, counted as used. */
  takeDelay(): number;
  /** The hold on this request, counted as used. */
  holdFor(method: string, path: string): PlannedHold | undefined;
};

/** A hold as the request meets it. */
export type PlannedHold = {
  readonly afterwards: boolean;
  /** Says that the request is there; resolves when it may go on. */
  wait(): Promise<void>;
};

/** Faults of one loopback server. */
export function createFaults(gateway: Gateway, interactions: Interactions): Faults & PlannedFaults {
  const failures: { failure: Failure; left: number }[] = [];
  const holds: (PlannedHold & Pick<Failure, 'match'>)[] = [];
  let delayMs = 0;

  return {
    dropSockets: gateway.cut,
    dropSocketsAfterNext(event) {
      const stop = gateway.dispatched.add((name) => {
        if (name !== event) return;
        stop();
        gateway.cut();
      });
    },
    closeSockets: gateway.closeWith,
    invalidateSession: gateway.invalidate,
    reconnect: gateway.askToReconnect,
    freezeSockets: gateway.freeze,
    failNext: (failure) => void failures.push({ failure, left: failure.times ?? 1 }),
    delayNext(ms) {
      delayMs = ms;
    },
    holdNext({ match, afterwards = false }) {
      const reached = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      const planned = {
        ...(match === undefined ? {} : { match }),
        afterwards,
        wait() {
          reached.resolve();
          return released.promise;
        },
      };
      holds.push(planned);
      return {
        reached: reached.promise,
        release() {
          if (holds.includes(planned)) holds.splice(holds.indexOf(planned), 1);
          released.resolve();
        },
      };
    },
    redeliver: interactions.redeliver,
    failureFor(method, path) {
      const planned = failures.find(
        ({ failure, left }) => left > 0 && matches(failure.match, `${method} ${path}`),
      );
      if (planned !== undefined) planned.left -= 1;
      return planned?.failure;
    },
    takeDelay() {
      const taken = delayMs;
      delayMs = 0;
      return taken;
    },
    holdFor(method, path) {
      const at = holds.findIndex(({ match }) => matches(match, `${method} ${path}`));
      return at === -1 ? undefined : holds.splice(at, 1)[0];
    },
  };
}

function matches(match: string | RegExp | undefined, request: string): boolean {
  if (match === undefined) return true;
  return typeof match === 'string' ? request.includes(match) : match.test(request);
}
