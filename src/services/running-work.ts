import { FootnoteError } from '../core/errors.ts';
import type { UserId } from '../core/ids.ts';

/** A piece of work that a member waits for and may stop. */
export type PieceOfWork = {
  /** Names it in the button that stops it. */
  readonly id: string;
  /** Fires with FootnoteError `work.stopped`. */
  readonly stop: AbortSignal;
  /**
   * Says that what came of it is stored or shown from now on: it can no longer be stopped.
   *
   * @throws FootnoteError `work.stopped` when it was stopped before; then nothing of it may be stored
   */
  commit(): void;
  /** Says that it is over; resolves when whoever stopped it has been answered, so that what came of it is shown after that. */
  end(): Promise<void>;
};

/** The long work of this process. It is lost with the process, and so is what waits for it. */
export type RunningWork = {
  begin(memberId: UserId): PieceOfWork;
  /**
   * Stops a member's work.
   *
   * @returns what says that the member has been answered
   * @throws FootnoteError `work.gone` when it is over, stopped, being stored, another's, or another process's
   */
  stop(id: string, memberId: UserId): () => void;
  stopAll(): void;
};

type Running = {
  readonly memberId: UserId;
  readonly ending: AbortController;
  /** Resolves when nobody waits for the answer to a press of "Stop". */
  answered: Promise<void>;
};

/** Keeps track of work under way. */
export function trackWork(newId: () => string): RunningWork {
  const running = new Map<string, Running>();
  const stop = ({ ending }: Running) => ending.abort(new FootnoteError('work.stopped'));
  return {
    begin(memberId) {
      const id = newId();
      const work: Running = { memberId, ending: new AbortController(), answered: Promise.resolve() };
      running.set(id, work);
      return {
        id,
        stop: work.ending.signal,
        commit() {
          work.ending.signal.throwIfAborted();
          running.delete(id);
        },
        async end() {
          running.delete(id);
          await work.answered;
        },
      };
    },
    stop(id, memberId) {
      const work = running.get(id);
      if (work?.memberId !== memberId) throw new FootnoteError('work.gone');
      running.delete(id);
      const { promise, resolve } = Promise.withResolvers<void>();
      work.answered = promise;
      stop(work);
      return resolve;
    },
    stopAll() {
      for (const work of running.values()) stop(work);
    },
  };
}
