import { AsyncLocalStorage } from 'node:async_hooks';
import { FootnoteError } from '../../core/errors.ts';

/** Lets pieces of work on a database in, never one inside another, and knows when the last has ended. */
export type WorkGate = {
  /**
   * @throws TypeError inside another piece of work: it would wait for itself for ever, or see another state
   * @throws FootnoteError `store.unavailable` once the gate is closed
   */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Lets nothing more in and waits until all that is inside has ended. */
  close(): Promise<void>;
};

/** An open gate. */
export function workGate(): WorkGate {
  const surrounding = new AsyncLocalStorage<{ ended: boolean }>();
  const inside = new Set<Promise<unknown>>();
  let closed = false;

  return {
    async run(work) {
      if (surrounding.getStore()?.ended === false)
        throw new TypeError('a transaction or snapshot cannot be opened inside another');
      if (closed) throw new FootnoteError('store.unavailable', { reason: 'closed' });

      const current = { ended: false };
      const result = surrounding.run(current, work);
      inside.add(result);
      try {
        return await result;
      } finally {
        current.ended = true;
        inside.delete(result);
      }
    },
    async close() {
      closed = true;
      await Promise.allSettled(inside);
    },
  };
}
