import { areaUnderCurve } from '../../src/core/evaluation/confidence-figures.ts';
import { averagePrecision, meanOf } from '../../src/core/evaluation/ranking-figures.ts';
import type { Collection } from './collections.ts';
import type { Engine } from './engines.ts';

/** Mean average precision over the first five. */
export function meanAveragePrecision(engine: Engine, { queries, relevant }: Collection): number {
  return meanOf(
    queries.map(({ id, text }) => {
      const ranked = engine.search(text, 5).map((hit) => ({ claimId: hit.id, score: hit.score }));
      return averagePrecision(ranked, relevant.get(id) ?? new Set<string>(), 5);
    }),
  );
}

/** How sure the engine is of its first match, for each query; 0 when it finds nothing. */
export function topConfidences(engine: Engine, { queries }: Collection): readonly number[] {
  return queries.map(({ text }) => engine.search(text, 5)[0]?.confidence ?? 0);
}

/** How well confidences of queries about a claim stand above those of queries about none: the area under the ROC curve. */
export function aurocOf(about: readonly number[], none: readonly number[]): number {
  const judged = [
    ...about.map((score) => ({ score, right: true })),
    ...none.map((score) => ({ score, right: false })),
  ];
  return areaUnderCurve(judged) ?? Number.NaN;
}

/** The value below which a share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
