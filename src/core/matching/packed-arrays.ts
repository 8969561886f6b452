type NumberArray = Uint8Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** Says that the bytes are packed arrays, and in which form: "FNA1" in little-endian order. */
const FORMAT = 0x31_41_4e_46;

/** Format, checksum, and number of arrays come first, four bytes each, then the length of each array in bytes. */
const HEADER_WORDS = 3;

/** Arrays begin at multiples of this many bytes, so that they can be used where they lie. */
const ALIGNMENT = 8;

/** Packs arrays of numbers into bytes, with what it takes to notice any damage. */
export function packArrays(arrays: readonly NumberArray[]): Uint8Array {
  const starts = startsOf(arrays.map(({ byteLength }) => byteLength));
  const bytes = new Uint8Array(starts.at(-1) ?? 0);
  const header = new Uint32Array(bytes.buffer, 0, HEADER_WORDS + arrays.length);
  arrays.forEach((array, at) => {
    header[HEADER_WORDS + at] = array.byteLength;
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), starts[at]);
  });
  header[0] = FORMAT;
  header[2] = arrays.length;
  header[1] = checksum(bytes);
  return bytes;
}

/** The arrays in a copy of packed bytes, each to be read as what it was; null when the bytes are damaged or something else. */
export function unpackArrays(packed: Uint8Array): readonly Uint8Array[] | null {
  if (packed.byteLength < HEADER_WORDS * 4 || packed.byteLength % ALIGNMENT !== 0) return null;
  const bytes = new Uint8Array(packed);
  const words = new Uint32Array(bytes.buffer);
  const count = words[2] ?? 0;
  if (words[0] !== FORMAT || HEADER_WORDS + count > words.length) return null;
  const stated = words[1];
  words[1] = 0;
  if (checksum(bytes) !== stated) return null;
  const lengths = Array.from(words.subarray(HEADER_WORDS, HEADER_WORDS + count));
  const starts = startsOf(lengths);
  if (starts.at(-1) !== bytes.byteLength) return null;
  return lengths.map((length, at) => new Uint8Array(bytes.buffer, starts[at] ?? 0, length));
}

/** Where each array begins behind the header, and where the last one ends. */
function startsOf(lengths: readonly number[]): readonly number[] {
  const aligned = (length: number) => Math.ceil(length / ALIGNMENT) * ALIGNMENT;
  let at = aligned((HEADER_WORDS + lengths.length) * 4);
  return [
    at,
    ...lengths.map((length) => {
      at += aligned(length);
      return at;
    }),
  ];
}

/** A sum over all bytes but the checksum itself; every step can be undone, so that one changed word always changes it. */
export function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2);
  let sum = bytes.byteLength;
  for (let at = 0; at < words.length; at += 1) {
    sum = Math.imul(sum ^ (words[at] ?? 0), 0x9e3779b1);
    sum ^= sum >>> 15;
  }
  return sum >>> 0;
}
