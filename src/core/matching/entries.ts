/**
 * An entry says how far a claim is from the one before it in a term's list, and the term's impact in it: nine bits and seven, two bytes
 * in all and no branch but one to read it. Impact 0 marks a step ahead without a claim, for gaps of 512 and more.
 */
export const IMPACT_BITS = 7;

/** Masks the impact of an entry; also the highest impact there is. */
export const IMPACT_MASK = (1 << IMPACT_BITS) - 1;

/** What one step ahead is worth, as a power of two. */
export const STEP_BITS = 16 - IMPACT_BITS;

/** Every so many entries (as a power of two) the claim reached so far is kept, so that a claim is found without reading all. */
export const BLOCK_BITS = 5;

const GAP_MASK = (1 << STEP_BITS) - 1;

/** How many entries a claim takes that comes `gap` after the one before it. */
export function entriesFor(gap: number): number {
  let steps = gap >>> STEP_BITS;
  let count = 1;
  for (; steps > 0; steps -= Math.min(steps, GAP_MASK)) count += 1;
  return count;
}

/** The entries of many lists, one after another. */
export type Entries = {
  readonly packed: Uint16Array;
  /** The claim reached before every 32nd entry, in the list that it is in. */
  readonly blocks: Int32Array;
};

/** Room for so many entries. */
export function emptyEntries(size: number): Entries {
  return { packed: new Uint16Array(size), blocks: new Int32Array((size >>> BLOCK_BITS) + 1) };
}

/**
 * Writes one claim of a list.
 *
 * @param before - the claim before it in the list, -1 for the first
 * @param impact - 1 to IMPACT_MASK
 * @returns the place after it
 */
export function putEntry(
  entries: Entries,
  place: number,
  before: number,
  claim: number,
  impact: number,
): number {
  let at = place;
  let reached = before;
  while (claim - reached > GAP_MASK) {
    const steps = Math.min((claim - reached) >>> STEP_BITS, GAP_MASK);
    put(entries, at, reached, steps << IMPACT_BITS);
    reached += steps << STEP_BITS;
    at += 1;
  }
  put(entries, at, reached, ((claim - reached) << IMPACT_BITS) | impact);
  return at + 1;
}

function put({ packed, blocks }: Entries, at: number, reached: number, entry: number): void {
  if ((at & ((1 << BLOCK_BITS) - 1)) === 0) blocks[at >>> BLOCK_BITS] = reached;
  packed[at] = entry;
}

/** Whether a list, from one place up to another, holds a claim. */
export function hasEntry({ packed, blocks }: Entries, from: number, to: number, claim: number): boolean {
  if (from === to) return false;
  let at = from;
  let reached = -1;
  let low = (from >>> BLOCK_BITS) + 1;
  let high = ((to - 1) >>> BLOCK_BITS) + 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const here = blocks[middle] ?? 0;
    if (here < claim) {
      at = middle << BLOCK_BITS;
      reached = here;
      low = middle + 1;
    } else high = middle;
  }
  // A step ahead may end at the claim itself, which then still has to be read.
  for (; at < to && reached <= claim; at += 1) {
    const entry = packed[at] ?? 0;
    if ((entry & IMPACT_MASK) === 0) reached += (entry >>> IMPACT_BITS) << STEP_BITS;
    else {
      reached += entry >>> IMPACT_BITS;
      if (reached >= claim) return reached === claim;
    }
  }
  return false;
}

/** Lists written one after another into arrays that grow. */
export function growingEntries(size: number) {
  let entries: Entries = emptyEntries(Math.max(size, 1 << BLOCK_BITS));
  let at = 0;
  let before = -1;
  return {
    put(claim: number, impact: number) {
      if (at + entriesFor(claim - before) > entries.packed.length) entries = wider(entries);
      at = putEntry(entries, at, before, claim, impact);
      before = claim;
    },
    /** Ends a list; gives the place after it. */
    endList() {
      before = -1;
      return at;
    },
    all: (): Entries => ({
      packed: entries.packed.slice(0, at),
      blocks: entries.blocks.slice(0, (at >>> BLOCK_BITS) + 1),
    }),
  };
}

function wider({ packed, blocks }: Entries): Entries {
  const wide = emptyEntries(2 * packed.length);
  wide.packed.set(packed);
  wide.blocks.set(blocks);
  return wide;
}
