import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf, handlingTime, shareAnswered } from '../../../src/core/digest.ts';
import { inquiryCommands, inquiryOutcomes } from '../../../src/core/inquiry.ts';
import { exampleCase } from '../../fakes/example-case.ts';
import { claimId, quietSource, totalOf } from '../../fakes/example-digest.ts';

describe('a digest', () => {
  it('is quiet when nothing was asked, reported or resolved, even where something waits', () => {
    const waiting = { ageing: { cases: [exampleCase()], total: 1 }, questions: { cases: [], total: 0 } };

    expect(digestOf(quietSource({ waiting, daysBefore: [totalOf(1)], resolvedBefore: 2 })).quiet).toBe(true);
  });

  it.each([
    { why: 'a question', change: { days: [totalOf(null)] } },
    { why: 'a new case', change: { opened: { now: 1, before: 0 } } },
    { why: 'a resolved case', change: { resolved: [{ openedAt: 1, resolvedAt: 2 }] } },
    { why: 'a report of an old case', change: { contested: [{ case: exampleCase(), reports: 1 }] } },
  ])('is not quiet after $why', ({ change }) => {
    expect(digestOf(quietSource(change)).quiet).toBe(false);
  });

  it('counts what became of questions, and summaries apart from them', () => {
    const { questions, summaries } = digestOf(
      quietSource({
        days: [
          totalOf(1, { inquiries: 5 }),
          totalOf(2, { outcome: 'picked', inquiries: 1 }),
          totalOf(2, { command: 'claim.show', outcome: 'opened', inquiries: 7 }),
          totalOf(null, { inquiries: 2 }),
          totalOf(null, { outcome: 'none-of-these' }),
          totalOf(null, { outcome: 'ambiguous' }),
          totalOf(null, { command: 'summary', outcome: 'opened', inquiries: 3 }),
          totalOf(null, { command: 'summary', outcome: 'ambiguous' }),
        ],
        daysBefore: [totalOf(1), totalOf(null, { command: 'summary', outcome: 'opened' })],
      }),
    );

    expect(questions.now).toEqual({ asked: 10, answered: 6, unanswered: 3, undecided: 1 });
    expect(shareAnswered(questions.now)).toBe(0.6);
    expect(questions.before).toEqual({ asked: 1, answered: 1, unanswered: 0, undecided: 0 });
    expect(shareAnswered({ asked: 0, answered: 0, unanswered: 0, undecided: 0 })).toBeNull();
    expect(summaries).toEqual({ now: 4, before: 1 });
  });

  it('names the ten most asked claims with every way they were asked, and those before', () => {
    const days = Array.from({ length: 12 }, (_, index) => totalOf(index + 1, { inquiries: index + 1 }));
    const { claims, furtherClaims } = digestOf(
      quietSource({
        days: [
          ...days,
          totalOf(12, { day: '2026-03-05', outcome: 'picked', inquiries: 4, askers: 2 }),
          totalOf(12, { command: 'claim.show', outcome: 'opened', inquiries: 1 }),
        ],
        daysBefore: [totalOf(12, { inquiries: 9 })],
        feedback: [
          { claimId: claimId(12), yes: 3, no: 1 },
          { claimId: claimId(1), yes: 0, no: 2 },
        ],
      }),
    );

    expect(claims.map((claim) => claim.claimId)).toEqual(
      [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((number) => claimId(number)),
    );
    expect(furtherClaims).toBe(2);
    expect(claims[0]).toMatchObject({
      named: { quote: 'Quote of 12.' },
      asks: { now: 17, before: 9 },
      ways: { answered: 12, picked: 4, opened: 1 },
      askers: 4,
      feedback: { yes: 3, no: 1 },
    });
  });

  it('counts all feedback, also about claims it does not name', () => {
    const feedback = [
      { claimId: claimId(1), yes: 1, no: 0 },
      { claimId: claimId(2), yes: 1, no: 2 },
    ];

    expect(digestOf(quietSource({ feedback, feedbackSince: '2026-03-03' })).feedback).toEqual({
      yes: 2,
      no: 2,
      since: '2026-03-03',
    });
  });

  it('loses no ask on the way from the days to the claims', () => {
    const total = fc
      .record({
        claim: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
        command: fc.constantFrom(...inquiryCommands),
        outcome: fc.constantFrom(...inquiryOutcomes),
        inquiries: fc.integer({ min: 1, max: 1_000 }),
      })
      .map(({ claim, ...change }) => totalOf(claim, change));

    fc.assert(
      fc.property(fc.array(total, { maxLength: 40 }), (days) => {
        const { claims, questions, furtherClaims } = digestOf(quietSource({ days }));

        const about = days.filter((day) => day.claimId !== null);
        const { asked, answered, unanswered, undecided } = questions.now;
        expect(claims.reduce((sum, { asks }) => sum + asks.now, 0)).toBe(
          about.reduce((sum, { inquiries }) => sum + inquiries, 0),
        );
        expect(furtherClaims).toBe(0);
        expect(answered + unanswered + undecided).toBeLessThanOrEqual(asked);
      }),
    );
  });
});

describe('handling time', () => {
  const took = (...times: readonly number[]) =>
    handlingTime(times.map((ms) => ({ openedAt: 1_000, resolvedAt: 1_000 + ms })));

  it.each([
    { times: [], is: null, why: 'no case' },
    { times: [7], is: { medianMs: 7, p90Ms: 7 }, why: 'one' },
    { times: [9, 1], is: { medianMs: 1, p90Ms: 9 }, why: 'two: the lower is the median' },
    { times: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], is: { medianMs: 5, p90Ms: 9 }, why: 'ten' },
    { times: [100, 2, 3], is: { medianMs: 3, p90Ms: 100 }, why: 'three, with one that took long' },
  ])('is by nearest rank of $why', ({ times, is }) => {
    expect(took(...times)).toEqual(is);
  });
});
