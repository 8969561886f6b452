import { expect, test } from 'vitest';
import { gramsOf } from '../../../src/core/matching/ngrams.ts';

test.each([
  { word: 'paid', want: ['_pai', 'paid', 'aid_'], why: 'the ends of the word are marked' },
  { word: 'uk', want: ['_uk_'], why: 'two letters just fill one n-gram' },
  { word: 'x', want: ['_x_'], why: 'a letter gives a short one' },
  { word: '𝒜𝒜𝒜', want: ['_𝒜𝒜𝒜', '𝒜𝒜𝒜_'], why: 'a character outside the first plane is not cut in half' },
  { word: 'aaaaaa', want: ['_aaa', 'aaaa', 'aaa_'], why: 'each counts once' },
])('$word: $why', ({ word, want }) => {
  expect(gramsOf(word)).toEqual(want);
});
