import { describe, expect, test } from 'vitest';
import { acronymsIn, spelledOut } from '../../../src/core/matching/acronyms.ts';
import { cpuMs } from '../../cpu-time.ts';

describe('acronymsIn', () => {
  test.each([
    {
      text: 'the Popular Mobilisation Units (PMU) fight',
      long: 'Popular Mobilisation Units',
      why: 'initials agree',
    },
    {
      text: 'Mr Smith of the World Health Organization (WHO)',
      long: 'World Health Organization',
      why: 'only the last words',
    },
    { text: 'Ministry of the Interior (MI)', long: 'Ministry Interior', why: 'small words have no initial' },
  ])('$text: $why', ({ text, long }) => {
    expect(acronymsIn([text])).toEqual([{ short: text.match(/\((\p{Lu}+)\)/u)?.[1], long }]);
  });

  test.each([
    { text: 'The Guardian (UK) reports', why: 'an aside' },
    { text: 'popular mobilisation units (PMU)', why: 'not a name' },
    { text: 'PMU', why: 'not spelled out' },
    { text: 'Popular Mobilisation Forces (PMU)', why: 'another initial' },
  ])('nothing is defined by "$text": $why', ({ text }) => {
    expect(acronymsIn([text])).toEqual([]);
  });

  test('an endless row of capitals is read in no time', () => {
    const texts = [
      'Aa '.repeat(20_000),
      'A'.repeat(50_000),
      `${'Bb of the '.repeat(10_000)}(`,
      '(AB)'.repeat(10_000),
    ];

    const tookMs = cpuMs(() => acronymsIn(texts));

    expect(tookMs).toBeLessThan(1_000);
  });
});

describe('spelledOut', () => {
  const acronyms = [{ short: 'PMU', long: 'Popular Mobilisation Units' }];

  test.each([
    { text: 'The PMU’s men', held: true, why: 'the acronym as a word' },
    { text: 'Popular Mobilisation Units', held: true, why: 'the long form' },
    { text: 'PMUX is a firm', held: false, why: 'a part of another word' },
    { text: 'the pmu', held: false, why: 'small letters may be a word' },
  ])('$text: $why', ({ text, held }) => {
    expect(spelledOut(text, acronyms)).toEqual(held ? ['PMU', 'Popular Mobilisation Units'] : []);
  });
});
