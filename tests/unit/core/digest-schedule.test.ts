import { describe, expect, it } from 'vitest';
import {
  type DigestSchedule,
  isTimeZone,
  nextDue,
  previousDue,
  scheduledPeriod,
} from '../../../src/core/digest-schedule.ts';

const dayMs = 86_400_000;

function daily(at: string, zone: string): DigestSchedule {
  return { every: 'day', weekday: 1, at, zone };
}

function weekly(weekday: number, at: string, zone: string): DigestSchedule {
  return { every: 'week', weekday, at, zone };
}

/** The moments after `since` at which digests are due, in UTC. */
function dues(schedule: DigestSchedule, since: string, count: number): readonly string[] {
  const found: string[] = [];
  for (let ms = Date.parse(since); found.length < count; ) {
    ms = nextDue(schedule, ms);
    found.push(new Date(ms).toISOString().slice(0, 16));
  }
  return found;
}

function periods(schedule: DigestSchedule, since: string, count: number) {
  return dues(schedule, since, count).map((due) => scheduledPeriod(schedule, Date.parse(`${due}Z`)));
}

describe('when a digest is due', () => {
  it('is Monday at nine in Berlin, in summer and in winter', () => {
    const schedule = weekly(1, '09:00', 'Europe/Berlin');

    expect(dues(schedule, '2026-03-20T00:00Z', 2)).toEqual(['2026-03-23T08:00', '2026-03-30T07:00']);
    expect(dues(schedule, '2026-10-20T00:00Z', 2)).toEqual(['2026-10-26T08:00', '2026-11-02T08:00']);
  });

  it('is later, and never now, at the very moment one is due', () => {
    const schedule = weekly(1, '09:00', 'UTC');
    const monday = Date.parse('2026-03-02T09:00Z');

    expect(nextDue(schedule, monday)).toBe(monday + 7 * dayMs);
    expect(nextDue(schedule, monday - 1)).toBe(monday);
    expect(previousDue(schedule, monday)).toBe(monday);
    expect(previousDue(schedule, monday - 1)).toBe(monday - 7 * dayMs);
  });

  it.each([
    {
      what: '02:30 that does not exist in Berlin',
      schedule: daily('02:30', 'Europe/Berlin'),
      since: '2026-03-28T00:00Z',
      due: ['2026-03-28T01:30', '2026-03-29T01:30', '2026-03-30T00:30'],
    },
    {
      what: '02:30 that exists twice in Berlin',
      schedule: daily('02:30', 'Europe/Berlin'),
      since: '2026-10-24T00:00Z',
      due: ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30'],
    },
    {
      what: 'half an hour that Lord Howe leaves out',
      schedule: daily('02:15', 'Australia/Lord_Howe'),
      since: '2026-10-02T16:00Z',
      due: ['2026-10-03T15:45', '2026-10-04T15:15'],
    },
    {
      what: 'two hours that Troll leaves out',
      schedule: daily('02:30', 'Antarctica/Troll'),
      since: '2026-03-28T03:00Z',
      due: ['2026-03-29T02:30', '2026-03-30T00:30'],
    },
    {
      what: 'the 30th of December 2011, which Apia did not have',
      schedule: daily('09:00', 'Pacific/Apia'),
      since: '2011-12-29T00:00Z',
      due: ['2011-12-29T19:00', '2011-12-30T19:00', '2011-12-31T19:00'],
    },
    {
      what: 'a Friday that Apia did not have',
      schedule: weekly(5, '09:00', 'Pacific/Apia'),
      since: '2011-12-24T00:00Z',
      due: ['2011-12-30T19:00', '2012-01-05T19:00'],
    },
    {
      what: 'a midnight that Nuuk leaves out',
      schedule: daily('23:30', 'America/Nuuk'),
      since: '2024-03-30T12:00Z',
      due: ['2024-03-31T01:30', '2024-04-01T00:30'],
    },
    {
      what: 'a quarter of an hour in Kathmandu, across a year',
      schedule: daily('00:00', 'Asia/Kathmandu'),
      since: '2026-12-31T00:00Z',
      due: ['2026-12-31T18:15', '2027-01-01T18:15'],
    },
  ])('is once a day with $what', ({ schedule, since, due }) => {
    expect(dues(schedule, since, due.length)).toEqual(due);
    const keys = periods(schedule, since, due.length).map(({ key }) => key);
    expect(new Set(keys).size).toBe(due.length);
  });
});

describe('what a scheduled digest covers', () => {
  it('is the whole days since the one before', () => {
    expect(periods(weekly(1, '09:00', 'Europe/Berlin'), '2026-03-20T00:00Z', 2)).toEqual([
      { from: '2026-03-16', to: '2026-03-22', key: 'week 2026-03-23' },
      { from: '2026-03-23', to: '2026-03-29', key: 'week 2026-03-30' },
    ]);
    expect(periods(daily('09:00', 'Asia/Tokyo'), '2026-12-31T12:00Z', 2)).toEqual([
      { from: '2026-12-31', to: '2026-12-31', key: 'day 2027-01-01' },
      { from: '2027-01-01', to: '2027-01-01', key: 'day 2027-01-02' },
    ]);
  });

  it('is the day before once more where two are due on one day of UTC, and two days half a year later', () => {
    const range = (since: string) =>
      periods(daily('01:00', 'Europe/Berlin'), since, 3).map(({ from, to }) => `${from} ${to}`);

    expect(range('2026-03-28T12:00Z')).toEqual([
      '2026-03-28 2026-03-28',
      '2026-03-28 2026-03-28',
      '2026-03-29 2026-03-29',
    ]);
    expect(range('2026-10-24T12:00Z')).toEqual([
      '2026-10-23 2026-10-23',
      '2026-10-24 2026-10-25',
      '2026-10-26 2026-10-26',
    ]);
  });

  it('has the same name after the time was moved within the day, and another for another rhythm', () => {
    const nine = Date.parse('2026-03-02T08:00Z');
    const key = (schedule: DigestSchedule, ms: number) => scheduledPeriod(schedule, ms).key;
    const atNine = key(daily('09:00', 'Europe/Berlin'), nine);

    expect(key(daily('10:00', 'Europe/Berlin'), nine + 3_600_000)).toBe(atNine);
    expect(key(daily('09:00', 'Europe/Berlin'), nine + dayMs)).not.toBe(atNine);
    expect(key(weekly(1, '09:00', 'Europe/Berlin'), nine)).not.toBe(atNine);
  });
});

it('a time zone is one that moments can be reckoned in, not an abbreviation that a formatter takes for one', () => {
  const found = ['Europe/Berlin', 'europe/kyiv', 'UTC', '+05:30', 'PST', 'ACT', 'Mars/Olympus', ''].filter(
    isTimeZone,
  );

  expect(found).toEqual(['Europe/Berlin', 'europe/kyiv', 'UTC', '+05:30']);
  for (const zone of found) expect(nextDue(daily('09:00', zone), 0)).toBeGreaterThan(0);
});
