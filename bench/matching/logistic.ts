/** What is known of one case, what came of it, and how much the case counts. */
export type Labelled = {
  readonly inputs: readonly number[];
  readonly label: boolean;
  readonly weight: number;
};

/** Keeps the weights finite where the cases can be told apart without a doubt. */
const RIDGE: number = 1e-4;

const STEPS = 30;

/** The weights of a logistic regression, one for each input, by Newton's method. */
export function fitLogistic(cases: readonly Labelled[]): readonly number[] {
  const size = cases[0]?.inputs.length ?? 0;
  let weights: readonly number[] = Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight) => -RIDGE * weight);
    const bend = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_none, column) => (row === column ? RIDGE : 0)),
    );
    for (const { inputs, label, weight } of cases) {
      const chance = 1 / (1 + Math.exp(-inputs.reduce((sum, x, at) => sum + x * (weights[at] ?? 0), 0)));
      inputs.forEach((x, row) => {
        slope[row] = (slope[row] ?? 0) + weight * ((label ? 1 : 0) - chance) * x;
        const line = bend[row] ?? [];
        inputs.forEach((y, column) => {
          line[column] = (line[column] ?? 0) + weight * chance * (1 - chance) * x * y;
        });
      });
    }
    const change = solve(bend, slope);
    weights = weights.map((weight, at) => weight + (change[at] ?? 0));
  }
  return weights;
}

/** The solution of linear equations whose matrix is symmetric and positive: Gauss's elimination needs no other order. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  rows.forEach((pivot, at) => {
    rows.forEach((row, other) => {
      if (other === at) return;
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column < row.length; column += 1) {
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
      }
    });
  });
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}
