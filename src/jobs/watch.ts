import { errorFacts } from '../core/error-facts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Services } from '../services/services.ts';
import { startRepeating } from './repeating.ts';

/** How often, in ms, it is asked whether any dossier has changed: one number, so that it may be often. */
const everyMs = 15_000;

/**
 * Has watchers told of what changed: looks now, and soon after a dossier has changed in any process.
 *
 * @returns stops it; resolves when nothing is being looked at any more
 */
export function startWatching(
  { lookForNews }: Pick<Services, 'lookForNews'>,
  clock: Clock,
  log: Log,
): () => Promise<void> {
  const stopping = new AbortController();
  let lastRevision: number | null = null;
  const stop = startRepeating(clock, everyMs, async () => {
    try {
      const { revision, news } = await lookForNews({ lastRevision, stop: stopping.signal });
      lastRevision = revision;
      if (news > 0) log.info({ news }, 'what is watched has changed');
    } catch (error) {
      log.error({ error: errorFacts(error) }, 'what is watched could not be looked at');
    }
  });
  return () => {
    stopping.abort();
    return stop();
  };
}
