import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersIn } from '../../../src/core/numbers.ts';

function valuesIn(text: string, language = ''): readonly number[] {
  return numbersIn(text, language).map(({ value }) => value);
}

describe('numbersIn reads', () => {
  it.each([
    ['1,000 and 1.000 and 1 000', '', [1000, 1000, 1000], 'separators of thousands'],
    ['1.234.567,89', 'de', [1234567.89], 'thousands and decimals'],
    ['1,00,000 rupees', 'en', [100_000], 'groups as in India'],
    ['10 lakh, 2 crore', '', [1_000_000, 20_000_000], 'scales as in India'],
    ['2,5 Millionen', 'de', [2_500_000], 'digits and a scale'],
    ['3bn', 'en', [3e9], 'a short scale'],
    ['two hundred and fifty', 'en', [250], 'words'],
    ['zweihundertfünfzig', 'de', [250], 'one word'],
    ['quatre-vingt-dix', 'fr', [90], 'twenties'],
    ['خمسة وعشرون', 'ar', [25], 'ones before tens'],
    ['half a million', '', [500_000], 'a half, in no known language'],
    ['a quarter of a million', 'en', [250_000], 'a quarter of a scale'],
    ['three quarters', 'en', [0.75], 'parts'],
    ['2 million 500 thousand', 'en', [2_500_000], 'a smaller scale behind a greater'],
    ['١٬٢٣٤', 'ar', [1234], 'Arabic digits'],
  ])('%j (%s) as %j: %4$s', (text, language, values) => {
    expect(valuesIn(text, language)).toEqual(values);
  });
});

describe('numbersIn keeps apart', () => {
  it.each([
    ['12.03.2020', '', [12, 3, 2020], 'a date'],
    ['3.4.21', 'de', [3, 4, 21], 'a short date'],
    ['2.5 million 50%', 'en', [2_500_000, 50], 'a share behind a scale'],
    ['400 million 5m', '', [400e6, 5e6], 'a scale that is no smaller'],
    ['1999, 2000 and 2001', 'en', [1999, 2000, 2001], 'years'],
    ['192.168.0.1', '', [192, 168, 0, 1], 'an address'],
    ['two three', 'en', [2, 3], 'ones'],
  ])('%j (%s) as %j: %4$s', (text, language, values) => {
    expect(valuesIn(text, language)).toEqual(values);
  });

  it.each(['one man', 'thousands of people', 'once more', 'hundred'])('%j is none', (text) => {
    expect(valuesIn(text)).toEqual([]);
  });
});

it('the places of numbers are in order and exact, whatever the text', () => {
  const piece = fc.constantFrom(
    '12',
    '.',
    ',',
    ' ',
    'million',
    '٣',
    'half',
    'a',
    'of',
    '-',
    '%',
    'zwei',
    '½',
    '1,000',
  );

  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 20 }),
      (parts) => {
        const text = parts.join('');

        const found = numbersIn(text, 'en');

        let last = 0;
        for (const { value, start, end } of found) {
          expect(Number.isFinite(value)).toBe(true);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});
