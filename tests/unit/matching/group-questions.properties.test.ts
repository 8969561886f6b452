import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AskedQuestion } from '../../../src/core/matching/asked-question.ts';
import { groupQuestions } from '../../../src/core/matching/group-questions.ts';
import { piecesOf } from '../../../src/core/matching/tokenise.ts';

const words =
  'who does not pay paid salary militia militias iran iraq kirkuk nujaba nujabaa meier 3 four 1,000 die Miliz';
const phrase = fc
  .array(fc.constantFrom(...words.split(' ')), { minLength: 1, maxLength: 5 })
  .map((chosen) => chosen.join(' '));
const question = fc.record({
  text: fc.oneof({ weight: 5, arbitrary: phrase }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) }),
  day: fc.constantFrom('2026-03-02', '2026-03-03'),
  asker: fc.constantFrom('a', 'b', 'c', 'd', null),
});
const questions = fc
  .array(question, { maxLength: 40 })
  .map((list) => list.map((each, number): AskedQuestion => ({ ...each, id: `q${number}` })));

describe('groups of questions', () => {
  test('hold every question once, whatever the order they come in', () => {
    fc.assert(
      fc.property(
        questions.chain((asked) =>
          fc.record({
            asked: fc.constant(asked),
            shuffled: fc.shuffledSubarray(asked, { minLength: asked.length, maxLength: asked.length }),
          }),
        ),
        ({ asked, shuffled }) => {
          const groups = groupQuestions(asked);

          const held = groups.flatMap((group) => group.questions.map(({ id }) => id));
          expect(held.toSorted()).toEqual(asked.map(({ id }) => id).toSorted());
          expect(groupQuestions(shuffled)).toEqual(groups);
        },
      ),
    );
  });

  test('keep equal texts together and different numbers apart', () => {
    const numbersIn = (text: string) =>
      piecesOf(text.replaceAll('four', '4')).filter((piece) => /\d/.test(piece));
    fc.assert(
      fc.property(questions, (asked) => {
        const groups = groupQuestions(asked);

        const textsOf = groups.map((group) => new Set(group.questions.map(({ text }) => text)));
        const all = textsOf.flatMap((texts) => Array.from(texts));
        expect(new Set(all).size).toBe(all.length);
        for (const texts of textsOf) {
          const numbers = Array.from(texts, (text) =>
            Array.from(new Set(numbersIn(text)))
              .toSorted()
              .join(),
          );
          expect(new Set(numbers).size).toBe(1);
        }
      }),
    );
  });

  test('have a label only where three members of one day asked it or something near, each word of it known to three', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        for (const { label, questions: members } of groupQuestions(asked)) {
          if (label === null) continue;
          const days = Map.groupBy(
            members.filter(({ asker }) => asker !== null),
            ({ day }) => day,
          );
          const passing = Array.from(days.values()).filter(
            (ofDay) => new Set(ofDay.map(({ asker }) => asker)).size >= 3,
          );
          expect(passing.flat().map(({ text }) => text)).toContain(label);
          if (label.includes('meier')) {
            const users = asked.filter(({ text, asker }) => asker !== null && text.includes('meier'));
            const byDay = Map.groupBy(users, ({ day }) => day);
            const most = Math.max(
              ...Array.from(byDay.values(), (some) => new Set(some.map((u) => u.asker)).size),
            );
            expect(most).toBeGreaterThanOrEqual(3);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
