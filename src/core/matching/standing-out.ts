/** The first of some claims that stand out from the others, and how rarely as many do that by accident, 0 to 1. */
export type StandingOut = { readonly count: number; readonly accident: number };

/** A list to choose from holds at most this many, and so many of the closest claims at most are meant by one text. */
export const MOST_LISTED = 5;

/** Against so many claims the first are held: enough to tell how close claims come by accident, and all of them near the text. */
export const COMPARED_WITH = 20;

/** Of fewer claims behind the first nobody can tell how far apart they lie by accident. */
const FEWEST = 3;

/** What is left by accident to those who stand out: the one in twenty that statistics are used to. */
export const RARELY = 0.05;

/** A cosine is not known more exactly: see `PackedVectors`. */
const EXACT_TO = 0.0003;

/**
 * Which of the closest claims are farther ahead than the closest of claims come by accident, whatever the model takes for near.
 *
 * Among claims that have nothing to do with a text some are always closest to it. How far apart these lie is told by the claims
 * behind: at the end of nearly any distribution the distances between neighbours are exponential, the j-th a j-th as long as the first
 * (Rényi, "On the theory of order statistics", 1953). Such a distance, held against the mean of others, follows Fisher's
 * distribution, which for two degrees of freedom is the power below. Adding to all cosines, or stretching them, changes nothing. Claims with the same cosine count as one: whatever a model cannot tell apart tells nothing
 * of how far apart claims lie.
 *
 * @param similarities - cosines of the closest claims, highest first: up to `COMPARED_WITH` and one
 * @returns the fewest that stand out; a single one once in twenty by accident at most, several together once in a hundred, since
 *   there are five numbers to try; all with an accident of 0 where there are too few claims to tell
 */
export function standingOut(similarities: readonly number[]): StandingOut {
  if (similarities.length <= FEWEST) return { count: similarities.length, accident: 0 };
  const places = distinct(similarities);
  const values = places.map(({ similarity }) => similarity);
  for (let ahead = 1; values.length - ahead >= FEWEST; ahead += 1) {
    const count = places[ahead]?.from ?? 0;
    if (count > MOST_LISTED) break;
    const accident = accidentOf(values, ahead);
    if (accident <= (ahead === 1 ? RARELY : RARELY / MOST_LISTED)) return { count, accident };
  }
  return { count: 0, accident: 1 };
}

/** The cosines that differ, and the place of the first claim with each. */
function distinct(similarities: readonly number[]) {
  return similarities
    .map((similarity, from) => ({ similarity, from }))
    .filter(({ similarity, from }) => from === 0 || (similarities[from - 1] ?? 0) - similarity > EXACT_TO);
}

/** How rarely the first so many are this far ahead of the next by accident: their distance against the mean of those behind. */
function accidentOf(values: readonly number[], ahead: number): number {
  const lengths = values.slice(0, -1).map((value, at) => (at + 1) * (value - (values[at + 1] ?? 0)));
  const behind = lengths.slice(ahead);
  const usual = behind.reduce((sum, length) => sum + length, 0) / behind.length;
  return (1 + (lengths[ahead - 1] ?? 0) / (behind.length * usual)) ** -behind.length;
}
