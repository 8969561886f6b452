import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/core/digest.ts';
import { inquiryCommands, inquiryOutcomes } from '../../../src/core/inquiry.ts';
import { shareAnswered } from '../../../src/core/inquiry-counts.ts';
import { exampleCase } from '../../fakes/example-case.ts';
import { changedTo, claimId, quietSource, totalOf } from '../../fakes/example-digest.ts';

describe('a digest', () => {
  it('is quiet when nothing was asked, reported or resolved, even where something waits', () => {
    const waiting = { ageing: { cases: [exampleCase()], total: 1 }, questions: { cases: [], total: 0 } };

    expect(digestOf(quietSource({ waiting, totalsBefore: [totalOf(1)], resolvedBefore: 2 })).quiet).toBe(
      true,
    );
  });

  it.each([
    { why: 'a question', change: { totals: [totalOf(null)] } },
    { why: 'a new case', change: { opened: { now: 1, before: 0 } } },
    { why: 'a resolved case', change: { resolved: [{ openedAt: 1, takenAt: null, resolvedAt: 2 }] } },
    { why: 'a report of an old case', change: { contested: [{ case: exampleCase(), reports: 1 }] } },
    { why: 'a new claim', change: { standings: { changed: [], added: 1, withdrawn: 0 } } },
    { why: 'a claim withdrawn', change: { standings: { changed: [], added: 0, withdrawn: 1 } } },
    {
      why: 'a standing that changed',
      change: { standings: { changed: [changedTo(1)], added: 0, withdrawn: 0 } },
    },
  ])('is not quiet after $why', ({ change }) => {
    expect(digestOf(quietSource(change)).quiet).toBe(false);
  });

  it('counts what became of questions, and summaries apart from them', () => {
    const { questions, summaries } = digestOf(
      quietSource({
        totals: [
          totalOf(1, { inquiries: 5 }),
          totalOf(2, { outcome: 'picked', inquiries: 1 }),
          totalOf(2, { command: 'claim.show', outcome: 'opened', inquiries: 7 }),
          totalOf(null, { inquiries: 2 }),
          totalOf(null, { outcome: 'none-of-these' }),
          totalOf(null, { outcome: 'ambiguous' }),
          totalOf(null, { command: 'summary', outcome: 'opened', inquiries: 3 }),
          totalOf(null, { command: 'summary', outcome: 'ambiguous' }),
        ],
        totalsBefore: [totalOf(1), totalOf(null, { command: 'summary', outcome: 'opened' })],
      }),
    );

    expect(questions.now).toEqual({ asked: 10, answered: 6, unanswered: 3, undecided: 1 });
    expect(shareAnswered(questions.now)).toBe(0.6);
    expect(questions.before).toEqual({ asked: 1, answered: 1, unanswered: 0, undecided: 0 });
    expect(shareAnswered({ asked: 0, answered: 0, unanswered: 0, undecided: 0 })).toBeNull();
    expect(summaries).toEqual({ now: 4, before: 1 });
  });

  it('names the ten most asked claims with every way they were asked, and those before', () => {
    const totals = Array.from({ length: 12 }, (_, index) => totalOf(index + 1, { inquiries: index + 1 }));
    const { claims, furtherClaims } = digestOf(
      quietSource({
        totals: [
          ...totals,
          totalOf(12, { outcome: 'picked', inquiries: 4, askers: 2, feedback: { yes: 1, no: 1 } }),
          totalOf(12, {
            command: 'claim.show',
            outcome: 'opened',
            inquiries: 1,
            feedback: { yes: 2, no: 0 },
          }),
        ],
        totalsBefore: [totalOf(12, { inquiries: 9 })],
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

  it('names claims that stand otherwise, as far as they are still published', () => {
    const changed = [changedTo(1), changedTo(2)];
    const { standings } = digestOf(
      quietSource({
        standings: { changed, added: 3, withdrawn: 4 },
        nameOf: (dossier, id) => (id === claimId(1) ? quietSource().nameOf(dossier, id) : null),
      }),
    );

    expect(standings).toEqual({
      changed: [
        expect.objectContaining({
          claimId: claimId(1),
          named: expect.objectContaining({ quote: 'Quote of 1.' }),
        }),
        expect.objectContaining({ claimId: claimId(2), named: null }),
      ],
      added: 3,
      withdrawn: 4,
    });
  });

  it('counts all feedback, also about claims it does not name', () => {
    const totals = Array.from({ length: 12 }, (_, index) =>
      totalOf(index + 1, { feedback: { yes: 1, no: index } }),
    );

    expect(digestOf(quietSource({ totals })).feedback).toEqual({ yes: 12, no: 66 });
  });

  it('loses no ask on the way from the totals to the claims', () => {
    const total = fc
      .record({
        claim: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
        command: fc.constantFrom(...inquiryCommands),
        outcome: fc.constantFrom(...inquiryOutcomes),
        inquiries: fc.integer({ min: 1, max: 1_000 }),
      })
      .map(({ claim, ...change }) => totalOf(claim, change));

    fc.assert(
      fc.property(fc.array(total, { maxLength: 40 }), (totals) => {
        const { claims, questions, furtherClaims } = digestOf(quietSource({ totals }));

        const about = totals.filter((each) => each.claimId !== null);
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
