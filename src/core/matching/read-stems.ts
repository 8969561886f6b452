import { smoothedInverseFrequency } from './bm25.ts';
import type { Language } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { PRIOR_FOR_TELLING } from './query.ts';
import { contentWords } from './read-words.ts';
import { keyOf } from './terms.ts';
import { pieceBounds } from './tokenise.ts';

/** The stems of a text in the order of its words; a stem said twice comes twice. Valid until the next text is read. */
export type StemsRead = {
  /** The number of a stem that claims hold; one below 0, its own, for any other. */
  readonly stems: readonly number[];
  /** How much each says; see `QueryWord`. */
  readonly tellings: readonly number[];
};

/** Reads texts of claims again and again as one lexicon, in its present state, knows their words. */
export type StemReader = (text: string, language: Language) => StemsRead;

/** Places for pieces: of a claim's two dozen most are words of many claims, so that one place for each claim will do. */
const PLACES = { least: 1 << 12, most: 1 << 16 } as const;

/**
 * A reader that remembers what pieces of text come to. Each has a place in flat arrays, by its key of 53 bits, moves to the place beside
 * it when another comes there, and is forgotten with the next: 24 bytes a place, no strings, and nothing to clear.
 */
export function stemReader(lexicon: Lexicon): StemReader {
  const places = placesFor(lexicon.claims);
  const keys = new Float64Array(places).fill(-1);
  const stemAt = new Float64Array(places);
  const tellingAt = new Float64Array(places);
  const stems: number[] = [];
  const tellings: number[] = [];

  const put = (stem: string, language: Language) => {
    const term = lexicon.stems.find(stem);
    const holders = term === undefined ? 0 : (lexicon.stemPostings.holders[term] ?? 0);
    const share = language.shareOf(stem);
    stems.push(term ?? -1 - keyOf(stem));
    tellings.push(smoothedInverseFrequency(holders, lexicon.claims, share, PRIOR_FOR_TELLING));
  };
  const remember = (key: number, stem: number, telling: number) => {
    const place = key & (places - 1);
    const beside = place ^ 1;
    keys[beside] = keys[place] ?? -1;
    stemAt[beside] = stemAt[place] ?? 0;
    tellingAt[beside] = tellingAt[place] ?? 0;
    keys[place] = key;
    stemAt[place] = stem;
    tellingAt[place] = telling;
  };
  const readPiece = (piece: string, language: Language, key: number) => {
    const before = stems.length;
    for (const word of contentWords(piece, language)) put(language.stem(word), language);
    // A piece of several words is rare, and read each time.
    if (stems.length - before <= 1) remember(key, stems[before] ?? 0, tellings[before] ?? 0);
  };

  return (text, language) => {
    stems.length = 0;
    tellings.length = 0;
    const seed = seedOf(language);
    const bounds = pieceBounds(text);
    for (let at = 0; at < bounds.length; at += 2) {
      const start = bounds[at] ?? 0;
      const end = bounds[at + 1] ?? 0;
      const key = keyOf(text, start, end, seed);
      const first = key & (places - 1);
      const place = keys[first] === key ? first : first ^ 1;
      const telling = tellingAt[place] ?? 0;
      if (keys[place] !== key) readPiece(text.slice(start, end), language, key);
      else if (telling > 0) {
        stems.push(stemAt[place] ?? 0);
        tellings.push(telling);
      }
    }
    return { stems, tellings };
  };
}

function placesFor(claims: number): number {
  return 2 ** Math.ceil(Math.log2(Math.min(PLACES.most, Math.max(PLACES.least, claims))));
}

/** Keeps the same piece in two languages apart. */
function seedOf({ code }: Language): number {
  return (code.charCodeAt(0) << 8) | code.charCodeAt(1);
}
