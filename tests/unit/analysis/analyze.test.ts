import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeExtractively } from '../../../src/core/analysis/analyze.ts';
import { cpuMs } from '../../cpu-time.ts';

const shipped = new URL('../../../config/dossiers/iraqi-militias-in-syria/', import.meta.url);
const post = await readFile(new URL('post.txt', shipped), 'utf8');
const dossier = JSON.parse(await readFile(new URL('dossier.json', shipped), 'utf8'));

function quotes(text: string): readonly string[] {
  return analyzeExtractively(text).claims.map(({ quote }) => quote);
}

function summary(text: string): readonly string[] {
  return analyzeExtractively(text).summary.map((sentence) => sentence.text);
}

describe('the claims of a post', () => {
  it('are most of those that a person found in the shipped post', () => {
    const { claims } = analyzeExtractively(post);
    const found = dossier.claims.filter((made: { start: number; end: number }) =>
      claims.some(({ start, end }) => {
        const shared = Math.max(0, Math.min(end, made.end) - Math.max(start, made.start));
        return shared * 2 >= Math.max(end, made.end) - Math.min(start, made.start);
      }),
    );

    expect(claims.length).toBeLessThanOrEqual(20);
    expect(found.length).toBeGreaterThanOrEqual(15);
  });

  it('are no questions, greetings, wishes, orders, captions or rows of tags', () => {
    const text =
      'Good morning all of you! Did they sell the pier in May? The pier was sold in May. May God help us all. Share this with your friends! #pier #sold #may\nPhotos of the day';

    expect(quotes(text)).toEqual(['The pier was sold in May.']);
  });

  it('are each named once, however often a post repeats them', () => {
    const text = 'The mayor sold the old pier for 5 million. '.repeat(3);

    expect(quotes(`${text}The mayor has sold the old pier for 5 million!`)).toHaveLength(1);
  });

  it('are two where only a number or a “not” is different', () => {
    const text =
      'The mayor sold the old pier for 5 million. The mayor sold the old pier for 9 million. The mayor has not sold the old pier for 9 million.';

    expect(quotes(text)).toHaveLength(3);
  });

  it('are at most twenty, most worth checking first, the main one before all', () => {
    const names =
      'pier harbour bakery school bridge ferry tower church market museum garden station library theatre'.split(
        ' ',
      );
    const text = names
      .flatMap((name, at) => [
        `The ${name} cost ${at + 2} million in 2019.`,
        `My ${name} has a red ${at} roof.`,
      ])
      .join(' ');

    const { claims } = analyzeExtractively(text);

    expect(claims).toHaveLength(20);
    expect(claims[0]?.start).toBe(0);
    const others = claims.slice(1).map((claim) => claim.checkWorthiness);
    expect(others).toEqual(others.toSorted((a, b) => b - a));
  });
});

describe('the summary of a post', () => {
  it('is three to five of its own sentences, in its order', () => {
    const found = analyzeExtractively(post).summary;

    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(found.length).toBeLessThanOrEqual(5);
    expect(found.map(({ start }) => start ?? -1)).toEqual(
      found.map(({ start }) => start ?? -1).toSorted((a, b) => a - b),
    );
    for (const { text, start, end } of found) expect(post.slice(start ?? 0, end ?? 0)).toBe(text);
  });

  it.each([
    { opening: 'This means', why: 'a pronoun' },
    { opening: 'However, now', why: 'a joining word' },
    { opening: 'In fact they said', why: 'a pronoun before any name' },
  ])('has no sentence that begins with $why without the one before', ({ opening }) => {
    const text = [
      'The old pier was sold to a Dutch company in May.',
      'Nobody knows a thing about what happened there.',
      `${opening} the old pier was sold to a Dutch company in May for 5 million.`,
      'The company pays the harbour board 5 million for the pier.',
      'The harbour board sold the pier in May without asking the council.',
    ].join(' ');

    const found = summary(text);

    const leaning = found.findIndex((sentence) => sentence.startsWith(opening));
    expect(leaning === -1 || found[leaning - 1]?.startsWith('Nobody')).toBe(true);
  });

  it('is short for a short post, and empty for one that says nothing', () => {
    expect(summary('The pier was sold in May.')).toEqual(['The pier was sold in May.']);
    expect(summary('The pier was sold in May. Nobody was asked. The price was low.').length).toBeLessThan(3);
    expect(summary('Good morning! Who is there?')).toEqual([]);
    expect(summary('')).toEqual([]);
  });
});

describe('an analysis', () => {
  it('quotes exactly, whatever the post', () => {
    const words = fc.constantFrom(
      'The pier',
      'was sold',
      'and it',
      '. ',
      ', ',
      '\n',
      '😀',
      '\ud83d',
      '“',
      '(',
      '5 million',
      'هل',
      '؟',
      '; ',
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1_000 }),
      fc.array(words, { maxLength: 120 }).map((parts) => parts.join(' ')),
    );

    fc.assert(
      fc.property(anything, (text) => {
        const { claims, summary: sentences } = analyzeExtractively(text);

        for (const { quote, start, end, checkWorthiness } of claims) {
          expect(text.slice(start, end)).toBe(quote);
          expect(checkWorthiness >= 0 && checkWorthiness <= 1).toBe(true);
        }
        for (const { text: sentence, start, end } of sentences)
          expect(text.slice(start ?? 0, end ?? 0)).toBe(sentence);
      }),
    );
  });

  it('of a long text is made while a person waits', () => {
    const long = Array.from({ length: 20 }, (_, nth) =>
      post.replaceAll(/\b\p{L}{4}\b/gu, (word) => `${word}${nth}`),
    )
      .join('\n')
      .slice(0, 100_000);
    analyzeExtractively(long);

    expect(cpuMs(() => analyzeExtractively(long))).toBeLessThan(1_000);
  });
});
