import { type LiveLexicon, lexiconOf } from './lexicon.ts';
import { packArrays, unpackArrays } from './packed-arrays.ts';
import type { LivePostings } from './postings.ts';
import { termsWith } from './terms.ts';
import { byNumber } from './top.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Numbers beside the arrays: claims, the most holders of an n-gram, then words and filled claims of each field. */
const NUMBERS_BEFORE_TOTALS = 2;

/** Arrays that each postings take. */
const POSTINGS_ARRAYS = 5;

/**
 * A lexicon as bytes.
 *
 * @param lexicon - nothing in it was added later: see `mergeLexicon`
 * @param stamp - read again by `lexiconFromBytes`
 */
export function bytesOfLexicon(lexicon: LiveLexicon, stamp: Uint32Array): Uint8Array {
  const { stemTerms, gramTerms, stemPostings, contextPostings, gramPostings, words } = lexicon;
  const { ownTotals, contextTotals } = lexicon;
  return packArrays([
    stamp,
    Float64Array.of(
      lexicon.claims,
      gramPostings.mostHolders,
      ...ownTotals.words,
      ...ownTotals.filled,
      ...contextTotals.words,
      ...contextTotals.filled,
    ),
    stemTerms.keys,
    gramTerms.keys,
    codeUnits(words.packed.text),
    words.packed.starts,
    words.stems,
    words.uses,
    ...arraysOf(stemPostings),
    ...arraysOf(contextPostings),
    ...arraysOf(gramPostings),
  ]);
}

/** The lexicon that bytes hold, and its stamp; null when they are damaged or in another form. */
export function lexiconFromBytes(
  bytes: Uint8Array,
  fieldWeights: readonly number[],
): { readonly lexicon: LiveLexicon; readonly stamp: Uint32Array } | null {
  const arrays = unpackArrays(bytes);
  if (arrays === null) return null;
  const at = (place: number) => arrays[place] ?? new Uint8Array(8);
  const words = (place: number) =>
    new Uint32Array(at(place).buffer, at(place).byteOffset, at(place).length / 4);
  const numbers = (place: number) =>
    new Float64Array(at(place).buffer, at(place).byteOffset, at(place).length / 8);
  const [claims = 0, mostHolders = 0] = numbers(1);
  const totals = Array.from(numbers(1)).slice(NUMBERS_BEFORE_TOTALS);
  const fields = fieldWeights.length;
  if (totals.length !== 2 * fields + 2) return null;
  const postingsAt = (place: number, most: number): LivePostings => ({
    packed: new Uint16Array(at(place).buffer, at(place).byteOffset, at(place).length / 2),
    blocks: new Int32Array(at(place + 1).buffer, at(place + 1).byteOffset, at(place + 1).length / 4),
    starts: words(place + 2),
    holders: words(place + 3),
    leftOut: new Set(words(place + 4)),
    built: claims,
    added: new Map(),
    mostHolders: most,
  });
  const first = 8;
  const lexicon = lexiconOf({
    claims,
    fieldWeights,
    order: byNumber,
    stemTerms: termsWith(numbers(2)),
    gramTerms: termsWith(numbers(3)),
    words: vocabularyOf({ text: textOf(at(4)), starts: words(5) }, words(6), words(7)),
    stemPostings: postingsAt(first, Number.POSITIVE_INFINITY),
    contextPostings: postingsAt(first + POSTINGS_ARRAYS, Number.POSITIVE_INFINITY),
    gramPostings: postingsAt(first + 2 * POSTINGS_ARRAYS, mostHolders),
    ownTotals: { words: totals.slice(0, fields), filled: totals.slice(fields, 2 * fields) },
    contextTotals: { words: totals.slice(2 * fields, 2 * fields + 1), filled: totals.slice(2 * fields + 1) },
  });
  return { lexicon, stamp: words(0) };
}

function arraysOf({ packed, blocks, starts, holders, leftOut }: LivePostings) {
  return [packed, blocks, starts, holders, Uint32Array.from(leftOut)] as const;
}

function codeUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  return units;
}

/** Code units given to String.fromCharCode at once: far below what a call takes. */
const UNITS_AT_ONCE = 8_192;

function textOf(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += UNITS_AT_ONCE) {
    parts.push(String.fromCharCode(...units.subarray(at, at + UNITS_AT_ONCE)));
  }
  return parts.join('');
}
