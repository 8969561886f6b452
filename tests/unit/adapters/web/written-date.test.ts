import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWrittenDate } from '../../../../src/adapters/web/written-date.ts';

describe('a date as a page writes it', () => {
  it.each([
    { text: '2020', date: '2020', why: 'a year' },
    { text: '2020-03', date: '2020-03', why: 'a month' },
    { text: ' 2020-03-04 ', date: '2020-03-04', why: 'a day' },
    { text: '2020-03-04T23:30:00-05:00', date: '2020-03-04', why: 'the day that the page names' },
    { text: '2020-03-04 10:15', date: '2020-03-04', why: 'with a time behind it' },
    { text: '2020/03/04', date: '2020-03-04', why: 'with strokes' },
    { text: '2020/3/4', date: '2020-03-04', why: 'without zeros' },
    { text: '20200304', date: '2020-03-04', why: 'without marks' },
    { text: '3 March 2020', date: '2020-03-03', why: 'English' },
    { text: 'March 3rd, 2020', date: '2020-03-03', why: 'English, month first' },
    { text: 'Sept. 7, 2016', date: '2016-09-07', why: 'a short name' },
    { text: 'Tue, 03 Mar 2020 10:00:00 GMT', date: '2020-03-03', why: 'as mail writes it' },
    { text: 'March 2020', date: '2020-03', why: 'a month by name' },
    { text: 'Published on 31 May 2020', date: '2020-05-31', why: 'words before it' },
    { text: 'Dienstag, 3. März 2020', date: '2020-03-03', why: 'German' },
    { text: '12. Dezember 2019, 08:00 Uhr', date: '2019-12-12', why: 'German with a time' },
    { text: 'le 1er août 2021', date: '2021-08-01', why: 'French' },
    { text: 'mar. 3 juin 2020', date: '2020-06-03', why: 'French: mardi is no March' },
    { text: '3 de marzo de 2020', date: '2020-03-03', why: 'Spanish' },
    { text: 'Diciembre de 2020', date: '2020-12', why: 'a month in Spanish' },
  ])('is read: $text ($why)', ({ text, date }) => {
    expect(readWrittenDate(text)).toBe(date);
  });

  it.each([
    { text: '03/04/2020', why: 'March or April' },
    { text: '03.04.2020', why: 'numbers alone, the year last' },
    { text: '2020-13-01', why: 'no month' },
    { text: '2021-02-29', why: 'no day' },
    { text: '31 April 2020', why: 'no day' },
    { text: '3 Brumaire 2020', why: 'a month nobody knows' },
    { text: '1583240400', why: 'seconds, not a year' },
    { text: '2020-03-04-05', why: 'a number of something' },
    { text: 'yesterday', why: 'no date' },
    { text: '', why: 'nothing' },
    { text: `2020-03-04${' '.repeat(100)}`, why: 'too long for a date' },
  ])('is never guessed: $text ($why)', ({ text }) => {
    expect(readWrittenDate(text)).toBeNull();
  });

  it('is read back however it was written', () => {
    const dates = fc.date({ min: new Date('1600-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });

    fc.assert(
      fc.property(dates, (date) => {
        const inWords = (locale: string, dateStyle: 'long' | 'full') =>
          new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC', calendar: 'gregory' }).format(date);
        const written = ['en-US', 'en-GB', 'de', 'fr', 'es'].flatMap((locale) => [
          inWords(locale, 'long'),
          inWords(locale, 'full'),
        ]);

        for (const text of [date.toISOString(), ...written])
          expect(readWrittenDate(text), text).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });
});
