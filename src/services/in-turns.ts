import { setImmediate } from 'node:timers/promises';
import type { InPieces } from '../core/in-pieces.ts';

/** Does work piece by piece; between two of them whatever else waits has its turn. */
export async function inTurns<Result>(work: InPieces<Result>): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
