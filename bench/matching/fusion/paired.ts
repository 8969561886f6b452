import type { Interval } from '../../../src/core/evaluation/bootstrap.ts';
import { areaUnderCurve } from '../../../src/core/evaluation/confidence-figures.ts';
import { meanOf } from '../../../src/core/evaluation/ranking-figures.ts';
import { seededRandom } from '../sized-claims.ts';
import type { ShownCase } from './ways.ts';

/** A figure of some queries; null where they say nothing of it. */
export type Figure = (cases: readonly ShownCase[]) => number | null;

/** What is compared, by the name it is printed under. AUROC and precision leave out what the chances by words were fitted on. */
export const FIGURES = {
  'MAP@5': (cases) => meanOf(cases.map((one) => one.averagePrecision)),
  'AUROC nothing': (cases) =>
    areaUnderCurve(
      heldOut(cases).flatMap(({ there, away }) => [
        ...there.map(({ score }) => ({ score, right: true })),
        ...away.map(({ score }) => ({ score, right: false })),
      ]),
    ),
  'answers right': (cases) => {
    const answers = heldOut(cases).flatMap((one) => one.answers);
    return answers.length === 0 ? null : meanOf(answers.map((isRight) => (isRight ? 1 : 0)));
  },
  'says "nothing"': (cases) => meanOf(cases.map(({ silentAway }) => silentAway)),
} as const satisfies Readonly<Record<string, Figure>>;

function heldOut(cases: readonly ShownCase[]): readonly ShownCase[] {
  return cases.filter(({ isHeldOut }) => isHeldOut);
}

const RESAMPLES = 400;

/** A figure and the span that holds it in 95 of 100 resamplings of the queries; null where there is none. */
export function spanOf(figure: Figure, cases: readonly ShownCase[]): Interval | null {
  return spanned(cases.length, (places) => figure(places.flatMap((at) => cases[at] ?? [])));
}

/** The same of the difference of two ways, over the same queries in the same order. */
export function differenceOf(
  figure: Figure,
  ours: readonly ShownCase[],
  theirs: readonly ShownCase[],
): Interval | null {
  return spanned(ours.length, (places) => {
    const one = figure(places.flatMap((at) => ours[at] ?? []));
    const other = figure(places.flatMap((at) => theirs[at] ?? []));
    return one === null || other === null ? null : one - other;
  });
}

function spanned(count: number, figure: (places: readonly number[]) => number | null): Interval | null {
  const places = Array.from({ length: count }, (_, at) => at);
  const mean = figure(places);
  if (mean === null) return null;
  const random = seededRandom(2_026);
  const drawn = Array.from({ length: RESAMPLES }, () =>
    figure(places.map(() => Math.floor(random() * count))),
  )
    .flatMap((one) => one ?? [])
    .sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))] ?? mean;
  return { mean, low: at(0.025), high: at(0.975) };
}
