import type { Clock } from '../../ports/clock.ts';
import type { CacheFile } from './cache-file.ts';

const againMs = 60_000;

/** Gets deleted bytes off the disk. */
export type Wiping = {
  /** Wipes now; where somebody who uses the file is in the way, again every minute until it is done. */
  wipe(): void;
  /** Tries no more. */
  stop(): void;
};

/**
 * The wiping of one file.
 *
 * @param onFailure - told when the file does not answer
 */
export function wipingOf(file: CacheFile, clock: Clock, onFailure: (error: unknown) => void): Wiping {
  let stop = () => {};
  const wipe = () => {
    stop();
    let done = false;
    try {
      done = file.leaveNoTrace();
    } catch (error) {
      onFailure(error);
    }
    if (!done) stop = clock.after(againMs, wipe);
  };
  return { wipe, stop: () => stop() };
}
