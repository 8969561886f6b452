import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone } from '../../../src/core/digest-schedule.ts';
import { findTimeZone, parseLocalTime, proposedTimeZone } from '../../../src/core/local-time.ts';

describe('a time of day', () => {
  it.each([
    ['9', '09:00'],
    ['09', '09:00'],
    ['9:00', '09:00'],
    ['9.00', '09:00'],
    ['09:00', '09:00'],
    [' 9 : 30 ', '09:30'],
    ['9 pm', '21:00'],
    ['9PM', '21:00'],
    ['9:30 p.m.', '21:30'],
    ['12 am', '00:00'],
    ['12 pm', '12:00'],
    ['21 Uhr', '21:00'],
    ['9.30 Uhr', '09:30'],
    ['9h30', '09:30'],
    ['9h', '09:00'],
    ['0', '00:00'],
    ['23:59', '23:59'],
  ])('“%s” is %s', (text, time) => {
    expect(parseLocalTime(text)).toBe(time);
  });

  it.each(['', '24', '24:00', '9:60', '9:5', '13 pm', '0 am', 'nine', '9 bis 10', '-9', '900', '9:00:00'])(
    '“%s” is none',
    (text) => {
      expect(parseLocalTime(text)).toBeNull();
    },
  );

  it('is read back as it is written', () => {
    const times = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));

    fc.assert(
      fc.property(times, ([hour, minute]) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        expect(parseLocalTime(time)).toBe(time);
      }),
    );
  });
});

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    [' Berlin ', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['America/new york', 'America/New_York'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Zürich', 'Europe/Zurich'],
    ['Wien', 'Europe/Vienna'],
    ['Kiew', 'Europe/Kyiv'],
    ['Kyiv', 'Europe/Kyiv'],
    ['calcutta', 'Asia/Calcutta'],
    ['Kolkata', 'Asia/Kolkata'],
    ['Port-au-Prince', 'America/Port-au-Prince'],
    ['Ushuaia', 'America/Argentina/Ushuaia'],
    ['Istanbul', 'Europe/Istanbul'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
  ])('“%s” is %s', (text, zone) => {
    expect(findTimeZone(text)).toBe(zone);
  });

  it.each(['', 'CET', 'EST', 'MEZ', '+01:00', 'Atlantis', 'Europe/Atlantis', 'Europe/', '/', 'a'])(
    '“%s” is none',
    (text) => {
      expect(findTimeZone(text)).toBeNull();
    },
  );

  it('is found by every name there is, in small letters, and by its city', () => {
    const zones = Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/'));

    for (const zone of zones) {
      expect(findTimeZone(zone.toLowerCase())).toBe(zone);
      expect(findTimeZone(zone.split('/').at(-1) ?? '')).toBe(zone);
    }
  });

  it('is one that can be used, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const zone = findTimeZone(text);
        expect(zone === null || isTimeZone(zone)).toBe(true);
      }),
    );
  });
});

it.each([
  ['de', 'Europe/Berlin'],
  ['ja', 'Asia/Tokyo'],
  ['en-US', 'UTC'],
  ['pt-BR', 'UTC'],
  ['fr', 'UTC'],
  ['zz', 'UTC'],
])('to a server of the locale %s %s is proposed', (locale, zone) => {
  expect(proposedTimeZone(locale)).toBe(zone);
});
