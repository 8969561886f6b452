/** What some pieces of text come to, by their keys of 53 bits (see `keyOf`). */
export type PieceMemory = {
  /** Where a piece lies in the two lists; -1 when it is not remembered. */
  placeOf(key: number): number;
  readonly stems: Float64Array;
  /** 0 for a piece without a stem. */
  readonly tellings: Float64Array;
  remember(key: number, stem: number, telling: number): void;
};

/**
 * Remembers pieces in flat arrays, without strings and with nothing to clear: each has a place by its key, moves to the place beside
 * it when another comes there, and is forgotten with the next.
 *
 * @param places - a power of two
 */
export function pieceMemory(places: number): PieceMemory {
  const keys = new Float64Array(places).fill(-1);
  const stems = new Float64Array(places);
  const tellings = new Float64Array(places);
  return {
    stems,
    tellings,

    placeOf(key) {
      const place = key & (places - 1);
      if (keys[place] === key) return place;
      return keys[place ^ 1] === key ? place ^ 1 : -1;
    },

    remember(key, stem, telling) {
      const place = key & (places - 1);
      const beside = place ^ 1;
      keys[beside] = keys[place] ?? -1;
      stems[beside] = stems[place] ?? 0;
      tellings[beside] = tellings[place] ?? 0;
      keys[place] = key;
      stems[place] = stem;
      tellings[place] = telling;
    },
  };
}
