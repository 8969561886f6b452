import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../src/core/analysis/sentences.ts';

function cut(text: string): readonly string[] {
  return sentencesOf(text).map((sentence) => sentence.text);
}

describe('the sentences of a text', () => {
  it.each([
    { why: 'full stops', text: 'One thing. Another thing.', parts: ['One thing.', 'Another thing.'] },
    { why: 'any end mark', text: 'What? No! Well… Yes.', parts: ['What?', 'No!', 'Well…', 'Yes.'] },
    { why: 'line ends', text: 'A heading\n\n- one\r\n- two', parts: ['A heading', 'one', 'two'] },
    { why: 'marks of other scripts', text: '誰が払うのか。国だ。', parts: ['誰が払うのか。', '国だ。'] },
    {
      why: 'the Arabic question mark',
      text: 'هل هذا صحيح؟ نعم. قال',
      parts: ['هل هذا صحيح؟', 'نعم.', 'قال'],
    },
    { why: 'the danda', text: 'यह सच है। वह नहीं।', parts: ['यह सच है।', 'वह नहीं।'] },
    { why: 'a mark with pictures', text: 'It is bad. 😥😥 Go on.', parts: ['It is bad. 😥😥', 'Go on.'] },
    { why: 'a face alone', text: 'That looks legit 🙄 The end', parts: ['That looks legit 🙄', 'The end'] },
    {
      why: 'a mark without its space',
      text: 'It burned.The men came.',
      parts: ['It burned.', 'The men came.'],
    },
    {
      why: 'small letters of a small writer',
      text: 'no way. they did it',
      parts: ['no way.', 'they did it'],
    },
    {
      why: 'an initial before a small word',
      text: 'It was plan B. They left.',
      parts: ['It was plan B.', 'They left.'],
    },
    {
      why: 'lines of a list, though their words have capitals',
      text: 'World Health Report\n- Lower Taxes For All\n- More Jobs For All\nPrince Andrew\nBill Clinton',
      parts: [
        'World Health Report',
        'Lower Taxes For All',
        'More Jobs For All',
        'Prince Andrew',
        'Bill Clinton',
      ],
    },
    {
      why: 'a headline with the text below it',
      text: 'COUNCIL SELLS OLD PIER\nThe mayor said so in May.',
      parts: ['COUNCIL SELLS OLD PIER', 'The mayor said so in May.'],
    },
    { why: 'nothing but space and marks', text: ' \n\t … 😀 —', parts: [] },
  ])('end at $why', ({ text, parts }) => {
    expect(cut(text)).toEqual(parts);
  });

  it.each([
    { why: 'a title', text: 'Mr. Smith met Dr. Jones.' },
    { why: 'an acronym', text: 'The U.S. Army left the U.S.-led force at 5 p.m. on Monday.' },
    { why: 'initials', text: 'George W. Bush met J. K. Rowling and Robert M. La Follette.' },
    { why: 'a number', text: 'No. 5 costs 3.5 million, see p. 12 and Oct. 7.' },
    { why: 'an address', text: 'Look at https://example.org/a.B?c=d and mail a.b@example.org now.' },
    { why: 'an item number', text: '1. The first point is this.' },
    { why: 'German ordinals', text: 'Am 17. Mai begann der 3. Streik im 19. Jahrhundert.' },
    { why: 'German abbreviations', text: 'Herr Prof. Maier nahm z. B. Äpfel, d.h. Obst bzw. Birnen mit.' },
    { why: 'French abbreviations', text: 'Mme. Durand et M. Petit sont arrivés.' },
    { why: 'Spanish abbreviations', text: 'El Sr. García llegó a EE. UU. con la Dra. López.' },
    { why: 'a quotation', text: 'He said: “We came. We saw.” before he left.' },
    { why: 'a quotation that is said', text: '"Come! Now!" he said.' },
    { why: 'German quotation marks', text: 'Er rief: „Halt. Stehen bleiben.“' },
    { why: 'brackets', text: 'This law (see above. It is long.) holds.' },
    { why: 'an ellipsis that goes on', text: 'It is... well, true.' },
    { why: 'a wrapped line', text: 'The mayor sold the pier for half\nits price.' },
    { why: 'a line that breaks off', text: 'The mayor sold the\nHarbour for nothing.' },
    { why: 'a headline in capitals', text: 'COUNCIL SELLS OLD PIER,\nMAYOR SAYS NOTHING ABOUT PRICE' },
    { why: 'a headline with capitals', text: 'Council Sells the Old Pier\nFor Less Than a Million' },
    { why: 'a face within few words', text: 'I 😍 New York so much' },
  ])('do not end in $why', ({ text }) => {
    expect(cut(text)).toEqual([text]);
  });

  it('are exact passages in order, whatever the text', () => {
    const piece = fc.constantFrom(
      'A',
      'b',
      '. ',
      '? ',
      '"',
      '“',
      '(',
      ')',
      '\n',
      ' ',
      'U.S.',
      '😀',
      '\ud800',
      '17. ',
      '…',
      '。',
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2_000 }),
      fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' }))).map((parts) => parts.join('')),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
    );

    fc.assert(
      fc.property(anything, (text) => {
        let end = 0;
        for (const sentence of sentencesOf(text)) {
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
          expect(sentence.text).toBe(sentence.text.trim());
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          end = sentence.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leave out no word', () => {
    const words = fc.array(
      fc.constantFrom('One', 'two.', 'Mr.', '(three.', 'four)', '“Five.', 'six”', '7.', '\n', '?'),
    );

    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        const letters = (from: string) => from.replace(/[^\p{L}\p{N}]/gu, '');

        expect(letters(cut(text).join(''))).toBe(letters(text));
      }),
    );
  });
});
