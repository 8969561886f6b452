/**
 * Removes in portions small enough that nobody waits for them, until a portion is not full.
 *
 * @returns how much was removed in all
 */
export async function inBatches(
  size: number,
  removeBatch: (limit: number) => Promise<number>,
): Promise<number> {
  let total = 0;
  for (;;) {
    const removed = await removeBatch(size);
    total += removed;
    if (removed < size) return total;
  }
}
