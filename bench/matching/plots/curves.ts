import {
  type CalibrationBin,
  calibrationOf,
  type Judged,
} from '../../../src/core/evaluation/confidence-figures.ts';
import { ANSWERED_FROM } from '../../../src/core/matching/confidence.ts';
import { ENGINE_NAMES, type EngineName, NEAREST_PEERS } from '../engines.ts';
import { heldOut } from '../figures.ts';
import { spread } from '../genres.ts';
import type { AllCases } from '../quality-of-part.ts';

/** Of all queries whose claim is there, the share that is answered right, and how many of all answers are right. */
export type CurvePoint = { readonly share: number; readonly precision: number };

export type QualityCurves = {
  readonly genres: readonly string[];
  readonly engines: readonly { readonly engine: EngineName; readonly points: readonly CurvePoint[] }[];
  /** Where ours answers from. */
  readonly answered: CurvePoint;
  readonly calibration: readonly CalibrationBin[];
};

/** What members send, English and not all alike: a score has to mean the same in each. */
const SHOWN = ['tweets', 'tweets, typos', 'tweets, forwarded', 'questions', 'debates'];

const MOST_POINTS = 250;

/** What the plots show of a run. */
export function curvesOf(all: AllCases): QualityCurves {
  const judgedOf = (engine: EngineName) =>
    SHOWN.flatMap((genre) => heldOut(all.get(genre)?.get(engine) ?? []));
  const ours = judgedOf('Footnote');
  const compared = ENGINE_NAMES.filter(
    (engine) => engine === 'Footnote' || NEAREST_PEERS.some((peer) => peer === engine),
  );
  return {
    genres: SHOWN,
    engines: compared.map((engine) => ({ engine, points: spread(curveOf(judgedOf(engine)), MOST_POINTS) })),
    answered: pointOf(
      ours.filter(({ score }) => score >= ANSWERED_FROM),
      ours.length / 2,
    ),
    calibration: calibrationOf(ours),
  };
}

/** A point for each score that a threshold could be: everything from there on is answered. */
function curveOf(judged: readonly Judged[]): readonly CurvePoint[] {
  const sorted = judged.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  let right = 0;
  return sorted.flatMap((one, at) => {
    right += one.right ? 1 : 0;
    const isTied = sorted[at + 1]?.score === one.score;
    return isTied ? [] : { share: right / (judged.length / 2), precision: right / (at + 1) };
  });
}

function pointOf(answered: readonly Judged[], queries: number): CurvePoint {
  const right = answered.filter((one) => one.right).length;
  return { share: right / queries, precision: right / Math.max(1, answered.length) };
}
