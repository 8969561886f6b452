import { errorFacts } from '../core/error-facts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Services } from '../services/services.ts';
import { startRepeating } from './repeating.ts';

const everyMs = 60_000;

/** Nobody edits claims for minutes on end without a pause: what is written then holds for a while. */
const quietMs = 3 * 60_000;

/**
 * Makes the indexes of claims at once, out of files where it can, and writes large ones into files again: three minutes after
 * their last change, and at the end.
 *
 * @returns stops it; resolves when everything is written
 */
export function startKeepingIndexes(
  { openSavedIndexes, saveIndexes }: Pick<Services, 'openSavedIndexes' | 'saveIndexes'>,
  clock: Clock,
  log: Log,
): () => Promise<void> {
  let isOpened = false;
  const save = async (onceQuietMs: number) => {
    try {
      if (!isOpened) await openSavedIndexes();
      isOpened = true;
      const saved = await saveIndexes({ quietMs: onceQuietMs });
      if (saved > 0) log.info({ saved }, 'indexes of claims written');
    } catch (error) {
      log.error({ error: errorFacts(error) }, 'the indexes of claims could not be kept');
    }
  };
  const stop = startRepeating(clock, everyMs, () => save(quietMs));
  return async () => {
    await stop();
    await save(0);
  };
}
