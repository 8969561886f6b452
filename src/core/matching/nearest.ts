import { type PackedVectors, sidesOf, sidesWidth } from './packed-vectors.ts';

/** A claim and the cosine of the angle between its vector and that of a text, −1 to 1. */
export type Near = { readonly id: string; readonly similarity: number };

/**
 * Above so many vectors only those are compared number by number that lie on another side of the centre than the text in the fewest
 * numbers: reading bits is a fifteenth of the work.
 */
const COMPARED = 1_000;

/**
 * The claims whose vectors are nearest to one of length 1; those of another model's length are passed over. Best first.
 *
 * @param centre - the one that the vectors were packed with
 */
export function nearest(
  packs: readonly PackedVectors[],
  wanted: Float32Array,
  limit: number,
  centre: Float32Array,
): readonly Near[] {
  const comparable = packs.filter(({ dimensions }) => dimensions === wanted.length);
  const total = comparable.reduce((sum, { ids }) => sum + ids.length, 0);
  const farthest = total <= COMPARED ? null : differences(comparable, total, sidesOf(wanted, centre));
  const exact = Float64Array.from(wanted);
  const common = exact.reduce((sum, number, at) => sum + number * (centre[at] ?? 0), 0);
  const found: Near[] = [];
  let place = 0;
  for (const pack of comparable)
    for (let row = 0; row < pack.ids.length; row += 1, place += 1) {
      if (farthest !== null && (farthest.of[place] ?? 0) > farthest.most) continue;
      found.push({ id: pack.ids[row] ?? '', similarity: common + ownSimilarity(pack, row, exact) });
    }
  return found
    .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
    .slice(0, Math.max(0, limit));
}

/** What a vector's own part, beyond the centre, adds to the cosine. */
function ownSimilarity(
  { bytes, scales, dimensions }: PackedVectors,
  row: number,
  wanted: Float64Array,
): number {
  const from = row * dimensions;
  let sum = 0;
  for (let at = 0; at < dimensions; at += 1) sum += (bytes[from + at] ?? 0) * (wanted[at] ?? 0);
  return sum * (scales[row] ?? 0);
}

/** In how many sides each vector differs, and how many at most for COMPARED of them to be left. */
function differences(packs: readonly PackedVectors[], total: number, wanted: Int32Array) {
  const of = new Uint16Array(total);
  const counts = new Uint32Array(wanted.length * 32 + 1);
  let place = 0;
  for (const { ids, sides, dimensions } of packs) {
    const width = sidesWidth(dimensions);
    for (let row = 0; row < ids.length; row += 1, place += 1) {
      const differing = differingSides(sides, row * width, wanted);
      of[place] = differing;
      counts[differing] = (counts[differing] ?? 0) + 1;
    }
  }
  let most = 0;
  for (let held = counts[0] ?? 0; held < COMPARED && most < counts.length; ) {
    most += 1;
    held += counts[most] ?? 0;
  }
  return { of, most };
}

/** Counts bits pair by pair, then four by four and eight by eight (Warren, Hacker's Delight, 5-1). */
function differingSides(sides: Int32Array, from: number, wanted: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < wanted.length; at += 1) {
    let bits = (sides[from + at] ?? 0) ^ (wanted[at] ?? 0);
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    bits = (bits + (bits >>> 4)) & 0x0f0f0f0f;
    sum += Math.imul(bits, 0x01010101) >>> 24;
  }
  return sum;
}
