import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../src/core/in-pieces.ts';
import { nearSpellings } from '../../../src/core/matching/near-spellings.ts';

describe('nearSpellings', () => {
  test.each([
    ['miliz', 'milizen', 'forms of one word'],
    ['soleimani', 'suleimani', 'another letter'],
    ['muhandis', 'muhandiss', 'one letter more'],
    ['kataib', 'katiab', 'two letters swapped'],
  ])('%s and %s are near: %s', (one, other) => {
    const near = atOnce(nearSpellings([one, other, 'something', 'else']));

    expect(Array.from(near)).toEqual([
      [one, [other]],
      [other, [one]],
    ]);
  });

  test.each([
    ['iran', 'iraq', 'short'],
    ['nujaba', 'nujba', 'too short for a slip'],
    ['legal', 'illegal', 'another beginning'],
    ['kirkuk', 'karbala', 'another word'],
    ['covid19', 'covid29', 'with digits'],
  ])('%s and %s are not: %s', (one, other) => {
    expect(atOnce(nearSpellings([one, other])).size).toBe(0);
  });
});
