import type { Clock } from '../../src/ports/clock.ts';

/** A clock that stands still until it is told to move. */
export type FakeClock = Clock & {
  /** Moves time forward and runs, in order, every timer that falls due on the way. */
  advance(ms: number): void;
  /** Sets the clock forward or back, as an operator or NTP does: timers stay as far away as they were. */
  set(byMs: number): void;
  /** How many timers are set. */
  timers(): number;
};

/** A fake clock standing at `startMs` (milliseconds since 1970). */
export function fakeClock(startMs = Date.UTC(2026, 2, 2, 9, 0, 0)): FakeClock {
  let nowMs = startMs;
  const timers = new Set<{ dueMs: number; work: () => void }>();

  const nextDue = (untilMs: number) =>
    [...timers].filter((timer) => timer.dueMs <= untilMs).sort((a, b) => a.dueMs - b.dueMs)[0];

  return {
    now: () => nowMs,
    after(delayMs, work) {
      const timer = { dueMs: nowMs + delayMs, work };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const untilMs = nowMs + ms;
      for (let timer = nextDue(untilMs); timer !== undefined; timer = nextDue(untilMs)) {
        timers.delete(timer);
        nowMs = timer.dueMs;
        timer.work();
      }
      nowMs = untilMs;
    },
    set(byMs) {
      nowMs += byMs;
      for (const timer of timers) timer.dueMs += byMs;
    },
    timers: () => timers.size,
  };
}
