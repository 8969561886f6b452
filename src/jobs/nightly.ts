import { errorFacts } from '../core/error-facts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Closing } from '../services/privacy/check-reported-messages.ts';
import type { Services } from '../services/services.ts';

/** Long enough after the start that Discord has said which servers Footnote is in. */
const firstAfterMs = 10 * 60_000;
const everyMs = 24 * 3_600_000;

/**
 * Makes up for deletions Discord did not tell of, and deletes what belonged to servers left for good: ten minutes
 * from now and every 24 hours after that.
 *
 * @returns stops it; resolves when nothing is being looked at any more
 */
export function startNightly(
  services: Pick<Services, 'checkReportedMessage' | 'checkReportedMessages' | 'purgeDeparted'>,
  clock: Clock,
  log: Log,
): () => Promise<void> {
  const timers = new Set<() => void>();
  const stopping = new AbortController();
  let running = Promise.resolve();

  const after = (delayMs: number, work: () => Promise<void>) => {
    if (stopping.signal.aborted) return;
    const cancel = clock.after(Math.max(0, delayMs), () => {
      timers.delete(cancel);
      // One after the other: a slow night must not meet the next one.
      running = running
        .then(() => (stopping.signal.aborted ? undefined : work()))
        .catch((error: unknown) => log.error({ error: errorFacts(error) }, 'the nightly work failed'));
    });
    timers.add(cancel);
  };
  const lookAgain = ({ guildId, caseId, untilMs }: Closing) =>
    after(untilMs - clock.now(), () => services.checkReportedMessage({ guildId, caseId }));
  const night = async () => {
    after(everyMs, night);
    const { closing, ...counts } = await services.checkReportedMessages(stopping.signal);
    for (const one of closing) lookAgain(one);
    log.info({ ...counts, closing: closing.length }, 'reported messages looked at');
    const purged = await services.purgeDeparted();
    if (purged > 0) log.info({ purged }, 'data of departed servers deleted');
  };
  after(firstAfterMs, night);

  return async () => {
    stopping.abort();
    for (const cancel of timers) cancel();
    await running;
  };
}
