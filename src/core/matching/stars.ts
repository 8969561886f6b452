import type { NearQuestion } from './near-questions.ts';

/**
 * Star clustering (Aslam, Pelekhov, Rus, "The star clustering algorithm for static and dynamic information organization",
 * 2004): the one with most around it becomes a centre and takes what is near to it and still free, then the next. Each then
 * goes to the centre it is most like. Every member is near its centre, so that no chain of small steps joins what is far apart.
 *
 * @param near - for each, by number, what is near; symmetric
 * @param weights - how much each counts as a neighbour, above 0
 * @returns the number of each one's centre; of equal candidates the lower number
 */
export function starsOf(
  near: readonly (readonly NearQuestion[])[],
  weights: readonly number[],
): readonly number[] {
  const surroundings = near.map((others, number) =>
    others.reduce(
      (sum, { other, similarity }) => sum + similarity * (weights[other] ?? 0),
      weights[number] ?? 0,
    ),
  );
  const order = near
    .map((_, number) => number)
    .sort((a, b) => (surroundings[b] ?? 0) - (surroundings[a] ?? 0) || a - b);
  const centres = new Set<number>();
  const taken = new Set<number>();
  for (const number of order) {
    if (taken.has(number)) continue;
    centres.add(number);
    for (const { other } of near[number] ?? []) taken.add(other);
    taken.add(number);
  }
  return near.map((others, number) => {
    if (centres.has(number)) return number;
    const [nearest] = others
      .filter(({ other }) => centres.has(other))
      .toSorted((a, b) => b.similarity - a.similarity || a.other - b.other);
    return nearest?.other ?? number;
  });
}
