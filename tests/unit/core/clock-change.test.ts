import { expect, it } from 'vitest';
import { nextClockChange } from '../../../src/core/clock-change.ts';
import { type DigestSchedule, nextDue } from '../../../src/core/digest-schedule.ts';

const nowMs = Date.UTC(2026, 2, 2, 9);
const daily = (at: string, zone: string): DigestSchedule => ({ every: 'day', weekday: 1, at, zone });
const weekly = (weekday: number, at: string): DigestSchedule => ({
  every: 'week',
  weekday,
  at,
  zone: 'Europe/Berlin',
});

it.each([
  {
    schedule: daily('02:30', 'Europe/Berlin'),
    change: { kind: 'skipped', day: '2026-03-29', at: '03:30' },
  },
  { schedule: weekly(7, '02:30'), change: { kind: 'skipped', day: '2026-03-29', at: '03:30' } },
  {
    schedule: daily('01:30', 'America/New_York'),
    change: { kind: 'twice', day: '2026-11-01', at: '01:30' },
  },
  {
    schedule: daily('02:15', 'Australia/Lord_Howe'),
    change: { kind: 'skipped', day: '2026-10-04', at: '02:45' },
  },
  { schedule: weekly(1, '02:30'), change: null },
  { schedule: daily('09:00', 'Europe/Berlin'), change: null },
  { schedule: daily('02:30', 'Asia/Tokyo'), change: null },
  { schedule: daily('02:30', 'UTC'), change: null },
])('clocks change at the time of $schedule: $change', ({ schedule, change }) => {
  expect(nextClockChange(schedule, nowMs)).toEqual(change);
});

it('after the clocks went forward the next change is that they go back', () => {
  expect(nextClockChange(daily('02:30', 'Europe/Berlin'), Date.UTC(2026, 3, 1))).toEqual({
    kind: 'twice',
    day: '2026-10-25',
    at: '02:30',
  });
});

it('says the very time at which the digest is due', () => {
  const schedule = daily('02:30', 'Europe/Berlin');
  const due = nextDue(schedule, Date.UTC(2026, 2, 28, 12));

  const local = new Date(due).toLocaleTimeString('en-GB', { timeZone: schedule.zone, timeStyle: 'short' });
  expect(local).toBe(nextClockChange(schedule, nowMs)?.at);
});
