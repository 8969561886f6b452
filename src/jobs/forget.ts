import { errorFacts } from '../core/error-facts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Services } from '../services/services.ts';

const everyMs = 3_600_000;

/** Removes what has been kept for its time, now and every hour. Returns the way to stop. */
export function startForgetting({ forgetOldData }: Services, clock: Clock, log: Log): () => void {
  let cancel = () => {};
  const run = async () => {
    cancel = clock.after(everyMs, () => void run());
    try {
      log.info(await forgetOldData({}), 'old data removed');
    } catch (error) {
      log.error({ error: errorFacts(error) }, 'old data could not be removed');
    }
  };
  void run();
  return () => cancel();
}
