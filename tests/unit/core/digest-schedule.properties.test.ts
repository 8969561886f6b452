import '../../property-seed.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter } from '../../../src/core/digest-period.ts';
import { nextDue, previousDue, scheduledPeriod } from '../../../src/core/digest-schedule.ts';

const dayMs = 86_400_000;

const zones = [
  'UTC',
  'Europe/Berlin',
  'Europe/Dublin',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Chatham',
  'Pacific/Marquesas',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Asia/Gaza',
  'Africa/Casablanca',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Nuuk',
  'America/Los_Angeles',
] as const;

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

const anySchedule = fc.record({
  every: fc.constantFrom('day', 'week'),
  weekday: fc.integer({ min: 1, max: 7 }),
  at: time,
  zone: fc.constantFrom(...zones),
});

/** From 2010 to 2040. */
const moment = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2040, 0, 1) });

/** What a clock on the wall shows. */
function wallClock(ms: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

/** Whether clocks are put forward in the day before this moment or at it, so that a local time may have been left out. */
function clocksWentForward(ms: number, zone: string): boolean {
  const offset = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds;
  return offset(ms) > offset(ms - dayMs);
}

describe('any schedule', () => {
  it('is due again and again, at its local time or, where there is none, the same day a little later', () => {
    fc.assert(
      fc.property(anySchedule, moment, (schedule, startMs) => {
        let before = nextDue(schedule, startMs);
        expect(before).toBeGreaterThan(startMs);
        for (let count = 0; count < 15; count += 1) {
          const due = nextDue(schedule, before);
          const days = (due - before) / dayMs;
          expect(days).toBeGreaterThan(schedule.every === 'day' ? 0.9 : 5.9);
          expect(days).toBeLessThan(schedule.every === 'day' ? 1.1 : 7.1);
          expect(previousDue(schedule, due - 1)).toBe(before);
          expect(previousDue(schedule, due)).toBe(due);
          if (wallClock(due, schedule.zone) !== schedule.at)
            expect(clocksWentForward(due, schedule.zone), `${due} ${schedule.zone}`).toBe(true);
          before = due;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no day out, shares none but where two are due on one, and names each digest anew', () => {
    fc.assert(
      fc.property(anySchedule, moment, (schedule, startMs) => {
        const keys = new Set<string>();
        let due = previousDue(schedule, startMs);
        let before = scheduledPeriod(schedule, due);
        keys.add(before.key);
        for (let count = 1; count <= 15; count += 1) {
          const next = nextDue(schedule, due);
          const period = scheduledPeriod(schedule, next);
          const sameDay =
            new Date(next).toISOString().slice(0, 10) === new Date(due).toISOString().slice(0, 10);
          expect(period.from <= period.to).toBe(true);
          expect(Date.parse(period.to) + dayMs).toBeLessThanOrEqual(next);
          expect(period.from).toBe(sameDay ? before.to : daysAfter(before.to, 1));
          expect(keys.add(period.key).size).toBe(count + 1);
          [due, before] = [next, period];
        }
      }),
      { numRuns: 300 },
    );
  });
});
