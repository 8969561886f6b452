/** The inputs of a case that are not zero: which, and how much. */
export type SparseRow = { readonly at: Int32Array; readonly values: Float64Array };

/** A sparse row of what a map holds. */
export function sparseRow(inputs: ReadonlyMap<number, number>): SparseRow {
  return { at: Int32Array.from(inputs.keys()), values: Float64Array.from(inputs.values()) };
}

/** What to fit: cases, what came of them, how much each counts, and how strongly weights are held near zero. */
export type SparseProblem = {
  readonly rows: readonly SparseRow[];
  readonly labels: readonly boolean[];
  readonly importance: readonly number[];
  /** Of each input, the strength of the pull towards zero (half the squared weight is added to the loss); 0 for an intercept. */
  readonly pull: Float64Array;
};

const STEPS = 25;
const MOST_TURNS = 60;
const CLOSE = 1e-3;

/**
 * The weights of a logistic regression on many sparse cases, by Newton's method with conjugate gradients (Komarek and Moore, "Making
 * logistic regression a core data mining tool", 2005). The same cases give the same weights.
 */
export function fitSparseLogistic({ rows, labels, importance, pull }: SparseProblem): Float64Array {
  const weights = new Float64Array(pull.length);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = pull.map((strength, at) => strength * (weights[at] ?? 0));
    const bends = new Float64Array(rows.length);
    rows.forEach((row, number) => {
      const chance = logistic(dot(row, weights));
      const counts = importance[number] ?? 1;
      bends[number] = counts * chance * (1 - chance);
      addTo(slope, row, counts * (chance - (labels[number] === true ? 1 : 0)));
    });
    const change = solve({ rows, bends, pull, slope });
    change.forEach((by, at) => {
      weights[at] = (weights[at] ?? 0) - by;
    });
    if (lengthOf(change) < CLOSE) break;
  }
  return weights;
}

/** The sum of a row's inputs, each times its weight. */
export function dot({ at, values }: SparseRow, weights: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < at.length; place += 1) {
    sum += (values[place] ?? 0) * (weights[at[place] ?? 0] ?? 0);
  }
  return sum;
}

type Curve = {
  readonly rows: readonly SparseRow[];
  readonly bends: Float64Array;
  readonly pull: Float64Array;
  readonly slope: Float64Array;
};

/** The change that levels the slope, by conjugate gradients. */
function solve({ rows, bends, pull, slope }: Curve): Float64Array {
  const change = new Float64Array(pull.length);
  const rest = Float64Array.from(slope);
  const direction = Float64Array.from(slope);
  let left = squared(rest);
  const enough = left * 1e-6;
  for (let turn = 0; turn < MOST_TURNS && left > enough; turn += 1) {
    const bent = pull.map((strength, at) => strength * (direction[at] ?? 0));
    rows.forEach((row, number) => {
      addTo(bent, row, (bends[number] ?? 0) * dot(row, direction));
    });
    const along = direction.reduce((sum, one, at) => sum + one * (bent[at] ?? 0), 0);
    const by = left / along;
    for (let at = 0; at < change.length; at += 1) {
      change[at] = (change[at] ?? 0) + by * (direction[at] ?? 0);
      rest[at] = (rest[at] ?? 0) - by * (bent[at] ?? 0);
    }
    const now = squared(rest);
    for (let at = 0; at < change.length; at += 1) {
      direction[at] = (rest[at] ?? 0) + (now / left) * (direction[at] ?? 0);
    }
    left = now;
  }
  return change;
}

function addTo(sums: Float64Array, { at, values }: SparseRow, times: number): void {
  for (let place = 0; place < at.length; place += 1) {
    const input = at[place] ?? 0;
    sums[input] = (sums[input] ?? 0) + times * (values[place] ?? 0);
  }
}

function squared(numbers: Float64Array): number {
  return numbers.reduce((sum, one) => sum + one * one, 0);
}

function lengthOf(numbers: Float64Array): number {
  return Math.sqrt(squared(numbers));
}

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
