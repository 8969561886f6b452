import { errorFacts } from '../core/error-facts.ts';
import { FootnoteError } from '../core/errors.ts';
import type { OutboxItem } from '../ports/case-stores.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { longestWaitMs } from '../services/outbox.ts';
import { keepingLease } from './keeping-lease.ts';
import { sendItem } from './send-item.ts';
import type { SendingDeps } from './sending.ts';

/** What the job needs. */
export type OutboxDeps = SendingDeps & { readonly clock: Clock; readonly log: Log };

/** The job that sends what waits. */
export type Outbox = {
  /** Looks at once: there is something new. */
  wake(): void;
  /** Begins nothing new and resolves when everything begun has been sent or given back. */
  stop(): Promise<void>;
};

/** How often, in ms, the job looks without being woken: other processes write, too. */
const pollMs = 5_000;

/** How many items are sent at the same time; Discord's own limits are kept by the adapter. */
const atOnce = 8;

/** How long, in ms, an item waits after its first failure, and how long at most; every failure doubles it. */
const backoff = {
  /** What a person has to change: a permission, an archived thread. */
  closed: { firstMs: 60_000, maxMs: longestWaitMs },
  /** What passes by itself: a server error, a lost connection. */
  failed: { firstMs: 5_000, maxMs: longestWaitMs },
  /** What waits for another item. */
  early: { firstMs: 1_000, maxMs: 4_000 },
} as const;

/** Sends what the outbox holds, several items side by side and each by one process at a time. Never throws. */
export function startOutbox(deps: OutboxDeps): Outbox {
  const { services, clock, log } = deps;
  const sending = new Map<string, Promise<void>>();
  let looking: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let cancel = () => {};
  let lookedAtMs = Number.POSITIVE_INFINITY;

  const begin = (item: OutboxItem) => {
    const key = `${item.kind} ${item.subjectId}`;
    // An item of this process comes back when its lease ended (the machine slept), or as soon as it is free.
    const before = sending.get(key) ?? Promise.resolve();
    const sent = before
      .then(() => keepingLease(deps, item, () => send(deps, item)))
      .finally(() => {
        if (sending.get(key) === sent) sending.delete(key);
        wake();
      });
    sending.set(key, sent);
  };
  const look = async () => {
    if (sending.size >= atOnce) return;
    let waitMs = pollMs;
    try {
      // At the start, and when the clock was set back.
      if (clock.now() < lookedAtMs) await services.mendOutbox();
      lookedAtMs = clock.now();
      const { items, nextDue } = await services.claimOutbox({ limit: atOnce - sending.size });
      for (const item of items) begin(item);
      // Whatever is left for want of room is looked for when something has been sent.
      if (nextDue !== null && sending.size < atOnce) waitMs = Math.min(pollMs, nextDue - clock.now());
    } catch (error) {
      log.error({ error: errorFacts(error) }, 'the outbox could not be read');
    }
    cancel();
    if (waitMs <= 0) again = true;
    else if (!stopped) cancel = clock.after(waitMs, wake);
  };
  function wake(): void {
    if (stopped) return;
    if (looking !== null) {
      again = true;
      return;
    }
    looking = look().finally(() => {
      looking = null;
      if (!again) return;
      again = false;
      wake();
    });
  }

  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      cancel();
      await looking;
      cancel();
      while (sending.size > 0) await Promise.all(sending.values());
    },
  };
}

async function send(deps: OutboxDeps, item: OutboxItem): Promise<void> {
  const { services, clock, log } = deps;
  const { kind, guildId, attempts } = item;
  const retry = async ({ firstMs, maxMs }: { firstMs: number; maxMs: number }) => {
    const dueAt = clock.now() + Math.min(maxMs, firstMs * 2 ** Math.min(attempts, 20));
    await services.retryOutbox({ item, dueAt });
  };
  try {
    if ((await sendItem(deps, item)) === 'done') log.debug({ kind, guildId }, 'sent');
    else await retry(backoff.early);
  } catch (error) {
    log.warn({ kind, guildId, attempts, error: errorFacts(error) }, 'could not be sent; it is tried again');
    // When not even that can be written, the lease ends by itself and the item is tried again then.
    await retry(isClosed(error) ? backoff.closed : backoff.failed).catch((second: unknown) => {
      log.error({ kind, guildId, error: errorFacts(second) }, 'the outbox could not be written');
    });
  }
}

/** Whether a person has to change something before it can be sent. */
function isClosed(error: unknown): boolean {
  return (
    error instanceof FootnoteError &&
    (error.code === 'bot.lacks-permission' || error.code === 'share.thread-archived')
  );
}
