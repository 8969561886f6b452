import type { Clock } from '../ports/clock.ts';

/**
 * Runs `work` now and every `everyMs` milliseconds; while it is still under way, a moment is left out.
 *
 * @param work - never rejects
 * @returns stops it; resolves when nothing is under way any more
 */
export function startRepeating(
  clock: Clock,
  everyMs: number,
  work: () => Promise<void>,
): () => Promise<void> {
  let cancel = () => {};
  let running: Promise<void> | null = null;

  const start = () => {
    cancel = clock.after(everyMs, start);
    running ??= work().finally(() => {
      running = null;
    });
  };
  start();
  return async () => {
    cancel();
    await running;
  };
}
