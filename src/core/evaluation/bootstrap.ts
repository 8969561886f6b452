import { meanOf } from './ranking-figures.ts';

/** A mean, and the span that holds it in 95 of 100 resamplings. */
export type Interval = { readonly mean: number; readonly low: number; readonly high: number };

/** The mean difference of two systems over the same queries, with its interval and how often chance alone would turn its sign. */
export type PairedDifference = Interval & { readonly p: number };

const resamples = 2_000;

/** The mean of a figure over queries, resampled by query (Efron's percentile bootstrap). The same numbers give the same interval. */
export function bootstrapMean(figures: readonly number[]): Interval {
  const means = resampledMeans(figures);
  return { mean: meanOf(figures), low: quantileOf(means, 0.025), high: quantileOf(means, 0.975) };
}

/**
 * The paired bootstrap test (Koehn, "Statistical Significance Tests for Machine Translation Evaluation", EMNLP 2004): differences of
 * the same query are resampled together.
 *
 * @param differences - of one query each: this system's figure minus the other's
 */
export function pairedBootstrap(differences: readonly number[]): PairedDifference {
  const means = resampledMeans(differences);
  const mean = meanOf(differences);
  const turned = means.filter((one) => (mean >= 0 ? one <= 0 : one >= 0)).length;
  return {
    mean,
    low: quantileOf(means, 0.025),
    high: quantileOf(means, 0.975),
    p: Math.min(1, (2 * turned) / means.length),
  };
}

function resampledMeans(figures: readonly number[]): readonly number[] {
  const next = numbersFrom(20_260_101);
  return Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < figures.length; drawn += 1) sum += figures[next() % figures.length] ?? 0;
    return sum / Math.max(1, figures.length);
  }).sort((a, b) => a - b);
}

/** Evenly spread 32-bit numbers, the same for the same seed (mulberry32, Tommy Ettinger, public domain). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

function quantileOf(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
