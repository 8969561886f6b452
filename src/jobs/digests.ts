import { errorFacts } from '../core/error-facts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Services } from '../services/services.ts';
import { startRepeating } from './repeating.ts';

const everyMs = 30_000;

/**
 * Every thirty seconds: has the digests posted that are due. At the start, and when the clock was set back, it looks for
 * those that would not come of themselves.
 *
 * @returns stops it; resolves when nothing is under way any more
 */
export function startDigests(
  { mendTurns, queueDueDigests }: Pick<Services, 'mendTurns' | 'queueDueDigests'>,
  clock: Clock,
  log: Log,
): () => Promise<void> {
  const stopping = new AbortController();
  let lookedAtMs = Number.POSITIVE_INFINITY;

  const stop = startRepeating(clock, everyMs, async () => {
    try {
      const nowMs = clock.now();
      if (nowMs < lookedAtMs) {
        const mended = await mendTurns(stopping.signal);
        if (mended > 0) log.warn({ mended }, 'digests that would not have come are set right');
      }
      lookedAtMs = nowMs;
      const digests = await queueDueDigests(stopping.signal);
      if (digests > 0) log.info({ digests }, 'digests are due');
    } catch (error) {
      log.error({ error: errorFacts(error) }, 'digests that are due could not be looked for');
    }
  });
  return () => {
    stopping.abort();
    return stop();
  };
}
