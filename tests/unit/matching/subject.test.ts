import { expect, test } from 'vitest';
import { languageOf } from '../../../src/core/matching/languages.ts';
import { subjectWords } from '../../../src/core/matching/subject.ts';

const english = languageOf('en');

test('the subject of a group is what three quarters of its claims name', () => {
  const texts = ['The dam leaks.', 'Dams cost money.', 'The dam was built in 1970.', 'Money was lost.'];

  expect(subjectWords(texts, english)).toEqual(['dam']);
});

test('a word counts once for each claim, however often it says it', () => {
  const texts = ['dam dam dam dam', 'river', 'bridge', 'road'];

  expect(subjectWords(texts, english)).toEqual([]);
});

test('a few claims have no subject beside what each says', () => {
  expect(subjectWords(['The dam leaks.', 'The dam leaks.'], english)).toEqual([]);
});
