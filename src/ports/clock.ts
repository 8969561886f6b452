/** The present moment and timers; the only way anything inside learns the time. */
export type Clock = {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /**
   * Runs `work` once, `delayMs` milliseconds from now.
   *
   * @returns cancels the timer; calling it after the work ran does nothing
   */
  after(delayMs: number, work: () => void): () => void;
};
