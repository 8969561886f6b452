import { FootnoteError } from '../core/errors.ts';
import type { UserId } from '../core/ids.ts';

/** A piece of work that a member waits for and may stop. */
export type PieceOfWork = {
  /** Names it in the button that stops it. */
  readonly id: string;
  /** Fires with FootnoteError `work.stopped`. */
  readonly stop: AbortSignal;
  /** Says that it is over. */
  end(): void;
};

/** The long work of this process. It is lost with the process, and so is what waits for it. */
export type RunningWork = {
  begin(memberId: UserId): PieceOfWork;
  /**
   * Stops a member's work.
   *
   * @throws FootnoteError `work.gone` when it is over, another's, or another process's
   */
  stop(id: string, memberId: UserId): void;
  stopAll(): void;
};

/** Keeps track of work under way. */
export function trackWork(newId: () => string): RunningWork {
  const running = new Map<string, { readonly memberId: UserId; readonly ending: AbortController }>();
  const stop = ({ ending }: { readonly ending: AbortController }) =>
    ending.abort(new FootnoteError('work.stopped'));
  return {
    begin(memberId) {
      const id = newId();
      const ending = new AbortController();
      running.set(id, { memberId, ending });
      return { id, stop: ending.signal, end: () => running.delete(id) };
    },
    stop(id, memberId) {
      const work = running.get(id);
      if (work?.memberId !== memberId) throw new FootnoteError('work.gone');
      stop(work);
    },
    stopAll() {
      for (const work of running.values()) stop(work);
    },
  };
}
