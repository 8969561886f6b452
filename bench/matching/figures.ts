import {
  bootstrapMean,
  type Interval,
  type PairedDifference,
  pairedBootstrap,
} from '../../src/core/evaluation/bootstrap.ts';
import {
  areaUnderCurve,
  brierScore,
  type Judged,
  precisionFrom,
} from '../../src/core/evaluation/confidence-figures.ts';
import { ANSWERED_FROM } from '../../src/core/matching/confidence.ts';
import type { Case } from './quality-of-part.ts';

/** How well an engine does on queries of one kind. */
export type Figures = {
  readonly queries: number;
  /** To depth 5, resampled by query. */
  readonly map: Interval;
  readonly mrr: Interval;
  readonly recall: Interval;
  /** How well the score of the first claim tells queries whose claim is there from the same ones with it taken away. */
  readonly nothingMatches: number | null;
  /** Only where scores are chances. */
  readonly chances: ChanceFigures | null;
};

type ChanceFigures = {
  readonly brier: number;
  /** Sure enough to be the answer: how many, and the share that is right. */
  readonly answered: number;
  readonly precision: number | null;
};

/**
 * The figures of some queries. Those of confidence leave out what it was fitted on, and count each query with its claim there and
 * with it taken away.
 *
 * @param areChances - whether scores run from 0 to 1 and mean how likely the claim is the right one
 */
export function figuresOf(cases: readonly Case[], areChances: boolean): Figures {
  const judged = heldOut(cases);
  const known = cases.filter(({ isHeldOut }) => isHeldOut);
  const isThere = known.flatMap(({ there, away }) => [
    ...there.map(({ score }) => ({ score, right: true })),
    ...away.map(({ score }) => ({ score, right: false })),
  ]);
  const { answered, precision } = precisionFrom(judged, ANSWERED_FROM);
  return {
    queries: cases.length,
    map: bootstrapMean(cases.map((one) => one.averagePrecision)),
    mrr: bootstrapMean(cases.map((one) => one.reciprocalRank)),
    recall: bootstrapMean(cases.map((one) => one.recall)),
    nothingMatches: areaUnderCurve(isThere),
    chances: areChances ? { brier: brierScore(judged), answered, precision } : null,
  };
}

/** The first claims of queries that the confidence was not fitted on, with the right claims there and taken away. */
export function heldOut(cases: readonly Case[]): readonly Judged[] {
  return cases.filter(({ isHeldOut }) => isHeldOut).flatMap(({ there, away }) => [...there, ...away]);
}

/** Average precision, query by query: ours minus theirs, over the queries both were asked. */
export function differenceOf(ours: readonly Case[], theirs: readonly Case[]): PairedDifference {
  const byId = new Map(theirs.map((one) => [one.id, one.averagePrecision]));
  return pairedBootstrap(
    ours.flatMap((one) => {
      const other = byId.get(one.id);
      return other === undefined ? [] : [one.averagePrecision - other];
    }),
  );
}
