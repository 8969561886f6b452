import { describe, expect, it } from 'vitest';
import { sameQuestion } from '../../../src/core/matching/same-question.ts';

describe('what spellings of one question have in common', () => {
  it.each([
    { why: 'case and punctuation', a: 'Who pays the militias?', b: 'who pays the militias' },
    { why: 'spaces and line ends', a: ' who   pays\nthe militias', b: 'who pays the militias' },
    { why: 'accents on Latin letters', a: 'Was sagt Erdoğan?', b: 'was sagt erdogan' },
    { why: 'invisible characters', a: 'who pa\u200bys the militias', b: 'who pays the militias' },
    { why: 'quotation marks', a: '“Iraqi” Army', b: 'Iraqi Army' },
    { why: 'a web address', a: 'is this true? https://x.example/1', b: 'is this true' },
  ])('is not changed by $why', ({ a, b }) => {
    expect(sameQuestion(a)).toBe(sameQuestion(b));
    expect(sameQuestion(a)).not.toBe('');
  });

  it.each([
    { why: 'another word', a: 'who pays the militias', b: 'who arms the militias' },
    { why: 'another order', a: 'Iran occupies Iraq', b: 'Iraq occupies Iran' },
    { why: 'vowel signs that are letters', a: 'कल', b: 'कला' },
  ])('tells apart $why', ({ a, b }) => {
    expect(sameQuestion(a)).not.toBe(sameQuestion(b));
  });

  it.each(['', ' ?! ', '😀', 'https://x.example/1'])('is nothing for %j', (text) => {
    expect(sameQuestion(text)).toBe('');
  });
});
