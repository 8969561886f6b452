import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomOf } from '../../../src/cards/limits.ts';
import { blockQuote, escapeMarkdown } from '../../../src/cards/markdown.ts';
import { type Block, type Page, pageOf, pageOfList } from '../../../src/cards/pages.ts';
import { strangeText } from '../../fakes/strange-dossier.ts';
import { formattingIn, shown } from './shown.ts';

const asItIs = (part: string) => part;

function pagesOf(blocks: readonly Block[], room: number): readonly Page[] {
  const { count } = pageOf(blocks, room, 1);
  return Array.from({ length: count }, (_, index) => pageOf(blocks, room, index + 1));
}

const withoutSpace = (text: string) => text.replace(/\s/g, '');
const plainBlocks = fc.array(
  strangeText(600).map((plain): Block => [{ plain, show: asItIs }]),
  { minLength: 1, maxLength: 6 },
);
const room = fc.integer({ min: 40, max: 400 });

describe('pages', () => {
  it('lose nothing but the space or line end they break at', () => {
    fc.assert(
      fc.property(plainBlocks, room, (blocks, maxRoom) => {
        const whole = blocks.flat().map((piece) => (typeof piece === 'string' ? piece : piece.plain));

        const pages = pagesOf(blocks, maxRoom);

        expect(withoutSpace(pages.map(({ text }) => text).join(''))).toBe(withoutSpace(whole.join('')));
      }),
    );
  });

  it('lose no letter of a text without spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), room, (text, maxRoom) => {
        const plain = text.replace(/\s/g, 'x').toWellFormed();

        const pages = pagesOf([[{ plain, show: asItIs }]], maxRoom);

        expect(pages.map((page) => page.text).join('')).toBe(plain);
      }),
    );
  });

  it('fit, hold something, and break no character', () => {
    fc.assert(
      fc.property(plainBlocks, room, (blocks, maxRoom) => {
        for (const { text } of pagesOf(blocks, maxRoom)) {
          expect(roomOf(text)).toBeLessThanOrEqual(maxRoom);
          expect(text).not.toBe('');
          expect(text.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('never tear a quote or an escape: what is broken is the text, before it becomes markdown', () => {
    fc.assert(
      fc.property(strangeText(900), room, (plain, maxRoom) => {
        const show = (part: string) => blockQuote(escapeMarkdown(part));

        const pages = pagesOf([[{ plain, show }]], maxRoom);

        for (const { text } of pages) expect(formattingIn(text)).toEqual(['quote']);
        const read = pages.map(({ text }) => shown(text)).join('');
        expect(withoutSpace(read).replace(/[\u2066-\u2069]/g, '')).toBe(
          withoutSpace(plain).replace(/[\u2066-\u2069]/g, ''),
        );
      }),
    );
  });
});

describe('a page', () => {
  const blocks: readonly Block[] = [['# one', 'first'], ['second'], ['third']];

  it.each([
    { wanted: 1, number: 1, why: 'it is there' },
    { wanted: 0, number: 1, why: 'there is none before the first' },
    { wanted: -3, number: 1, why: 'there is none before the first' },
    { wanted: 99, number: 2, why: 'the last one is nearest' },
  ])('$wanted asked for gives $number: $why', ({ wanted, number }) => {
    expect(pageOf(blocks, 21, wanted)).toMatchObject({ number, count: 2 });
  });

  it('keeps the lines of a block together and blocks apart', () => {
    expect(pageOf(blocks, 100, 1)).toEqual({ text: '# one\nfirst\n\nsecond\n\nthird', number: 1, count: 1 });
    expect(pageOf(blocks, 21, 1).text).toBe('# one\nfirst\n\nsecond');
  });

  it('is there, and empty, when there is nothing to show', () => {
    expect(pageOf([], 100, 1)).toEqual({ text: '', number: 1, count: 1 });
  });

  it('keeps a heading with the beginning of the text under it', () => {
    const long: Block = ['**Heading**', { plain: 'word '.repeat(40).trim(), show: asItIs }];

    const pages = pagesOf([['x'.repeat(60)], long], 100);

    expect(pages.find(({ text }) => text.includes('Heading'))?.text).toMatch(/\*\*Heading\*\*\nword/);
  });

  it('counts the bytes of scripts that need three of them', () => {
    expect(roomOf('a'.repeat(100))).toBe(100);
    expect(roomOf('記'.repeat(100))).toBe(120);
    expect(pageOf([[{ plain: '記'.repeat(100), show: asItIs }]], 100, 1).count).toBe(2);
  });
});

describe('pages of a list', () => {
  it('hold every item once, in order, and none is empty but that of an empty list', () => {
    const list = fc.array(fc.integer(), { maxLength: 60 });

    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 25 }), (items, perPage) => {
        const { count } = pageOfList(items, perPage, 1);
        const pages = Array.from({ length: count }, (_, index) => pageOfList(items, perPage, index + 1));

        expect(pages.flatMap((page) => page.items)).toEqual(items);
        for (const page of pages)
          expect(items.slice(page.first, page.first + 1)).toEqual(page.items.slice(0, 1));
        if (items.length > 0) expect(Math.min(...pages.map((page) => page.items.length))).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    { wanted: -3, given: 1 },
    { wanted: 0, given: 1 },
    { wanted: 9_999, given: 3 },
  ])('give page $given for page $wanted', ({ wanted, given }) => {
    expect(pageOfList(['a', 'b', 'c', 'd', 'e'], 2, wanted)).toMatchObject({ number: given, count: 3 });
  });
});
