import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildClaimIndex } from '../../../src/core/matching/claim-index.ts';
import { cutSentences } from '../../../src/core/matching/sentence-ends.ts';

test.each([
  { text: 'One thing. Another? A third!', sentences: ['One thing.', 'Another?', 'A third!'] },
  { text: 'He said “no.” Then he left.', sentences: ['He said “no.”', 'Then he left.'] },
  { text: 'a head\n\nand a line', sentences: ['a head', 'and a line'] },
  { text: '誰が払うのか。国だ。', sentences: ['誰が払うのか', '国だ'] },
  { text: 'यह सच है। नहीं', sentences: ['यह सच है', ' नहीं'] },
  { text: 'It cost 3.5 million', sentences: ['It cost 3.5 million'] },
  { text: ' \n ', sentences: [] },
])('$text is cut', ({ text, sentences }) => {
  expect(cutSentences(text)).toEqual(sentences);
});

test('any text is cut into at most 64 sentences, with every letter kept', () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const sentences = cutSentences(text);
      expect(sentences.length).toBeLessThanOrEqual(64);
      expect(letters(sentences.join(''))).toBe(letters(text));
    }),
  );
  expect(cutSentences('a. '.repeat(500))).toHaveLength(64);
});

test('what is asked is found among sentences on other things', () => {
  const index = buildClaimIndex([
    { id: 'sought', quote: 'A shark swam up the motorway in Houston.', gist: '', title: '' },
    {
      id: 'other',
      quote: 'Friends in a group share a photograph of one weekend in Spain.',
      gist: '',
      title: '',
    },
    { id: 'third', quote: 'Lemon water cures every illness.', gist: '', title: '' },
  ]);
  const message = [
    'Forwarded as received…',
    'Hello friends and family in this group!',
    'The weather at the weekend will be lovely.',
    'A shark swam up the motorway in Houston.',
    'Please share this message with every group 🙏🙏',
  ].join('\n');

  expect(index.rank(message, 1)[0]?.id).toBe('sought');
});
