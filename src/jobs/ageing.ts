import { errorFacts } from '../core/error-facts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Services } from '../services/services.ts';
import { startRepeating } from './repeating.ts';

const everyMs = 5 * 60_000;

/**
 * Every five minutes: has the alert roles told of cases that began to age, and drops what could not be sent for a week.
 *
 * @returns stops it; resolves when nothing is under way any more
 */
export function startAgeing(
  { alertAgeingCases, dropUnsent }: Pick<Services, 'alertAgeingCases' | 'dropUnsent'>,
  clock: Clock,
  log: Log,
): () => Promise<void> {
  return startRepeating(clock, everyMs, async () => {
    try {
      const alerts = await alertAgeingCases();
      if (alerts > 0) log.info({ alerts }, 'cases began to age');
      for (const [kind, items] of Map.groupBy(await dropUnsent(), (item) => item.kind))
        log.warn({ kind, items: items.length }, 'dropped after a week in which it could not be sent');
    } catch (error) {
      log.error({ error: errorFacts(error) }, 'ageing cases could not be looked for');
    }
  });
}
