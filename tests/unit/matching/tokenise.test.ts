import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_TEXT_CHARS, piecesOf, wordsOf } from '../../../src/core/matching/tokenise.ts';

const words = (text: string) => piecesOf(text).flatMap((piece) => wordsOf(piece));

describe('piecesOf and wordsOf', () => {
  test.each([
    { text: 'pro-Assad forces', want: ['pro', 'assad', 'forces'], why: 'a hyphen parts words' },
    { text: 'Iraq’s army', want: ["iraq's", 'army'], why: 'an apostrophe does not' },
    {
      text: 'over 1,000 men',
      want: ['over', '1000', 'men'],
      why: 'thousands are written with and without a comma',
    },
    { text: 'up 1.5 points', want: ['up', '1.5', 'points'], why: 'a decimal point belongs to its number' },
    {
      text: 'the U.S. and the U.K',
      want: ['the', 'us', 'and', 'the', 'uk'],
      why: 'dots in an acronym are not word ends',
    },
    { text: 'end.Start', want: ['end', 'start'], why: 'a forgotten space still parts sentences' },
    { text: 'see https://example.org/who-pays now', want: ['see', 'now'], why: 'an address is no text' },
    { text: 'ask <@123456> in <#42> <:angry:77>', want: ['ask', 'in'], why: 'mentions are no text' },
    { text: '**bold** _and_ ||hidden||', want: ['bold', 'and', 'hidden'], why: 'markdown is no text' },
    { text: 'กินอาหาร', want: ['กิน', 'อาหาร'], why: 'Thai is written without spaces' },
    { text: 'Syria 内戦', want: ['syria', '内戦'], why: 'scripts mix in one message' },
    { text: 'من يدفع', want: ['من', 'يدفع'], why: 'Arabic has spaces' },
    { text: 'https: then', want: ['https', 'then'], why: 'an address has more than its beginning' },
    { text: 'xhttps://example.org', want: ['xhttps', 'example', 'org'], why: 'an address begins a piece' },
    { text: "don't—stop", want: ["don't", 'stop'], why: 'a dash parts words' },
    {
      text: 'na\u00efve cafe\u0301s',
      want: ['naive', 'cafes'],
      why: 'letters beyond ASCII go on with a word',
    },
    { text: 'cov\u00adid 12th 3.', want: ['covid', '12th', '3'], why: 'what cannot be seen parts nothing' },
    { text: '½', want: ['1', '2'], why: 'compatibility forms may be several words' },
    { text: '😀 🏴‍☠️ …', want: [], why: 'there are no words' },
    { text: '\ud800 \u200b', want: [], why: 'nor here' },
  ])('$text: $why', ({ text, want }) => {
    expect(words(text)).toEqual(want);
  });

  test('every piece is a part of the text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let from = 0;
        for (const piece of piecesOf(text)) {
          const at = text.indexOf(piece, from);

          expect(at).toBeGreaterThanOrEqual(from);
          from = at + piece.length;
        }
      }),
    );
  });

  test('pieces with spaces between them are the same pieces', () => {
    const parts = fc.constantFrom(
      'a',
      'Ab',
      '1',
      '23',
      '.',
      ',',
      "'",
      ' ',
      '<',
      ':',
      'http',
      '://',
      'é',
      '—',
      '\u0301',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (text) => {
        const pieces = piecesOf(text.join(''));

        expect(piecesOf(pieces.join(' '))).toEqual(pieces);
      }),
    );
  });

  test('what lies beyond the longest text is not read', () => {
    const text = `${'a '.repeat(MAX_TEXT_CHARS / 2)}end`;

    expect(words(text)).not.toContain('end');
  });

  test('an encoded blob is not a word', () => {
    expect(words(`data ${'A'.repeat(500)}`)).toEqual(['data']);
  });
});
