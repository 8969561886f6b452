/** Gives numbers from 0 (included) to 1. */
export type Chance = () => number;

/** The same numbers for the same seed: mulberry32. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Weights of Zipf's law: the second is half as likely as the first, the third a third as likely. */
export function zipf(count: number): readonly number[] {
  return Array.from({ length: count }, (_, rank) => 1 / (rank + 1));
}

/** Draws places of `weights`, each as often as its weight says. */
export function drawBy(weights: readonly number[], chance: Chance): () => number {
  const sums = new Float64Array(weights.length);
  weights.reduce((sum, weight, place) => {
    sums[place] = sum + weight;
    return sum + weight;
  }, 0);
  const all = sums.at(-1) ?? 0;
  return () => {
    const wanted = chance() * all;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
