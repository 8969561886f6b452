import { errorFacts } from '../core/error-facts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Services } from '../services/services.ts';
import { startRepeating } from './repeating.ts';

const everyMs = 5 * 60_000;

/**
 * Every five minutes: has the alert roles told of cases that began to age.
 *
 * @returns stops it; resolves when nothing is under way any more
 */
export function startAgeing(
  { alertAgeingCases }: Pick<Services, 'alertAgeingCases'>,
  clock: Clock,
  log: Log,
): () => Promise<void> {
  return startRepeating(clock, everyMs, async () => {
    try {
      const alerts = await alertAgeingCases();
      if (alerts > 0) log.info({ alerts }, 'cases began to age');
    } catch (error) {
      log.error({ error: errorFacts(error) }, 'ageing cases could not be looked for');
    }
  });
}
