import { meanOf } from './ranking-figures.ts';

/** How sure something was, and whether it was right. */
export type Judged = { readonly score: number; readonly right: boolean };

/**
 * The chance that one that is right has a higher score than one that is not, ties counting half: the area under the ROC curve.
 * Null where either kind is missing.
 */
export function areaUnderCurve(judged: readonly Judged[]): number | null {
  const right = judged.filter((each) => each.right).map(({ score }) => score);
  const wrong = judged
    .filter((each) => !each.right)
    .map(({ score }) => score)
    .sort((a, b) => a - b);
  if (right.length === 0 || wrong.length === 0) return null;
  const wins = right.map((score) => (countBelow(wrong, score, false) + countBelow(wrong, score, true)) / 2);
  return wins.reduce((sum, won) => sum + won, 0) / (right.length * wrong.length);
}

function countBelow(sorted: readonly number[], value: number, orEqual: boolean): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const here = sorted[middle] ?? 0;
    if (here < value || (orEqual && here === value)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Mean squared difference between the chance that was given (0 to 1) and what came of it (Brier, Monthly Weather Review 78,
 * 1950): 0 is perfect, always saying one half gives 0.25.
 */
export function brierScore(judged: readonly Judged[]): number {
  return meanOf(judged.map(({ score, right }) => (score - (right ? 1 : 0)) ** 2));
}

/** Of those with at least this score, how many there are and the share that is right; null where there are none. */
export function precisionFrom(
  judged: readonly Judged[],
  threshold: number,
): { readonly answered: number; readonly precision: number | null } {
  const answered = judged.filter(({ score }) => score >= threshold);
  const right = answered.filter((each) => each.right).length;
  return { answered: answered.length, precision: answered.length === 0 ? null : right / answered.length };
}

/** One bar of a calibration plot: those with a score of at least `from` and below `to`. */
export type CalibrationBin = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Their mean score, and the share of them that is right; null where there are none. */
  readonly meanScore: number | null;
  readonly shareRight: number | null;
};

/** Chances and what came of them in ten equal steps of the chance. */
export function calibrationOf(judged: readonly Judged[]): readonly CalibrationBin[] {
  return Array.from({ length: 10 }, (_, step): CalibrationBin => {
    const [from, to] = [step / 10, (step + 1) / 10];
    const inside = judged.filter(({ score }) => score >= from && (score < to || (step === 9 && score <= 1)));
    const empty = inside.length === 0;
    return {
      from,
      to,
      count: inside.length,
      meanScore: empty ? null : meanOf(inside.map(({ score }) => score)),
      shareRight: empty ? null : inside.filter(({ right }) => right).length / inside.length,
    };
  });
}
