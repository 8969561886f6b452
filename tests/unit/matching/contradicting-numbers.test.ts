import { describe, expect, test } from 'vitest';
import { buildClaimIndex } from '../../../src/core/matching/claim-index.ts';
import { contradicts } from '../../../src/core/matching/contradicting-numbers.ts';
import { numbersIn } from '../../../src/core/numbers.ts';

const claim = (quote: string) => ({ id: 'a/c1', quote, gist: '', title: '' });

describe('a claim', () => {
  test.each([
    { asked: 'Are there 600,000 fighters?', quote: 'There are 60,000 fighters.', why: 'another count' },
    { asked: 'Did it begin in 2014?', quote: 'It began in 2017.', why: 'another year' },
    { asked: 'Do 5% agree?', quote: 'Of them 50 percent agree.', why: 'another share' },
    { asked: 'Did it cost $3 million?', quote: 'It cost $300 million.', why: 'another sum' },
    {
      asked: 'In 2014, were 600 killed?',
      quote: 'In 2014, 60 were killed.',
      why: 'another count, though the year agrees',
    },
  ])('contradicts $why: $asked', ({ asked, quote }) => {
    expect(contradicts(numbersIn(asked, 'en'), claim(quote), 'en')).toBe(true);
  });

  test.each([
    { asked: 'Are there 60k fighters?', quote: 'There are 60,000 fighters.', why: 'written otherwise' },
    { asked: 'Are there 6.4 million?', quote: 'There are 6,389,000 of them.', why: 'rounded' },
    { asked: 'Did a thousand come?', quote: 'About 1,000 came.', why: 'said in words' },
    { asked: 'Are there 600 fighters?', quote: 'There are many fighters.', why: 'not counted in the claim' },
    { asked: 'Are there fighters?', quote: 'There are 60 fighters.', why: 'not counted in the question' },
    { asked: 'Did 60 die in 2014?', quote: 'Of them 60 died.', why: 'a year that the claim leaves out' },
  ])('does not contradict what is $why: $asked', ({ asked, quote }) => {
    expect(contradicts(numbersIn(asked, 'en'), claim(quote), 'en')).toBe(false);
  });
});

describe('a question with another number', () => {
  const index = buildClaimIndex([
    claim('There are 60,000 Iraqi fighters in Syria helping Assad crush the uprising.'),
    { ...claim('The Baghdad government pays the salaries of the militias.'), id: 'a/c2' },
    { ...claim('Iranian officers command the militias on the ground near Aleppo.'), id: 'a/c3' },
  ]);

  test('gets a list, where the number of the claim gets an answer', () => {
    const right = index.lookUp('Are there 60,000 Iraqi fighters in Syria helping Assad?', 5);
    const wrong = index.lookUp('Are there 600,000 Iraqi fighters in Syria helping Assad?', 5);

    expect(right.outcome).toBe('answered');
    expect(wrong.outcome).toBe('ambiguous');
    expect(wrong.matches[0]?.id).toBe('a/c1');
  });

  test('is told by the sentence that the claim answers to, not by the rest of a message', () => {
    const text =
      'My uncle is 73.\nThere are 60,000 Iraqi fighters in Syria helping Assad crush the uprising.';

    expect(index.lookUp(text, 5).outcome).toBe('answered');
  });

  test('prefers of two claims that are otherwise alike the one with its number', () => {
    const years = buildClaimIndex([
      claim('The army entered the city of Mosul in 2014.'),
      { ...claim('The army entered the city of Mosul in 2017.'), id: 'a/c2' },
    ]);

    expect(years.rank('army entered Mosul 2017', 2)[0]?.id).toBe('a/c2');
  });
});
