import { errorFacts } from '../core/error-facts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { forgetEveryMinutes } from '../services/forget-old-data.ts';
import type { Services } from '../services/services.ts';

/** Removes what has been kept for its time, now and every five minutes. Returns the way to stop. */
export function startForgetting({ forgetOldData }: Services, clock: Clock, log: Log): () => void {
  let cancel = () => {};
  const run = async () => {
    cancel = clock.after(forgetEveryMinutes * 60_000, () => void run());
    try {
      const forgotten = await forgetOldData();
      if (Object.values(forgotten).some((count) => count > 0)) log.info(forgotten, 'old data removed');
    } catch (error) {
      log.error({ error: errorFacts(error) }, 'old data could not be removed');
    }
  };
  void run();
  return () => cancel();
}
