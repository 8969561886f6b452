/**
 * Works in portions small enough that nobody waits for them, until a portion is not full.
 *
 * @param work - does at most `limit`, and says how much it has done
 * @returns how much was done in all
 */
export async function inBatches(size: number, work: (limit: number) => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const done = await work(size);
    total += done;
    if (done < size) return total;
  }
}
