import { describe, expect, test } from 'vitest';
import { languageOf } from '../../../src/core/matching/languages.ts';
import { readWords } from '../../../src/core/matching/read-words.ts';

const english = languageOf('en');
const stems = (text: string) => readWords(text).map(({ stem }) => stem);

describe('English', () => {
  test.each([
    { one: 'pays', other: 'paid', why: 'an irregular form is the same verb' },
    { one: 'militia', other: 'militias', why: 'a plural is the same noun' },
    { one: 'salary', other: 'salaried', why: 'the stemmer brings them together' },
    { one: 'mobilisation', other: 'mobilization', why: 'it is spelled both ways' },
    { one: 'Iraq’s', other: 'Iraq', why: 'a possessive is the same name' },
    { one: 'U.S.', other: 'USA', why: 'both are the country' },
    { one: 'US', other: 'USA', why: 'in capitals it is the country' },
  ])('$one is $other: $why', ({ one, other }) => {
    expect(stems(one)).toEqual(stems(other));
  });

  test.each([
    { text: 'is it true that they', why: 'small talk' },
    { text: 'why don’t we', why: 'contractions' },
    { text: 'give it to us', kept: ['give'], why: '"us" in small letters is a pronoun' },
  ])('stop words are left out: $why', ({ text, kept = [] }) => {
    expect(stems(text)).toEqual(kept);
  });

  test('relatives go both ways and never name the word itself', () => {
    const [wage = '', salary = '', tehran = '', iran = ''] = stems('wages salary Tehran Iran');
    const names = (stem: string) => english.relativesOf(stem).map((relative) => relative.stem);

    expect(names(wage)).toContain(salary);
    expect(names(salary)).toContain(wage);
    expect(names(tehran)).toContain(iran);
    expect(names(wage)).not.toContain(wage);
  });

  test('a common word is taken to be in more texts than an unlisted one', () => {
    const [people = '', nujaba = ''] = stems('people Nujaba');

    expect(english.shareOf(people)).toBeGreaterThan(english.shareOf(nujaba));
  });
});
