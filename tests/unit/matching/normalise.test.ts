import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../../src/core/matching/normalise.ts';

describe('normalise', () => {
  test.each([
    { text: 'Nujaba', want: 'nujaba', why: 'case says nothing' },
    { text: 'Ｉｒａｑ', want: 'iraq', why: 'full-width letters look the same' },
    { text: 'ﬁghters', want: 'fighters', why: 'a ligature is two letters' },
    { text: 'mili\u200btia', want: 'militia', why: 'a zero-width space is invisible' },
    { text: '\u202eassad\u202c', want: 'assad', why: 'bidi controls are invisible' },
    { text: 'a\u00adrmy', want: 'army', why: 'a soft hyphen is invisible' },
    { text: 'Erdoğan', want: 'erdogan', why: 'members type it without the breve' },
    { text: 'Mu\u0308nchen', want: 'munchen', why: 'a combining accent is an accent' },
    { text: 'हिन्दी', want: 'हिंदी', why: 'marks are vowels in Devanagari, and a nasal letter is a dot' },
    { text: 'й', want: 'й', why: 'й is a letter of its own in Cyrillic' },
    { text: '\ud800army', want: '\ufffdarmy', why: 'a lone surrogate is no character' },
  ])('$text becomes $want: $why', ({ text, want }) => {
    expect(normalise(text)).toBe(want);
  });

  test('normalising twice is the same as once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalise(text);

        expect(normalise(once)).toBe(once);
      }),
    );
  });
});
