/** Words and claims counted for each field: what the average lengths are made of. */
export type FieldTotals = {
  readonly words: number[];
  /** Claims that have words in the field. */
  readonly filled: number[];
};

/**
 * Average lengths are rounded to powers of two with this many steps from one to the next, so that a claim more or less seldom
 * changes what is stored of all others. What that does to the ranking stands beside IMPACT_STEP in `postings.ts`.
 */
const STEPS_PER_DOUBLING = 2;

export function noTotals(fields: number): FieldTotals {
  return { words: Array<number>(fields).fill(0), filled: Array<number>(fields).fill(0) };
}

/** Counts the words of one field of one claim in, or with `sign` -1 out again. */
export function countField(
  { words, filled }: FieldTotals,
  field: number,
  length: number,
  sign: 1 | -1,
): void {
  if (length === 0) return;
  words[field] = (words[field] ?? 0) + sign * length;
  filled[field] = (filled[field] ?? 0) + sign;
}

/** The average number of words in each field over the claims that have words there, rounded. */
export function averageLengths({ words, filled }: FieldTotals): readonly number[] {
  return words.map((count, field) => {
    const claims = filled[field] ?? 0;
    if (claims === 0) return 1;
    return 2 ** (Math.round(STEPS_PER_DOUBLING * Math.log2(count / claims)) / STEPS_PER_DOUBLING);
  });
}
