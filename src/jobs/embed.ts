import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { failureFacts } from '../services/meaning/meanings.ts';
import type { Services } from '../services/services.ts';
import { startRepeating } from './repeating.ts';

/** How often is looked whether dossiers have changed, or a server has. */
const everyMs = 15_000;
/** How often is said how far it is. */
const sayEveryMs = 5_000;

/**
 * Embeds the claims that have no vector yet, now and whenever there are new ones.
 *
 * @returns stops it; resolves when nothing is being sent any more. What was not done is done after the next start.
 */
export function startEmbedding(
  { embedClaims }: Pick<Services, 'embedClaims'>,
  clock: Clock,
  log: Log,
): () => Promise<void> {
  const stopping = new AbortController();
  let lastState: string | null = null;
  let saidAtMs = Number.NEGATIVE_INFINITY;

  const onProgress = (done: number, total: number) => {
    if (clock.now() - saidAtMs < sayEveryMs) return;
    saidAtMs = clock.now();
    log.info({ done, total }, 'claims are being embedded');
  };
  const stop = startRepeating(clock, everyMs, async () => {
    try {
      const round = await embedClaims({ stop: stopping.signal, unless: lastState, onProgress });
      if (round.outcome === 'complete' || round.outcome === 'paused') lastState = round.state;
      if (round.embedded > 0) log.info({ embedded: round.embedded }, 'claims embedded');
      if (round.outcome === 'paused')
        log.info({}, 'the budget holds no more: other claims wait until tomorrow');
    } catch (error) {
      if (!stopping.signal.aborted) log.warn(failureFacts(error), 'claims could not be embedded yet');
    }
  });
  return () => {
    stopping.abort();
    return stop();
  };
}
