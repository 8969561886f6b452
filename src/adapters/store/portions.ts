/**
 * Rows a single insert carries, and keys a single query asks for: few statements, far from either engine's limit of
 * bound values, and no heap of rows at a time.
 */
const rowsAtOnce = 100;

/** Cuts a list into portions that one statement takes. */
export function* portionsOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) yield rows.slice(start, start + rowsAtOnce);
}
