import { expect, test } from 'vitest';
import { subjectWords } from '../../../src/core/matching/subject.ts';

const alone = (own: string) => ({ own, all: own });

test('the subject of a group is what three quarters of its claims name', () => {
  const claims = ['The dam leaks.', 'Dams cost money.', 'The dam was built in 1970.', 'Money was lost.'].map(
    alone,
  );

  expect(subjectWords(claims)).toEqual(['dam']);
});

test('a claim may leave the naming to its context', () => {
  const claims = ['The dam leaks.', 'It cost money.', 'The dam was built in 1970.', 'Money was lost.'].map(
    (own) => ({
      own,
      all: `${own} A note on the dam.`,
    }),
  );

  expect(subjectWords(claims)).toEqual(['dam']);
});

test('what only the contexts name is no subject', () => {
  const claims = ['It leaks.', 'It cost money.', 'It was built in 1970.', 'Trust was lost.'].map((own) => ({
    own,
    all: `${own} Reuters reported this.`,
  }));

  expect(subjectWords(claims)).toEqual([]);
});

test('a word counts once for each claim, however often it says it', () => {
  expect(subjectWords(['dam dam dam dam', 'river', 'bridge', 'road'].map(alone))).toEqual([]);
});

test('a few claims have no subject beside what each says', () => {
  expect(subjectWords(['The dam leaks.', 'The dam leaks.'].map(alone))).toEqual([]);
});
