/**
 * Vectors of claims, packed: each number as one byte, which moves a cosine by some 0.0003, and its sign as one bit. A vector of
 * 1,536 numbers takes 1.7 kB so, against 6.1 kB.
 */
export type PackedVectors = {
  readonly ids: readonly string[];
  /** How many numbers a vector has. */
  readonly dimensions: number;
  readonly bytes: Int8Array;
  /** What a byte of each vector is worth. */
  readonly scales: Float32Array;
  /** The signs, 32 to a number; the last one of a vector is filled with zeros. */
  readonly signs: Int32Array;
};

/** Packs vectors; those that are not as long as the first are left out, since nothing compares with both. */
export function packVectors(
  vectors: readonly { readonly id: string; readonly vector: Float32Array }[],
): PackedVectors {
  const dimensions = vectors[0]?.vector.length ?? 0;
  const kept = vectors.filter(({ vector }) => vector.length === dimensions);
  const width = signWidth(dimensions);
  const packed: PackedVectors = {
    ids: kept.map(({ id }) => id),
    dimensions,
    bytes: new Int8Array(kept.length * dimensions),
    scales: new Float32Array(kept.length),
    signs: new Int32Array(kept.length * width),
  };
  kept.forEach(({ vector }, row) => {
    const scale = vector.reduce((most, number) => Math.max(most, Math.abs(number)), 0) / 127;
    packed.scales[row] = scale;
    packed.bytes.set(
      vector.map((number) => (scale === 0 ? 0 : Math.round(number / scale))),
      row * dimensions,
    );
    packed.signs.set(signsOf(vector), row * width);
  });
  return packed;
}

/** How many numbers hold the signs of a vector. */
export function signWidth(dimensions: number): number {
  return Math.ceil(dimensions / 32);
}

/** The signs of a vector, as they are packed. */
export function signsOf(vector: Float32Array): Int32Array {
  const signs = new Int32Array(signWidth(vector.length));
  vector.forEach((number, at) => {
    if (number > 0) signs[at >>> 5] = (signs[at >>> 5] ?? 0) | (1 << (at & 31));
  });
  return signs;
}
