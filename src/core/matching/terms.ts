/**
 * Strings (stems, n-grams) numbered, found by a key of 53 bits instead of the string: eight bytes each. In an index of a
 * million terms two have one key with a chance of 1 in 18,000, and then count as one term.
 */
export type Terms = {
  /** Keys of the terms numbered first, ascending; a term's number is its place. */
  readonly keys: Float64Array;
  /** Numbers of terms that came later, by key. */
  readonly added: Map<number, number>;
  /** The keys of those, by number less the terms before them. */
  readonly addedKeys: number[];
};

/** Terms with these keys, ascending, and none that came later. */
export function termsWith(keys: Float64Array): Terms {
  return { keys, added: new Map(), addedKeys: [] };
}

export function noTerms(): Terms {
  return termsWith(new Float64Array(0));
}

/**
 * A key of 53 bits for a string, or for a stretch of one: two multiplicative hashes of its code units, mixed at the end (as in
 * MurmurHash3).
 *
 * @param seed - another one gives the same text another key
 */
export function keyOf(text: string, start = 0, end = text.length, seed = 0): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return 0x1_0000_0000 * (high & 0x1f_ffff) + (low >>> 0);
}

/** How many terms there are; they are numbered from 0. */
export function countTerms({ keys, added }: Terms): number {
  return keys.length + added.size;
}

/** The key of a term by its number. */
export function keyOfTerm({ keys, addedKeys }: Terms, term: number): number {
  return keys[term] ?? addedKeys[term - keys.length] ?? 0;
}

/** The number of a term that is known, else undefined. */
export function findTerm(terms: Terms, text: string): number | undefined {
  return findKey(terms, keyOf(text));
}

function findKey({ keys, added }: Terms, key: number): number | undefined {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low < keys.length && keys[low] === key ? low : added.get(key);
}

/** The number of a term, given to it now if it is new. */
export function numberTerm(terms: Terms, text: string): number {
  const key = keyOf(text);
  const known = findKey(terms, key);
  if (known !== undefined) return known;
  const next = countTerms(terms);
  terms.added.set(key, next);
  terms.addedKeys.push(key);
  return next;
}

/** Numbers the terms by their keys, so that the order in which they came leaves no trace, and gives each its new number. */
export function sortTerms({ added, addedKeys }: Terms): {
  readonly terms: Terms;
  readonly places: Uint32Array;
} {
  const keys = Float64Array.from(addedKeys).sort();
  const places = new Uint32Array(addedKeys.length);
  keys.forEach((key, place) => {
    places[added.get(key) ?? 0] = place;
  });
  return { terms: termsWith(keys), places };
}
