import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomOf } from '../../../src/cards/limits.ts';
import {
  blockQuote,
  escapedExcerpt,
  escapeMarkdown,
  excerpt,
  link,
  safeCut,
  smallPrint,
} from '../../../src/cards/markdown.ts';
import { cpuMs } from '../../cpu-time.ts';
import { strangeText } from '../../fakes/strange-dossier.ts';
import { formattingIn, linksIn, shown } from './shown.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(...'*_~`|[]()<>@#-+1.2: \n\\/ahtps\r\u2028\u202e\u2069'),
    maxLength: 60,
  }),
  strangeText(1_000),
);

/** The isolates that keep a text's direction to itself, and the line ends a page does not tell apart. */
const withoutIsolates = (text: string) => text.replace(/[\u2066-\u2069]/g, '').replaceAll('\r\n', '\n');

describe('an escaped text', () => {
  it('is shown letter by letter, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(withoutIsolates(shown(escapeMarkdown(text)))).toBe(withoutIsolates(text));
      }),
    );
  });

  it('has no formatting, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(formattingIn(escapeMarkdown(text))).toEqual([]);
      }),
    );
  });

  it('stays plain within a quote, in small print and as the name of a link', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = text.replace(/\s+/g, ' ').trim() || 'x';

        expect(formattingIn(blockQuote(escapeMarkdown(text)))).toEqual(['quote']);
        expect(formattingIn(smallPrint(`a ${escapeMarkdown(text)}`))).toEqual(['subtext']);
        expect(linksIn(link(`a ${escapeMarkdown(line)}`, 'https://a.example/'))).toEqual([
          'https://a.example/',
        ]);
      }),
    );
  });

  it.each([
    { text: 'see :smile: and :white_check_mark:', why: 'an emoji name' },
    { text: 'https://evil.example/a', why: 'a bare link' },
    { text: '[a](https://evil.example)', why: 'a masked link' },
    { text: '<@1> <@!1> <@&1> <#1> @everyone @here', why: 'mentions' },
    { text: '<t:0> </x:1> <:a:1>', why: 'a time, a command and a custom emoji' },
    { text: '||a|| ~~b~~ __c__ `d` ```e```', why: 'spoiler, strike, underline and code' },
    { text: 'a\n# b\n## c\n-# d\n> e\n>>> f\n- g\n* h\n1. i\n  - j', why: 'everything that begins a line' },
  ])('says $why as it is written', ({ text }) => {
    const escaped = escapeMarkdown(text);

    expect(shown(escaped)).toBe(text);
    expect(formattingIn(escaped)).toEqual([]);
    expect(escaped).not.toMatch(/(?<!\\):\w+:|(?<!\\)@|:\/\//);
  });

  it.each([
    { text: 'عربي', why: 'right-to-left letters' },
    { text: 'a\u202eb', why: 'an override that is never closed' },
    { text: 'a\u2069\u202eb', why: 'a mark that would close our own isolate' },
    { text: 'a\u2067\u2067b', why: 'isolates that are never closed' },
    { text: '\u{1e900}', why: 'a right-to-left script of the supplementary planes' },
    { text: 'أ\nب', why: 'several lines, each of which ends the isolates of the one before' },
  ])('keeps its direction to itself: $why', ({ text }) => {
    for (const line of escapeMarkdown(text).split('\n')) {
      const marks = [...line.matchAll(/[\u2066-\u2069]/g)].map(([mark]) => (mark === '\u2069' ? -1 : 1));
      const depths = marks.map((_, index) => marks.slice(0, index + 1).reduce((sum, mark) => sum + mark, 0));

      expect(line).toMatch(/^\u2068.*\u2069$/);
      expect(depths.at(-1)).toBe(0);
      expect(depths.slice(0, -1).every((depth) => depth > 0)).toBe(true);
    }
  });

  it('of 100,000 line ends, spaces or odd line ends is made in a blink', () => {
    const tookMs = cpuMs(() => {
      for (const run of ['\n', ' ', '\n ', '\u2028', '\r', ':', '\\', '1'])
        escapeMarkdown(run.repeat(100_000));
    });

    expect(tookMs).toBeLessThan(1_500);
  });
});

describe('an excerpt', () => {
  it('is one line within its length, well formed, and ends in “…” only where something is left out', () => {
    fc.assert(
      fc.property(strangeText(400), fc.integer({ min: 1, max: 300 }), (text, maxChars) => {
        const cut = excerpt(text, maxChars);
        const line = text.replace(/\s+/g, ' ').trim();

        expect(cut.length).toBeLessThanOrEqual(maxChars);
        expect(cut).not.toMatch(/[\r\n]/);
        expect(cut.isWellFormed()).toBe(true);
        if (cut === line) return;
        expect(cut.endsWith('…')).toBe(true);
        expect(line.startsWith(cut.slice(0, -1))).toBe(true);
      }),
    );
  });

  it('is cut after a word where one ends near', () => {
    expect(excerpt('who pays the militias', 18)).toBe('who pays the…');
    expect(excerpt('one\n two\t three', 100)).toBe('one two three');
  });

  it('leaves a surrogate pair whole', () => {
    expect(excerpt('😀😀😀', 4)).toBe('😀…');
    expect(safeCut('a😀', 2)).toBe(1);
    expect(safeCut('a😀', 3)).toBe(3);
  });

  it('takes no more room than it is given once it is escaped', () => {
    fc.assert(
      fc.property(
        strangeText(400),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 20, max: 300 }),
        (text, chars, room) => {
          const escaped = escapedExcerpt(text, chars, room);

          expect(roomOf(escaped)).toBeLessThanOrEqual(room);
          expect(formattingIn(escaped)).toEqual([]);
        },
      ),
    );
  });
});

describe('a masked link', () => {
  it.each([
    {
      url: 'https://a.example/x_(y)',
      leads: 'https://a.example/x_%28y%29',
      why: 'round brackets would end it',
    },
    { url: 'https://a.example/ b', leads: 'https://a.example/%20b', why: 'a space would end it' },
    {
      url: 'https://a.example/\u3000',
      leads: 'https://a.example/%E3%80%80',
      why: 'a wide space has three bytes',
    },
    {
      url: 'https://a.example/<[\\]>',
      leads: 'https://a.example/%3C%5B%5C%5D%3E',
      why: 'brackets and backslashes',
    },
  ])('leads to $leads: $why', ({ url, leads }) => {
    expect(linksIn(link('a', url))).toEqual([leads]);
  });
});
