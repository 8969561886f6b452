import { errorFacts } from '../core/error-facts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { forgetEveryMinutes } from '../services/privacy/forget-old-data.ts';
import type { Services } from '../services/services.ts';
import { startRepeating } from './repeating.ts';

/**
 * Removes what has been kept for its time, now and every five minutes.
 *
 * @returns stops it; resolves when nothing is being removed any more
 */
export function startForgetting({ forgetOldData }: Services, clock: Clock, log: Log): () => Promise<void> {
  return startRepeating(clock, forgetEveryMinutes * 60_000, async () => {
    try {
      const forgotten = await forgetOldData();
      if (Object.values(forgotten).some((count) => count > 0)) log.info(forgotten, 'old data removed');
    } catch (error) {
      log.error({ error: errorFacts(error) }, 'old data could not be removed');
    }
  });
}
