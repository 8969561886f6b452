import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapMean, pairedBootstrap } from '../../../src/core/evaluation/bootstrap.ts';
import { asRanked } from '../../../src/core/evaluation/chances.ts';
import {
  areaUnderCurve,
  brierScore,
  calibrationOf,
  precisionFrom,
} from '../../../src/core/evaluation/confidence-figures.ts';
import { compare, evaluate } from '../../../src/core/evaluation/evaluate.ts';
import { averagePrecision, recall, reciprocalRank } from '../../../src/core/evaluation/ranking-figures.ts';
import { formatRun, parseJudgements, parseRun, UnreadableLine } from '../../../src/core/evaluation/run.ts';

function ranked(...ids: readonly string[]) {
  return ids.map((claimId, index) => ({ claimId, score: 1 - index / 10 }));
}

describe('figures of a ranking', () => {
  it.each([
    { claims: ['a', 'b'], wanted: ['a'], ap: 1, rr: 1, recall: 1 },
    { claims: ['b', 'a'], wanted: ['a'], ap: 0.5, rr: 0.5, recall: 1 },
    { claims: ['a', 'x', 'b'], wanted: ['a', 'b'], ap: (1 + 2 / 3) / 2, rr: 1, recall: 1 },
    { claims: ['x', 'y', 'z', 'u', 'v', 'a'], wanted: ['a'], ap: 0, rr: 1 / 6, recall: 0 },
    { claims: [], wanted: ['a'], ap: 0, rr: 0, recall: 0 },
    { claims: ['a'], wanted: [], ap: 0, rr: 0, recall: 0 },
  ])('of $claims, where $wanted is wanted', ({ claims, wanted, ap, rr, recall: found }) => {
    const [run, set] = [ranked(...claims), new Set(wanted)];

    expect(averagePrecision(run, set, 5)).toBeCloseTo(ap, 12);
    expect(reciprocalRank(run, set)).toBeCloseTo(rr, 12);
    expect(recall(run, set, 5)).toBeCloseTo(found, 12);
  });
});

describe('figures of confidence', () => {
  it('counts ties half in the area under the curve, as comparing every pair does', () => {
    const judged = fc.array(fc.record({ score: fc.integer({ min: 0, max: 5 }), right: fc.boolean() }));
    fc.assert(
      fc.property(judged, (all) => {
        const right = all.filter((one) => one.right);
        const wrong = all.filter((one) => !one.right);
        const pairs = right.flatMap((a) => wrong.map((b) => Math.sign(a.score - b.score) / 2 + 0.5));
        const expected = pairs.length === 0 ? null : pairs.reduce((sum, won) => sum + won, 0) / pairs.length;
        if (expected === null) expect(areaUnderCurve(all)).toBeNull();
        else expect(areaUnderCurve(all)).toBeCloseTo(expected, 10);
      }),
    );
  });

  it('scores chances by Brier, and counts those from a threshold on', () => {
    const judged = [
      { score: 1, right: true },
      { score: 0.5, right: false },
      { score: 0, right: false },
    ];

    expect(brierScore(judged)).toBeCloseTo(0.25 / 3, 12);
    expect(precisionFrom(judged, 0.5)).toEqual({ answered: 2, precision: 0.5 });
    expect(precisionFrom(judged, 2)).toEqual({ answered: 0, precision: null });
  });

  it('puts every chance into one of ten bins, 0 and 1 included', () => {
    const bins = calibrationOf([0, 0.05, 0.1, 0.95, 1].map((score) => ({ score, right: score > 0.5 })));

    expect(bins.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(bins.at(-1)).toMatchObject({ shareRight: 1, meanScore: 0.975 });
  });
});

describe('resampling', () => {
  it('holds the mean within its interval, and gives the same for the same numbers', () => {
    const figures = Array.from({ length: 200 }, (_, index) => (index % 3) / 2);
    const first = bootstrapMean(figures);

    expect(first.low).toBeLessThan(first.mean);
    expect(first.high).toBeGreaterThan(first.mean);
    expect(bootstrapMean(figures)).toEqual(first);
  });

  it('calls a difference that is always there sure, and none no difference', () => {
    const always = pairedBootstrap(Array.from({ length: 50 }, (_, index) => 0.1 + (index % 5) / 100));

    expect(always).toMatchObject({ p: 0 });
    expect(always.low).toBeGreaterThan(0);
    expect(pairedBootstrap(Array.from({ length: 50 }, () => 0))).toEqual({ mean: 0, low: 0, high: 0, p: 1 });
  });
});

describe('runs', () => {
  it('are read as they were written', () => {
    const run = new Map([
      ['q1', ranked('a', 'b')],
      ['q2', ranked('c')],
    ]);

    expect(parseRun(formatRun(run, 'footnote'))).toEqual(run);
  });

  it('are ordered by score, whatever the lines say', () => {
    const run = parseRun('q Q0 low 1 0.1 x\nq Q0 high 2 0.9 x\nq Q0 tied 3 0.1 x\n');

    expect(run.get('q')?.map(({ claimId }) => claimId)).toEqual(['high', 'low', 'tied']);
  });

  it('say which line cannot be read', () => {
    expect(() => parseRun('q Q0 a 1 0.5 x\nq Q0 a one 0.5 x')).toThrow(new UnreadableLine(2));
    expect(() => parseJudgements('q\n')).toThrow(new UnreadableLine(1));
  });

  it('are judged in two columns or in four', () => {
    const judged = parseJudgements('q1\ta\nq2 0 b 1\nq3 0 c 0\n');

    expect([...judged].map(([query, claims]) => [query, [...claims]])).toEqual([
      ['q1', ['a']],
      ['q2', ['b']],
      ['q3', []],
    ]);
  });

  it('have scores that fall strictly, in the order of the matches', () => {
    const matches = [0.9, 0.9, 0.95, 0, 0].map((confidence, index) => ({
      id: `c${index}`,
      score: 1,
      confidence,
      words: [],
    }));
    const scores = asRanked(matches).map(({ score }) => score);

    expect(scores.slice(0, 3)).toEqual([0.9, 0.9 * (1 - 1e-9), 0.9 * (1 - 1e-9) * (1 - 1e-9)]);
    expect(asRanked(matches).map(({ claimId }) => claimId)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4']);
  });
});

describe('an evaluation', () => {
  const judgements = parseJudgements('q1 a\nq2 b\nmissing c\n');
  const run = parseRun('q1 Q0 a 1 0.9 x\nq2 Q0 x 1 0.4 x\nq2 Q0 b 2 0.3 x\nnone Q0 a 1 0.2 x\n');

  it('counts queries left out as found nothing for, and queries not judged as about none', () => {
    const figures = evaluate(run, judgements, 0.4);

    expect(figures).toMatchObject({ queries: 3, withoutClaim: 1, mrr: 0.5, recall5: 2 / 3 });
    expect(figures.map5.mean).toBeCloseTo(0.5, 12);
    expect(figures.auroc).toBeCloseTo(2 / 3, 12);
    expect(figures.answered).toEqual({ threshold: 0.4, count: 2, precision: 0.5 });
  });

  it('has no Brier score where scores are no chances', () => {
    expect(evaluate(parseRun('q1 Q0 a 1 12.5 x'), judgements, 1).brier).toBeNull();
  });

  it('compares query by query', () => {
    const worse = parseRun('q1 Q0 x 1 0.9 x\nq2 Q0 b 1 0.4 x\n');

    expect(compare(run, worse, judgements).mean).toBeCloseTo((1 - 0.5) / 3, 12);
  });
});
