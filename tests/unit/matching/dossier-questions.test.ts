import { describe, expect, test } from 'vitest';
import { buildClaimIndex } from '../../../src/core/matching/claim-index.ts';
import {
  freshOffTopicQuestions,
  freshQuestions,
  heldOutOffTopicQuestions,
  heldOutQuestions,
} from './held-out-questions.ts';
import { offTopicQuestions, type ReaderQuestion, readerQuestions } from './reader-questions.ts';
import { sampleClaims } from './sample-dossier.ts';

const index = buildClaimIndex(sampleClaims());

/** Questions that are not sent away and whose first match is not the right claim. */
function missed(questions: readonly ReaderQuestion[]): readonly string[] {
  return questions
    .filter(({ ask, claim }) => {
      const { outcome, matches } = index.lookUp(ask, 5);
      return outcome === 'unanswered' || matches[0]?.id !== `iraqi-militias-in-syria/${claim}`;
    })
    .map(({ ask }) => ask);
}

function wronglyKnown(questions: readonly string[]): readonly string[] {
  return questions.filter((ask) => index.lookUp(ask, 5).outcome !== 'unanswered');
}

describe('the shipped dossier', () => {
  test('twenty questions in a reader’s own words find the right claim first in at least eighteen', () => {
    expect(readerQuestions).toHaveLength(20);
    expect(missed(readerQuestions).length).toBeLessThanOrEqual(2);
  });

  test('ten questions about other things are unanswered in at least nine', () => {
    expect(offTopicQuestions).toHaveLength(10);
    expect(wronglyKnown(offTopicQuestions).length).toBeLessThanOrEqual(1);
  });

  test.each([
    { questions: heldOutQuestions, floor: 15, why: 'held out until the first version was done' },
    { questions: freshQuestions, floor: 14, why: 'written after that and never tuned on' },
  ])('twenty questions $why find the right claim first in at least $floor', ({ questions, floor }) => {
    expect(questions).toHaveLength(20);
    expect(questions.length - missed(questions).length).toBeGreaterThanOrEqual(floor);
  });

  test.each([
    { questions: heldOutOffTopicQuestions, why: 'held out' },
    { questions: freshOffTopicQuestions, why: 'written later' },
  ])('ten questions about other things, $why, are unanswered in at least nine', ({ questions }) => {
    expect(questions).toHaveLength(10);
    expect(wronglyKnown(questions).length).toBeLessThanOrEqual(1);
  });

  test('a mistyped name that only the notes say lists what the name does', () => {
    const listed = (ask: string) => index.lookUp(ask, 5).matches.map(({ id }) => id);

    expect(listed('Nujaba').length).toBeGreaterThan(0);
    expect(listed('Nujba')).toEqual(listed('Nujaba'));
  });

  test('"who pays the militias" finds the claim about their pay first', () => {
    const { outcome, matches } = index.lookUp('who pays the militias', 5);

    expect(outcome).not.toBe('unanswered');
    expect(matches[0]?.id).toBe('iraqi-militias-in-syria/c04b');
  });

  test.each([
    { ask: 'what did Amnesty find', claim: 'c07b' },
    { ask: 'the CIA programme to arm rebels', claim: 'c09' },
    { ask: 'Is Nujaba pledged to Khamenei?', claim: 'c05' },
    { ask: 'what about the Amerli villages', claim: 'c07b' },
  ])('a name that only the notes hold leads to a list with their claim: $ask', ({ ask, claim }) => {
    const { outcome, matches } = index.lookUp(ask, 5);

    expect(outcome).not.toBe('unanswered');
    expect(matches.map(({ id }) => id)).toContain(`iraqi-militias-in-syria/${claim}`);
  });
});
