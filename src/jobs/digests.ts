import { errorFacts } from '../core/error-facts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Services } from '../services/services.ts';
import { startRepeating } from './repeating.ts';

const everyMs = 30_000;

/**
 * Every thirty seconds: has the digests posted that are due.
 *
 * @returns stops it; resolves when nothing is under way any more
 */
export function startDigests(
  { queueDueDigests }: Pick<Services, 'queueDueDigests'>,
  clock: Clock,
  log: Log,
): () => Promise<void> {
  return startRepeating(clock, everyMs, async () => {
    try {
      const digests = await queueDueDigests();
      if (digests > 0) log.info({ digests }, 'digests are due');
    } catch (error) {
      log.error({ error: errorFacts(error) }, 'digests that are due could not be looked for');
    }
  });
}
