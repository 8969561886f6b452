import type { Collection } from './collections.ts';
import type { Engine } from './engines.ts';

/** Mean average precision over the first five: precision at each relevant rank, over the number of relevant claims. */
export function meanAveragePrecision(engine: Engine, { queries, relevant }: Collection): number {
  const precisions = queries.map(({ id, text }) => {
    const wanted = relevant.get(id) ?? new Set<string>();
    let found = 0;
    let sum = 0;
    engine.search(text, 5).forEach((hit, place) => {
      if (!wanted.has(hit.id)) return;
      found += 1;
      sum += found / (place + 1);
    });
    return wanted.size === 0 ? 0 : sum / wanted.size;
  });
  return mean(precisions);
}

/** How sure the engine is of its first match, for each query; 0 when it finds nothing. */
export function topConfidences(engine: Engine, { queries }: Collection): readonly number[] {
  return queries.map(({ text }) => engine.search(text, 5)[0]?.confidence ?? 0);
}

/** The chance that one of `high` is above one of `low`, ties counting half: the area under the ROC curve. */
export function areaUnderCurve(high: readonly number[], low: readonly number[]): number {
  const sorted = low.toSorted((a, b) => a - b);
  const wins = high.map((value) => (countBelow(sorted, value, false) + countBelow(sorted, value, true)) / 2);
  return wins.reduce((sum, won) => sum + won, 0) / (high.length * low.length);
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

/** The value below which a share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
