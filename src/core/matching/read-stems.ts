import { smoothedInverseFrequency } from './bm25.ts';
import type { Language } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { pieceMemory } from './piece-memory.ts';
import { PRIOR_FOR_TELLING } from './query.ts';
import { contentWords } from './read-words.ts';
import { endingOf } from './spellings.ts';
import { keyOf } from './terms.ts';
import { pieceBounds } from './tokenise.ts';
import type { PackedAs } from './word-places.ts';

/** The stems of a text, each once, in the order in which they are first said. Valid until the next text is read. */
export type StemsRead = {
  /** The number of a stem that claims hold; one below 0, its own, for any other. */
  readonly stems: readonly number[];
  /** How much each says; see `QueryWord`. */
  readonly tellings: readonly number[];
};

/** Reads texts of claims again and again as one lexicon, in its present state, knows their words. */
export type StemReader = (text: string, language: Language) => StemsRead;

/** Pieces remembered that are no words of the claims: stop words, and what is not of ASCII letters. */
const REMEMBERED = 1 << 12;

/** What a reader knows of a language. */
type Reading = PackedAs & {
  readonly language: Language;
  /** Keeps the same piece in two languages apart. */
  readonly seed: number;
  /** The shares of common stems that claims hold, by number; and of all others. */
  readonly shares: ReadonlyMap<number, number>;
  readonly share: number;
  /** How much each stem says, by number, once that was asked; 0 before. */
  readonly tellings: Float64Array;
};

/** A reader that finds the words of claims in the lexicon as they stand in a text, and remembers what other pieces come to. */
export function stemReader(lexicon: Lexicon): StemReader {
  const { words, stemPostings } = lexicon;
  const memory = pieceMemory(REMEMBERED);
  const readings = new Map<Language, Reading>();
  const { said, begin, put } = saidOnce(lexicon);

  const readingOf = (language: Language) => {
    const known = readings.get(language);
    if (known !== undefined) return known;
    const made = readingIn(language, lexicon);
    readings.set(language, made);
    return made;
  };
  const readOther = (text: string, start: number, end: number, { language, seed }: Reading) => {
    const key = keyOf(text, start, end, seed);
    const place = memory.placeOf(key);
    if (place !== -1) {
      const telling = memory.tellings[place] ?? 0;
      if (telling > 0) put(memory.stems[place] ?? 0, telling);
      return;
    }
    const read = contentWords(text.slice(start, end), language).map((word) =>
      wordIn(lexicon, word, language),
    );
    for (const { stem, telling } of read) put(stem, telling);
    // A piece of several words is rare, and read each time.
    if (read.length <= 1) memory.remember(key, read[0]?.stem ?? 0, read[0]?.telling ?? 0);
  };

  return (text, language) => {
    begin();
    const reading = readingOf(language);
    const bounds = pieceBounds(text);
    for (let at = 0; at < bounds.length; at += 2) {
      const start = bounds[at] ?? 0;
      const end = bounds[at + 1] ?? 0;
      const place = words.placeOf(text, start, end, reading);
      const stem = place === -1 ? 0 : (words.stems[place] ?? 0);
      const holders = place === -1 ? 0 : (stemPostings.holders[stem] ?? 0);
      if (holders === 0) readOther(text, start, end, reading);
      else put(stem, knownTelling(lexicon, stem, reading));
    }
    return said;
  };
}

/** Takes the stems of one text after another. */
function saidOnce({ stemPostings, contextPostings }: Lexicon) {
  const stems: number[] = [];
  const tellings: number[] = [];
  const lastText = new Uint32Array(Math.max(stemPostings.holders.length, contextPostings.holders.length));
  const unknown = new Set<number>();
  let texts = 0;
  return {
    said: { stems, tellings },
    begin() {
      stems.length = 0;
      tellings.length = 0;
      if (unknown.size > 0) unknown.clear();
      texts += 1;
    },
    put(stem: number, telling: number) {
      if (stem >= 0) {
        if (lastText[stem] === texts) return;
        lastText[stem] = texts;
      } else if (unknown.has(stem)) return;
      else unknown.add(stem);
      stems.push(stem);
      tellings.push(telling);
    },
  };
}

function wordIn(lexicon: Lexicon, word: string, language: Language) {
  const stem = language.stem(word);
  const term = lexicon.stems.find(stem);
  const holders = term === undefined ? 0 : (lexicon.stemPostings.holders[term] ?? 0);
  return { stem: term ?? -1 - keyOf(stem), telling: tellingOf(lexicon, holders, language.shareOf(stem)) };
}

function knownTelling(lexicon: Lexicon, stem: number, { tellings, shares, share }: Reading): number {
  const known = tellings[stem] ?? 0;
  if (known > 0) return known;
  const telling = tellingOf(lexicon, lexicon.stemPostings.holders[stem] ?? 0, shares.get(stem) ?? share);
  tellings[stem] = telling;
  return telling;
}

function tellingOf({ claims }: Lexicon, holders: number, share: number): number {
  return smoothedInverseFrequency(holders, claims, share, PRIOR_FOR_TELLING);
}

function readingIn(language: Language, { stems, stemPostings }: Lexicon): Reading {
  const { code, longestAcronym, commonStems } = language;
  const shares = new Map<number, number>();
  for (const [stem, share] of commonStems) {
    const term = stems.find(stem);
    if (term !== undefined) shares.set(term, share);
  }
  return {
    language,
    suffix: endingOf(language),
    longestAcronym,
    seed: (code.charCodeAt(0) << 8) | code.charCodeAt(1),
    shares,
    share: language.shareOf(''),
    tellings: new Float64Array(stemPostings.holders.length),
  };
}
