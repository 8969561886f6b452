import { errorFacts } from '../core/error-facts.ts';
import type { OutboxItem } from '../ports/case-stores.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { outboxLeaseMs } from '../services/outbox.ts';
import type { Services } from '../services/services.ts';

type LeaseDeps = {
  readonly services: Pick<Services, 'renewOutbox'>;
  readonly clock: Clock;
  readonly log: Log;
};

/** Renews the lease of an item for as long as `work` sends it: Discord may have it wait longer than a lease lasts. */
export async function keepingLease(
  { services, clock, log }: LeaseDeps,
  item: OutboxItem,
  work: () => Promise<void>,
): Promise<void> {
  let cancel = () => {};
  let renewing = Promise.resolve();
  let ended = false;

  const later = () => {
    cancel = clock.after(outboxLeaseMs / 3, () => {
      renewing = services
        .renewOutbox(item)
        .catch((error: unknown) => log.warn({ error: errorFacts(error) }, 'a lease could not be renewed'))
        .then(() => {
          if (!ended) later();
        });
    });
  };
  later();
  try {
    await work();
  } finally {
    ended = true;
    cancel();
    await renewing;
  }
}
