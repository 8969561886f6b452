import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeExtractively } from '../../../src/core/analysis/analyze.ts';
import { saidOnce } from '../../../src/core/analysis/said-once.ts';

function claims(text: string): readonly string[] {
  return analyzeExtractively(text).claims.map(({ quote }) => quote);
}

describe('the first claim of a post', () => {
  it.each([
    {
      why: 'what the post opens with, before a detail with numbers',
      text: 'Mayor Ada Hill sold the old harbour pier of Millbrook. She paid $400 for it at 10 percent in 1985.',
      first: 'Mayor Ada Hill sold the old harbour pier of Millbrook.',
    },
    {
      why: 'without what only leads to it',
      text: "Don't forget that the mayor sold the old pier in May.",
      first: 'the mayor sold the old pier in May.',
    },
    {
      why: 'no time stamp, whatever its numbers',
      text: 'The mayor sold the pier.\n12:31 PM 13 Sep 20 Twitter for iPhone',
      first: 'The mayor sold the pier.',
    },
    {
      why: 'the caption of a post without a sentence',
      text: 'Old pier of Millbrook',
      first: 'Old pier of Millbrook',
    },
    {
      why: 'what names somebody',
      text: 'The council sold the harbour pier\nThe buyers were Ada Hill of Millbrook and Tom Sayle of Severn',
      first: 'The buyers were Ada Hill of Millbrook and Tom Sayle of Severn',
    },
    {
      why: 'what is said without a face',
      text: 'The town sold the old pier for nothing 😡\nThe town sold the old harbour for nothing',
      first: 'The town sold the old harbour for nothing',
    },
    {
      why: 'what the post comes back to',
      text: 'Lunch at the market took two hours. The harbour pier was sold. Severnline bought the harbour pier. Nobody wanted the harbour pier sold.',
      first: 'The harbour pier was sold.',
    },
    {
      why: 'the question of a post that only asks, where it holds what it asks about',
      text: 'Really? Why are the owners of the pier exempt from the tax that we pay?',
      first: 'Why are the owners of the pier exempt from the tax that we pay?',
    },
    {
      why: 'a line in capitals with the line it breaks off before',
      text: 'A YEAR AGO WE SOLD THE\nOLD PIER OF MILLBROOK',
      first: 'A YEAR AGO WE SOLD THE\nOLD PIER OF MILLBROOK',
    },
  ])('is $why', ({ text, first }) => {
    expect(claims(text)[0]).toBe(first);
  });

  it('is no caption where there is a sentence', () => {
    expect(claims('Old pier of Millbrook\nThe mayor sold it in May.')).toEqual(['The mayor sold it in May.']);
  });
});

describe('a text pasted several times over', () => {
  const once = 'The mayor sold the old pier';

  it.each([
    { why: 'after a space', text: `${once} ${once} ${once}`, parts: [once] },
    {
      why: 'after line ends, with more behind',
      text: `${once}\n${once}\n\nIn May`,
      parts: [once, '\n\nIn May'],
    },
  ])('is read once: $why', ({ text, parts }) => {
    expect(saidOnce(text).map(({ start, end }) => text.slice(start, end))).toEqual(parts);
  });

  it.each([
    { why: 'goes on otherwise', text: `${once} in May. ${once} in June.` },
    { why: 'goes on within its last word', text: `${once} ${once}s` },
    { why: 'is short', text: 'No! No! No!' },
  ])('is read whole where it $why', ({ text }) => {
    expect(saidOnce(text)).toEqual([{ start: 0, end: text.length }]);
  });

  it('is kept once with what stands behind its copies, whatever it says', () => {
    const copies = fc.integer({ min: 2, max: 6 });
    const space = fc.constantFrom(' ', '\n', '\n\n');

    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 60 }),
        copies,
        space,
        fc.string(),
        (words, times, between, rest) => {
          const copy = Array.from({ length: words }, (_, nth) => `w${nth}`).join(' ');
          const text = `${copy}${between}`.repeat(times) + rest;

          const kept = saidOnce(text).map(({ start, end }) => text.slice(start, end));

          expect(kept[0]).toBe(copy);
          expect(kept.slice(1).join('').trim()).toBe(rest.trim());
        },
      ),
    );
  });

  it('gives exact stretches in order, whatever the text', () => {
    const anything = fc.array(
      fc.constantFrom('The', ' ', 'mayor sold it', '.', '😀', '\ud83d', 'The mayor sold'),
      {
        maxLength: 40,
      },
    );

    fc.assert(
      fc.property(anything, (parts) => {
        const text = parts.join('');
        let last = 0;

        for (const { start, end } of saidOnce(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
