import { smoothedInverseFrequency } from './bm25.ts';
import type { Language } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import type { IndexedClaim } from './match.ts';
import { PRIOR_FOR_TELLING, type QueryWord } from './query.ts';
import { contentWords } from './read-words.ts';
import { piecesOf } from './tokenise.ts';

/** What a query speaks of. */
export type SpokenOf = {
  /** Stems of the claims by number, and how closely: 1 for a word itself, less for one that stands in. */
  readonly closeness: ReadonlyMap<number, number>;
  /** The language of its first word; the claims are read in it again, as finding out each one's own takes long. */
  readonly language: Language | undefined;
};

export function spokenOf(query: readonly QueryWord[]): SpokenOf {
  const spoken = new Map<number, number>();
  for (const { stems } of query) {
    for (const { term, closeness } of stems) {
      spoken.set(term, Math.max(closeness, spoken.get(term) ?? 0));
    }
  }
  return { closeness: spoken, language: query[0]?.language };
}

/**
 * The share of what a claim says that a query speaks of, 0 to 1: of its quote, its gist or its title, whichever is said more fully. Of
 * a long message a claim answers to a part only, but the message says the whole claim when it is about it.
 */
export function claimCoverage(
  { quote, gist, title }: IndexedClaim,
  { closeness, language }: SpokenOf,
  lexicon: Lexicon,
): number {
  if (language === undefined) return 0;
  const shares = [quote, gist, title].map((text) => shareSpoken(text, language, closeness, lexicon));
  return Math.max(...shares);
}

function shareSpoken(
  text: string,
  language: Language,
  closeness: SpokenOf['closeness'],
  { stems, stemPostings, claims }: Lexicon,
): number {
  let said = 0;
  let all = 0;
  for (const stem of new Set(piecesOf(text).flatMap((piece) => stemsOf(piece, language)))) {
    const term = stems.find(stem);
    const holders = term === undefined ? 0 : (stemPostings.holders[term] ?? 0);
    const telling = smoothedInverseFrequency(holders, claims, language.shareOf(stem), PRIOR_FOR_TELLING);
    if (term !== undefined) said += telling * (closeness.get(term) ?? 0);
    all += telling;
  }
  return all === 0 ? 0 : said / all;
}

/** The stems of pieces are remembered, as claims are read again at every query; forgotten all at once when there are so many. */
const REMEMBERED_PIECES = 20_000;
const remembered = new WeakMap<Language, Map<string, readonly string[]>>();

function stemsOf(piece: string, language: Language): readonly string[] {
  const known = remembered.get(language) ?? new Map<string, readonly string[]>();
  const before = known.get(piece);
  if (before !== undefined) return before;
  const stems = contentWords(piece, language).map((word) => language.stem(word));
  if (known.size >= REMEMBERED_PIECES) known.clear();
  remembered.set(language, known.set(piece, stems));
  return stems;
}
