/** Work that may be interrupted: it yields between pieces that take some milliseconds at most, and returns its result. */
export type InPieces<Result> = Generator<undefined, Result, undefined>;

/** Does all of it in one go. */
export function atOnce<Result>(work: InPieces<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Measures work in units of any kind, to tell where a piece ends.
 *
 * @returns counts what was done, and says whether this fills a piece
 */
export function pieceOf(units: number): (done: number) => boolean {
  let counted = 0;
  return (done) => {
    counted += done;
    if (counted < units) return false;
    counted = 0;
    return true;
  };
}
