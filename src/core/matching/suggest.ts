import { smoothedInverseFrequency } from './bm25.ts';
import type { Lexicon } from './lexicon.ts';
import { type QueryWord, queryWord, readQuery } from './query.ts';
import { MAX_TEXT_CHARS, piecesOf, wordsOf } from './tokenise.ts';
import { contentWords } from './vocabulary.ts';

/** The words of the index in alphabetical order, by number: all words with one beginning stand together. */
export type SortedWords = Uint32Array;

/** Words tried for one beginning, the commonest first; more cost time and rank no better once two letters are there. */
const MAX_COMPLETIONS = 24;

/** How much a word that only begins as typed counts beside one typed in full. */
const COMPLETION_CLOSENESS = 0.8;

/** Sorts the words of an index by their code units. */
export function sortWords({ words }: Lexicon): SortedWords {
  const compare = (a: number, b: number) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1);
  return Uint32Array.from(words, (_, number) => number).sort(compare);
}

/** The words of a text that is still being typed: the last may be the beginning of one, unless something follows it. */
export function readPrefix(text: string, lexicon: Lexicon, sorted: SortedWords): readonly QueryWord[] {
  const readable = text.slice(0, MAX_TEXT_CHARS);
  const last = piecesOf(readable).at(-1);
  if (last === undefined || !readable.endsWith(last)) return readQuery(readable, lexicon);
  const earlier = readQuery(readable.slice(0, readable.length - last.length), lexicon);
  return [...earlier, ...lastWord(last, lexicon, sorted)];
}

function lastWord(typed: string, lexicon: Lexicon, sorted: SortedWords): readonly QueryWord[] {
  const beginning = wordsOf(typed).at(-1);
  if (beginning === undefined) return [];
  const completions = completionsOf(beginning, lexicon, sorted);
  const word = contentWords(typed, lexicon.language).at(-1);
  if (word === undefined) return completions.length === 0 ? [] : [onlyBegun(typed, completions)];
  const own = queryWord({ typed, word, stem: lexicon.language.stem(word) }, 1, lexicon);
  return [{ ...own, stems: [...own.stems, ...completions] }];
}

/** A stop word that may become another word: `the` on the way to `theft`. */
function onlyBegun(typed: string, stems: QueryWord['stems']): QueryWord {
  return { typed, stems, context: undefined, grams: [], gramCount: 1, telling: 0 };
}

function completionsOf(beginning: string, lexicon: Lexicon, sorted: SortedWords): QueryWord['stems'] {
  const from = firstNotBelow(beginning, lexicon, sorted);
  const to = firstNotBelow(`${beginning}\uffff`, lexicon, sorted);
  const commonest = commonestStems(sorted.subarray(from, to), lexicon);
  const holders = (stem: number) => lexicon.stemPostings.holders[stem] ?? 0;
  const together = commonest.reduce((sum, stem) => sum + holders(stem), 0);
  const telling = smoothedInverseFrequency(Math.min(together, lexicon.claims), lexicon.claims, 0, 1);
  return commonest.map((term) => ({
    term,
    closeness: COMPLETION_CLOSENESS,
    weight: COMPLETION_CLOSENESS * telling,
  }));
}

/** The stems of some words that most claims hold, each once; at most MAX_COMPLETIONS. */
function commonestStems(words: Uint32Array, { stemOfWord, stemPostings }: Lexicon): readonly number[] {
  const best: number[] = [];
  let floor = 0;
  for (const word of words) {
    const stem = stemOfWord[word] ?? 0;
    const holders = stemPostings.holders[stem] ?? 0;
    if (holders <= floor || best.includes(stem)) continue;
    best.push(stem);
    best.sort((a, b) => (stemPostings.holders[b] ?? 0) - (stemPostings.holders[a] ?? 0) || a - b);
    if (best.length > MAX_COMPLETIONS) best.pop();
    if (best.length === MAX_COMPLETIONS) floor = stemPostings.holders[best.at(-1) ?? 0] ?? 0;
  }
  return best;
}

/** The place in the order of the first word that is not below `text`. */
function firstNotBelow(text: string, { words }: Lexicon, sorted: SortedWords): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[sorted[middle] ?? 0] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
