import { type InPieces, pieceOf } from '../in-pieces.ts';
import type { NearQuestion } from './near-questions.ts';

/** Neighbours looked at in one piece of work. */
const PIECE = 50_000;

/**
 * Star clustering (Aslam, Pelekhov, Rus, "The star clustering algorithm for static and dynamic information organization",
 * 2004): the one with most around it becomes a centre and takes what is near to it and still free, then the next. Each then
 * goes to the centre it is most like. Every member is near its centre, so that no chain of small steps joins what is far apart.
 *
 * @param near - for each, by number, what is near; symmetric
 * @param weights - how much each counts as a neighbour, above 0
 * @returns the number of each one's centre; of equal candidates the lower number
 */
export function* starsOf(
  near: readonly (readonly NearQuestion[])[],
  weights: readonly number[],
): InPieces<readonly number[]> {
  const isFull = pieceOf(PIECE);
  const surroundings = new Float64Array(near.length);
  for (const [number, others] of near.entries()) {
    surroundings[number] = others.reduce(
      (sum, { other, similarity }) => sum + similarity * (weights[other] ?? 0),
      weights[number] ?? 0,
    );
    if (isFull(others.length)) yield;
  }
  const order = Array.from(near.keys()).sort(
    (a, b) => (surroundings[b] ?? 0) - (surroundings[a] ?? 0) || a - b,
  );
  const centres = new Set<number>();
  const taken = new Set<number>();
  for (const number of order) {
    if (taken.has(number)) continue;
    centres.add(number);
    for (const { other } of near[number] ?? []) taken.add(other);
    taken.add(number);
  }
  yield;
  const centreOf: number[] = [];
  for (const [number, others] of near.entries()) {
    centreOf.push(centres.has(number) ? number : (nearestOf(others, centres)?.other ?? number));
    if (isFull(others.length)) yield;
  }
  return centreOf;
}

/** The centre most like what has these around it; of equal ones the first. */
function nearestOf(others: readonly NearQuestion[], centres: ReadonlySet<number>): NearQuestion | undefined {
  let nearest: NearQuestion | undefined;
  for (const each of others) {
    if (!centres.has(each.other)) continue;
    if (nearest === undefined || each.similarity > nearest.similarity) nearest = each;
  }
  return nearest;
}
