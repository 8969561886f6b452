import { describe, expect, it } from 'vitest';
import { digestPicture } from '../../../src/cards/digest-picture.ts';
import { type DigestSource, digestOf } from '../../../src/core/digest.ts';
import { words } from '../../../src/words/words.ts';
import { quietSource, type SourceChange, totalOf } from '../../fakes/example-digest.ts';

const pictureOf = (change: SourceChange, locale = 'en-US') =>
  digestPicture(digestOf(quietSource(change)), words(locale));

const onDay = (day: string, asks: number) => ({ from: day, to: day, asks });

const week = {
  totals: [totalOf(1, { inquiries: 1_204 }), totalOf(2, { inquiries: 3 })],
  totalsBefore: [totalOf(1, { inquiries: 900 })],
  asks: [onDay('2026-03-03', 1_200), onDay('2026-03-06', 7)],
};

describe('the picture of a digest', () => {
  it('is left out where nothing was asked', () => {
    expect(pictureOf({})).toBeNull();
  });

  it('holds claims with both periods, and every day, those without a question included', () => {
    expect(pictureOf(week)?.picture).toEqual({
      locale: 'en-US',
      claims: {
        title: 'Most asked claims',
        now: 'March 2 – 8, 2026',
        before: 'February 23 – March 1, 2026',
        bars: [
          {
            label: 'Quote of 1.',
            reference: 'ferry-timetable/c1',
            now: { value: 1_204, text: '1,204' },
            before: { value: 900, text: '900' },
          },
          {
            label: 'Quote of 2.',
            reference: 'ferry-timetable/c2',
            now: { value: 3, text: '3' },
            before: { value: 0, text: '0' },
          },
        ],
      },
      asks: {
        title: 'Asked per day',
        columns: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((label, index) => ({
          label,
          asks: [0, 1_200, 0, 0, 7, 0, 0]
            .map((value) => ({ value, text: value.toLocaleString('en-US') }))
            .at(index),
        })),
      },
    });
  });

  it('says in a sentence or two what it shows, in each language', () => {
    expect(pictureOf(week)?.alt).toBe(
      'Most asked claims, March 2 – 8, 2026, and in brackets February 23 – March 1, 2026: ' +
        '“Quote of 1.” 1,204 (900); “Quote of 2.” 3 (0). ' +
        'Asked per day: 1,207 in all, most on March 3, 2026 (1,200).',
    );
    expect(pictureOf(week, 'de')?.alt).toBe(
      'Meistgefragte Behauptungen, 2.–8. März 2026, in Klammern 23. Februar – 1. März 2026: ' +
        '„Quote of 1.“ 1.204 (900); „Quote of 2.“ 3 (0). ' +
        'Gefragt je Tag: 1.207 insgesamt, am meisten am 3. März 2026 (1.200).',
    );
  });

  it('tells a year by its months, also where it begins and ends within one', () => {
    const period = { from: '2025-03-09', to: '2026-03-08', before: { from: '2024-03-09', to: '2025-03-08' } };
    const asks = [
      { from: '2025-03-09', to: '2025-03-31', asks: 5 },
      { from: '2026-02-01', to: '2026-02-28', asks: 8 },
      { from: '2026-03-01', to: '2026-03-08', asks: 6 },
    ];

    const made = pictureOf({ period, asks });

    const columns = made?.picture.asks?.columns ?? [];
    expect(columns.map(({ asks: { value } }) => value)).toEqual([5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 6]);
    expect([columns[0]?.label, columns[12]?.label]).toEqual(['Mar 25', 'Mar 26']);
    expect(made?.picture.asks?.title).toBe('Asked per month');
    expect(made?.picture.claims).toBeNull();
    expect(made?.alt).toBe('Asked per month: 19 in all, most in February 2026 (8).');
  });

  it('says of a claim that it is gone, and keeps the words for those who see none within Discord’s limit', () => {
    const totals = Array.from({ length: 10 }, (_, index) => totalOf(index + 1));
    const quote = 'A claim that goes on and on, '.repeat(40);
    const nameOf: DigestSource['nameOf'] = (dossierId, claimId) => {
      const named = quietSource().nameOf(dossierId, claimId);
      return named === null || named.reference.key === 'c3' ? null : { ...named, quote };
    };

    const made = pictureOf({ ...week, totals, nameOf });

    expect(made?.alt.length).toBeLessThanOrEqual(1_024);
    const labels = made?.picture.claims?.bars.map(({ label }) => label) ?? [];
    expect(labels).toContain('a claim that is no longer published');
    expect(labels.filter((label) => label.endsWith('…') && label.length > 280)).toHaveLength(4);
  });
});
