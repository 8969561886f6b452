import { smoothedInverseFrequency } from './bm25.ts';
import type { Language } from './language.ts';
import { languagesIn } from './language-of-text.ts';
import type { Lexicon } from './lexicon.ts';
import { type QueryWord, queryWord, readQuery } from './query.ts';
import { contentWords } from './read-words.ts';
import { MAX_TEXT_CHARS, piecesOf, wordsOf } from './tokenise.ts';
import { stemsBeginning } from './vocabulary.ts';

/** Words tried for one beginning, the commonest first; more cost time and rank no better once two letters are there. */
const MAX_COMPLETIONS = 24;

/** How much a word that only begins as typed counts beside one typed in full. */
const COMPLETION_CLOSENESS = 0.8;

/** The words of a text that is still being typed: the last may be the beginning of one, unless something follows it. */
export function readPrefix(text: string, lexicon: Lexicon): readonly QueryWord[] {
  const readable = text.slice(0, MAX_TEXT_CHARS);
  const pieces = piecesOf(readable);
  const last = pieces.at(-1);
  if (last === undefined || !readable.endsWith(last)) return readQuery(readable, lexicon);
  const earlier = readQuery(readable.slice(0, readable.length - last.length), lexicon);
  return [...earlier, ...lastWord(last, languagesIn(pieces)(last), lexicon)];
}

function lastWord(typed: string, language: Language, lexicon: Lexicon): readonly QueryWord[] {
  const beginning = wordsOf(typed).at(-1);
  if (beginning === undefined) return [];
  const completions = completionsOf(beginning, lexicon);
  const word = contentWords(typed, language).at(-1);
  if (word === undefined) return completions.length === 0 ? [] : [onlyBegun(typed, completions, language)];
  const own = queryWord({ typed, word, stem: language.stem(word), language }, 1, lexicon);
  return [{ ...own, stems: [...own.stems, ...completions] }];
}

/** A stop word that may become another word: `the` on the way to `theft`. */
function onlyBegun(typed: string, stems: QueryWord['stems'], language: Language): QueryWord {
  const nothing = { context: undefined, grams: [], gramCount: 1, telling: 0 };
  return { typed, stems, ...nothing, language, sentences: [0] };
}

function completionsOf(beginning: string, lexicon: Lexicon): QueryWord['stems'] {
  const { holders } = lexicon.stemPostings;
  const commonest = commonestStems(stemsBeginning(lexicon.words, beginning), lexicon);
  const together = commonest.reduce((sum, stem) => sum + (holders[stem] ?? 0), 0);
  const telling = smoothedInverseFrequency(Math.min(together, lexicon.claims), lexicon.claims, 0, 1);
  return commonest.map((term) => ({
    term,
    closeness: COMPLETION_CLOSENESS,
    weight: COMPLETION_CLOSENESS * telling,
  }));
}

/** Of some stems those that most claims hold, each once; at most MAX_COMPLETIONS. */
function commonestStems(stems: readonly number[], lexicon: Lexicon): readonly number[] {
  const { holders } = lexicon.stemPostings;
  const distinct = Array.from(new Set(stems)).filter((stem) => (holders[stem] ?? 0) > 0);
  return distinct
    .sort((a, b) => (holders[b] ?? 0) - (holders[a] ?? 0) || lexicon.stems.compare(a, b))
    .slice(0, MAX_COMPLETIONS);
}
