import { Locale as DiscordLocale } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PartialDate } from '../../src/core/partial-date.ts';
import { inOtherLocales, type Locale, locales, nearestLocale, words } from '../../src/words/words.ts';

const spoken: readonly { discord: string; nearest: Locale; why: string }[] = [
  { discord: 'en-US', nearest: 'en-US', why: 'spoken as it is' },
  { discord: 'en-GB', nearest: 'en-US', why: 'the same language from another country' },
  { discord: 'de', nearest: 'de', why: 'spoken as it is' },
];

const unspoken: readonly string[] = [
  'id',
  'da',
  'es-ES',
  'es-419',
  'fr',
  'hr',
  'it',
  'lt',
  'hu',
  'nl',
  'no',
  'pl',
  'pt-BR',
  'ro',
  'fi',
  'sv-SE',
  'vi',
  'tr',
  'cs',
  'el',
  'bg',
  'ru',
  'uk',
  'hi',
  'th',
  'zh-CN',
  'ja',
  'zh-TW',
  'ko',
];

describe('the nearest locale', () => {
  it.each(spoken)('to $discord is $nearest: $why', ({ discord, nearest }) => {
    expect(nearestLocale(discord)).toBe(nearest);
  });

  it.each(unspoken)('to %s is English, since nobody has translated it', (discord) => {
    expect(nearestLocale(discord)).toBe('en-US');
  });

  it('is settled for each of the 32 locales Discord knows', () => {
    const settled = [...spoken.map(({ discord }) => discord), ...unspoken];

    expect(settled.sort()).toEqual(Object.values(DiscordLocale).sort());
    expect(settled).toHaveLength(32);
  });

  it.each([
    { discord: 'de-AT', nearest: 'de', why: 'a country Discord does not offer yet' },
    { discord: 'den', nearest: 'en-US', why: 'a language whose tag begins like another' },
    { discord: 'en', nearest: 'en-US', why: 'no country' },
    { discord: '', nearest: 'en-US', why: 'nothing at all' },
    { discord: 'constructor', nearest: 'en-US', why: 'a name every object has' },
  ])('to "$discord" is $nearest: $why', ({ discord, nearest }) => {
    expect(nearestLocale(discord)).toBe(nearest);
    expect(words(discord).locale).toBe(nearest);
  });
});

describe('dates', () => {
  it.each([
    { locale: 'en-US', date: '2016', said: '2016', why: 'only the year is known' },
    { locale: 'en-US', date: '2016-09', said: 'September 2016', why: 'the day is not known' },
    { locale: 'en-US', date: '2016-09-07', said: 'September 7, 2016', why: 'the day is known' },
    { locale: 'de', date: '2016', said: '2016', why: 'only the year is known' },
    { locale: 'de', date: '2016-03', said: 'März 2016', why: 'the day is not known' },
    { locale: 'de', date: '2016-09-07', said: '7. September 2016', why: 'the day is known' },
    { locale: 'de', date: '2024-02-29', said: '29. Februar 2024', why: 'a leap day' },
    {
      locale: 'en-US',
      date: '2017-01-01',
      said: 'January 1, 2017',
      why: 'still last year west of Greenwich',
    },
  ])('$date in $locale is "$said": $why', ({ locale, date, said }) => {
    expect(words(locale).date(PartialDate.parse(date))).toBe(said);
  });

  it.each([
    { locale: 'en-US', ms: Date.UTC(2026, 7, 31, 23, 59), said: 'August 31, 2026', why: 'the last minute' },
    { locale: 'de', ms: Date.UTC(2026, 8, 1, 0, 0), said: '1. September 2026', why: 'the first minute' },
    { locale: 'de', ms: 0, said: '1. Januar 1970', why: 'the first moment there is' },
  ])('a moment in $locale is the day in UTC, "$said": $why', ({ locale, ms, said }) => {
    expect(words(locale).day(ms)).toBe(said);
  });
});

describe('lists', () => {
  it.each([
    { locale: 'en-US', items: [], said: '' },
    { locale: 'en-US', items: ['c01'], said: 'c01' },
    { locale: 'en-US', items: ['c01', 'c02'], said: 'c01 and c02' },
    { locale: 'en-US', items: ['c01', 'c02', 'c03'], said: 'c01, c02, and c03' },
    { locale: 'de', items: ['c01', 'c02'], said: 'c01 und c02' },
    { locale: 'de', items: ['c01', 'c02', 'c03'], said: 'c01, c02 und c03' },
  ])('of $items in $locale are "$said"', ({ locale, items, said }) => {
    expect(words(locale).list(items)).toBe(said);
  });
});

describe('sentences', () => {
  it.each([
    { locale: 'en-US', count: 0, said: '0 claims', why: 'nought is many in English' },
    { locale: 'en-US', count: 1, said: '1 claim', why: 'one' },
    { locale: 'en-US', count: 1_234, said: '1,234 claims', why: 'thousands are marked' },
    { locale: 'de', count: 0, said: '0 Behauptungen', why: 'nought is many in German' },
    { locale: 'de', count: 1, said: '1 Behauptung', why: 'one' },
    { locale: 'de', count: 1_234, said: '1.234 Behauptungen', why: 'thousands are marked with a full stop' },
  ])('count $count in $locale as "$said": $why', ({ locale, count, said }) => {
    expect(words(locale).say('list.title', { count })).toBe(said);
  });

  it.each([
    '<@1>',
    '@everyone',
    '{x}',
    '{count, plural, other {#}}',
    "'",
    "''",
    '#',
    '|',
    '<b>b</b>',
    '\\*',
    '',
  ])('hand a value on as it is: %s', (value) => {
    for (const locale of locales)
      expect(words(locale).say('standing.short', { standing: 'c01', counts: value })).toBe(`c01 (${value})`);
  });

  it('hand any text on as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), (standing, counts) => {
        for (const locale of locales)
          expect(words(locale).say('standing.short', { standing, counts })).toBe(`${standing} (${counts})`);
      }),
    );
  });

  it('keep a name inside a plural', () => {
    expect(words('en-US').say('notes.title', { key: '{c01}', count: 2 })).toBe('All 2 notes on {c01}');
    expect(words('de').say('notes.title', { key: '{c01}', count: 1 })).toBe('Die einzige Notiz zu {c01}');
  });

  it('are refused when a value is missing, rather than shown with a hole', () => {
    expect(() => words('en-US').say('standing.short', { standing: 'c01' })).toThrow(/counts/);
    expect(() => words('de').say('list.title')).toThrow(/count/);
  });

  it('are the same object for every locale near the same one', () => {
    expect(words('en-GB')).toBe(words('en-US'));
    expect(words('de')).not.toBe(words('en-US'));
  });

  it('are given to Discord in every locale but the fallback, which is the description itself', () => {
    expect(inOtherLocales('command.help')).toEqual({ de: words('de').say('command.help') });
  });
});
