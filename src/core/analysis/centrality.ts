/** Stems and how much each says of a sentence; of length 1, or empty. */
export type Vector = ReadonlyMap<string, number>;

/**
 * Sentences as vectors: a stem weighs the more, the fewer of them hold it (ln(1 + sentences / holders)). The same set of stems has
 * the same vector, which is made once.
 */
export function vectorsOf(sentences: readonly ReadonlySet<string>[]): readonly Vector[] {
  const holders = new Map<string, number>();
  for (const stems of sentences) for (const stem of stems) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  const known = new Map<ReadonlySet<string>, Vector>();
  return sentences.map((stems) => {
    const vector =
      known.get(stems) ?? vectorOf(stems, (stem) => Math.log1p(sentences.length / (holders.get(stem) ?? 1)));
    known.set(stems, vector);
    return vector;
  });
}

function vectorOf(stems: ReadonlySet<string>, weightOf: (stem: string) => number): Vector {
  const vector = new Map<string, number>();
  let squares = 0;
  for (const stem of stems) {
    const weight = weightOf(stem);
    vector.set(stem, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares);
  for (const [stem, weight] of vector) vector.set(stem, weight / length);
  return vector;
}

/**
 * How central each sentence is, 0 to 1, 1 for the most central: the sum of its cosines with all (degree centrality; Erkan and
 * Radev, "LexRank", 2004), which is its product with their sum, so that it takes time with the length of the text alone.
 */
export function centralityOf(vectors: readonly Vector[]): readonly number[] {
  const sum = new Map<string, number>();
  for (const vector of vectors)
    for (const [stem, weight] of vector) sum.set(stem, (sum.get(stem) ?? 0) + weight);
  const degrees = vectors.map((vector) => product(vector, sum));
  const most = degrees.reduce((highest, degree) => Math.max(highest, degree), Number.MIN_VALUE);
  return degrees.map((degree) => degree / most);
}

/** How alike two sentences are, 0 to 1. */
export function cosine(one: Vector, other: Vector): number {
  return one.size < other.size ? product(one, other) : product(other, one);
}

function product(few: Vector, many: Vector): number {
  let sum = 0;
  for (const [stem, weight] of few) sum += weight * (many.get(stem) ?? 0);
  return sum;
}
