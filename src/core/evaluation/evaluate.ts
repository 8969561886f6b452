import { bootstrapMean, type Interval, type PairedDifference, pairedBootstrap } from './bootstrap.ts';
import { areaUnderCurve, brierScore, type Judged, precisionFrom } from './confidence-figures.ts';
import { averagePrecision, meanOf, recall, reciprocalRank } from './ranking-figures.ts';
import type { Judgements, RankedClaim, Run } from './run.ts';

/** How good a run is. Figures over queries that are about some claim, but where something else is said. */
export type Evaluation = {
  /** Judged queries that are about a claim. */
  readonly queries: number;
  /** Queries that are about none: judged so, or in the run and not judged at all. */
  readonly withoutClaim: number;
  /** Mean average precision over the first five. */
  readonly map5: Interval;
  /** Mean reciprocal rank. */
  readonly mrr: number;
  readonly recall5: number;
  readonly recall10: number;
  /** How well the first claim's score tells queries about a claim from those about none; null without the latter. */
  readonly auroc: number | null;
  /** The same between first claims that are right and those that are not, over all queries of the run. */
  readonly aurocFirst: number | null;
  /** Of the first claims' scores over all queries of the run; null where a score is no chance from 0 to 1. */
  readonly brier: number | null;
  /** First claims from the threshold on: how many, and the share that is right. */
  readonly answered: {
    readonly threshold: number;
    readonly count: number;
    readonly precision: number | null;
  };
};

/** Measures a run by what people judged. Queries that the run left out count as found nothing for. */
export function evaluate(run: Run, judgements: Judgements, threshold: number): Evaluation {
  const wanted = [...judgements].filter(([, claims]) => claims.size > 0);
  const known = new Set([...run.keys(), ...judgements.keys()]);
  const withoutClaim = [...known].filter((queryId) => (judgements.get(queryId)?.size ?? 0) === 0);
  const firsts = firstsOf(run, judgements);
  const about = new Set(wanted.map(([queryId]) => queryId));
  const { answered: count, precision } = precisionFrom(firsts, threshold);
  return {
    queries: wanted.length,
    withoutClaim: withoutClaim.length,
    map5: bootstrapMean(precisionsOf(run, wanted)),
    mrr: meanOf(wanted.map(([queryId, claims]) => reciprocalRank(rankedFor(run, queryId), claims))),
    recall5: meanOf(wanted.map(([queryId, claims]) => recall(rankedFor(run, queryId), claims, 5))),
    recall10: meanOf(wanted.map(([queryId, claims]) => recall(rankedFor(run, queryId), claims, 10))),
    auroc: areaUnderCurve(
      [...new Set([...about, ...withoutClaim])].map((queryId) => ({
        score: rankedFor(run, queryId)[0]?.score ?? 0,
        right: about.has(queryId),
      })),
    ),
    aurocFirst: areaUnderCurve(firsts),
    brier: firsts.every(({ score }) => score >= 0 && score <= 1) ? brierScore(firsts) : null,
    answered: { threshold, count, precision },
  };
}

/** The difference in average precision over the first five, query by query: `run` minus `other`. */
export function compare(run: Run, other: Run, judgements: Judgements): PairedDifference {
  const wanted = [...judgements].filter(([, claims]) => claims.size > 0);
  const [ours, theirs] = [precisionsOf(run, wanted), precisionsOf(other, wanted)];
  return pairedBootstrap(ours.map((figure, index) => figure - (theirs[index] ?? 0)));
}

/** The first claim of each query of the run, and whether the query is about it; a query without any is left out. */
export function firstsOf(run: Run, judgements: Judgements): readonly Judged[] {
  return [...run].flatMap(([queryId, [first]]) =>
    first === undefined
      ? []
      : [{ score: first.score, right: judgements.get(queryId)?.has(first.claimId) ?? false }],
  );
}

function precisionsOf(
  run: Run,
  wanted: readonly (readonly [string, ReadonlySet<string>])[],
): readonly number[] {
  return wanted.map(([queryId, claims]) => averagePrecision(rankedFor(run, queryId), claims, 5));
}

function rankedFor(run: Run, queryId: string): readonly RankedClaim[] {
  return run.get(queryId) ?? [];
}
