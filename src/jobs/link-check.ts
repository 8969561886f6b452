import { errorFacts } from '../core/error-facts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Web } from '../ports/web.ts';
import type { Services } from '../services/services.ts';
import { startRepeating } from './repeating.ts';

const everyMs = 5 * 60_000;

/**
 * Looks at a few links of sources now and every five minutes.
 *
 * @returns stops it; resolves when no link is being looked at any more
 */
export function startLinkCheck(
  { checkLinks }: Pick<Services, 'checkLinks'>,
  web: Pick<Web, 'check'>,
  clock: Clock,
  log: Log,
): () => Promise<void> {
  const stopping = new AbortController();
  const stop = startRepeating(clock, everyMs, async () => {
    try {
      const { looked, ...counts } = await checkLinks(web, stopping.signal);
      if (looked > 0) log.info({ looked, ...counts }, 'links of sources looked at');
    } catch (error) {
      log.error({ error: errorFacts(error) }, 'links of sources could not be looked at');
    }
  });
  return () => {
    stopping.abort();
    return stop();
  };
}
