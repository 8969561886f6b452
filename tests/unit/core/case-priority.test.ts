import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priorityOf, type Tally, tallyOf } from '../../../src/core/case-priority.ts';
import { ClaimReference } from '../../../src/core/claim.ts';
import { marksBehind, type Report, weightAfter } from '../../../src/core/report.ts';
import { exampleCase, exampleMessage, exampleReport } from '../../fakes/example-case.ts';

const second = 1_000;
const day = 86_400_000;
const start = exampleCase().openedAt;

/** Reports so many seconds after the first. */
function reportsAt(...seconds: readonly number[]): Report[] {
  return seconds.map((after) => exampleReport({ reportedAt: start + after * second }));
}

describe('counting the reports of a case', () => {
  it.each([
    { why: 'nobody', seconds: [], independent: 0 },
    { why: 'one member', seconds: [0], independent: 1 },
    { why: 'four members at once are no burst', seconds: [0, 1, 2, 3], independent: 4 },
    { why: 'five members at once are a burst', seconds: [0, 1, 2, 3, 4], independent: 1 },
    { why: 'each within 30 s of the one before', seconds: [0, 30, 60, 90, 120], independent: 1 },
    { why: 'a gap of more than 30 s ends a run', seconds: [0, 30, 60, 91, 121], independent: 5 },
    { why: 'a burst, and two who come later', seconds: [0, 1, 2, 3, 4, 100, 200], independent: 3 },
    { why: 'two bursts', seconds: [0, 1, 2, 3, 4, 100, 101, 102, 103, 104, 105], independent: 2 },
    { why: 'in any order', seconds: [4, 0, 3, 1, 2], independent: 1 },
  ])('counts as $independent: $why', ({ seconds, independent }) => {
    const tally = tallyOf(reportsAt(...seconds));

    expect(tally).toMatchObject({ reports: seconds.length, independent });
  });

  it('leaves out those made in bad faith, and lets a burst of four be four', () => {
    const [first = exampleReport(), ...others] = reportsAt(0, 1, 2, 3, 4);

    const tally = tallyOf([{ ...first, badFaith: true }, ...others]);

    expect(tally).toMatchObject({ reports: 5, badFaith: 1, independent: 4 });
  });

  it('counts a burst as its heaviest report', () => {
    const light = reportsAt(0, 1, 2, 3).map((report) => ({ ...report, weight: 0.25 }));

    expect(tallyOf([...light, ...reportsAt(4)]).independent).toBe(1);
    expect(tallyOf([...light, exampleReport({ weight: 0.5 })]).independent).toBe(0.5);
  });

  it('counts reasons, most often first, equals in the order of the form', () => {
    const reasons = ['other', 'out-of-date', 'misleading', 'other', null] as const;

    const tally = tallyOf(reasons.map((reason) => exampleReport({ reason })));

    expect(tally.reasons).toEqual([
      { reason: 'other', count: 2 },
      { reason: 'misleading', count: 1 },
      { reason: 'out-of-date', count: 1 },
    ]);
  });

  it('never counts more than there are in good faith, nor less than nothing', () => {
    const reports = fc.array(
      fc
        .record({ after: fc.nat(600), marks: fc.nat(6), badFaith: fc.boolean() })
        .map(({ after, marks, badFaith }) =>
          exampleReport({ reportedAt: start + after * second, weight: weightAfter(marks), badFaith }),
        ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(reports, (some) => {
        const { independent } = tallyOf(some);

        expect(independent).toBeGreaterThanOrEqual(0);
        expect(independent).toBeLessThanOrEqual(some.filter(({ badFaith }) => !badFaith).length);
      }),
    );
  });
});

describe('the weight of a report', () => {
  it.each([
    [0, 1],
    [1, 0.5],
    [2, 0.25],
    [10, 2 ** -10],
  ])('after %i marks is %f, and tells the marks', (marks, weight) => {
    expect(weightAfter(marks)).toBe(weight);
    expect(marksBehind(weight)).toBe(marks);
  });

  it('of nothing stands for no marks', () => {
    expect(marksBehind(0)).toBe(0);
  });
});

describe('priority', () => {
  const reporters = (independent: number): Tally => ({ reports: 9, reasons: [], badFaith: 0, independent });
  const claim = ClaimReference.parse({ slug: 'sample', key: 'c01' });

  it.each([
    { why: 'one reporter', independent: 1, subject: {}, waitedMs: 0, priority: 'low' },
    { why: 'two reporters', independent: 2, subject: {}, waitedMs: 0, priority: 'normal' },
    { why: 'one and a half', independent: 1.5, subject: {}, waitedMs: 0, priority: 'low' },
    {
      why: 'one, with a known claim',
      independent: 1,
      subject: { claims: [claim] },
      waitedMs: 0,
      priority: 'normal',
    },
    {
      why: 'one, where everyone reads',
      independent: 1,
      subject: { reach: 'everyone' },
      waitedMs: 0,
      priority: 'normal',
    },
    { why: 'one, a day later', independent: 1, subject: {}, waitedMs: day, priority: 'normal' },
    { why: 'one, nearly a day later', independent: 1, subject: {}, waitedMs: day - 1, priority: 'low' },
    { why: 'days count at most three', independent: 1, subject: {}, waitedMs: 90 * day, priority: 'normal' },
    { why: 'five reporters', independent: 5, subject: {}, waitedMs: 0, priority: 'high' },
    { why: 'almost five', independent: 4.75, subject: {}, waitedMs: 0, priority: 'normal' },
    {
      why: 'everything a little',
      independent: 2,
      subject: { claims: [claim, claim], reach: 'everyone' },
      waitedMs: day,
      priority: 'high',
    },
    {
      why: 'nobody in good faith',
      independent: 0,
      subject: { reach: 'everyone' },
      waitedMs: 0,
      priority: 'low',
    },
    { why: 'a clock that went back', independent: 1, subject: {}, waitedMs: -day, priority: 'low' },
  ] as const)('is $priority for $why', ({ independent, subject, waitedMs, priority }) => {
    const shown = exampleCase({ subject: exampleMessage(subject) });

    expect(priorityOf(reporters(independent), shown, start + waitedMs)).toBe(priority);
  });
});
