import type { Language } from './language.ts';
import type { IndexedClaim } from './match.ts';
import type { QueryWord } from './query.ts';
import type { StemReader, StemsRead } from './read-stems.ts';

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
  read: StemReader,
): number {
  if (language === undefined) return 0;
  return Math.max(
    shareSpoken(read(quote, language), closeness),
    shareSpoken(read(gist, language), closeness),
    shareSpoken(read(title, language), closeness),
  );
}

function shareSpoken({ stems, tellings }: StemsRead, closeness: SpokenOf['closeness']): number {
  let said = 0;
  let all = 0;
  for (let at = 0; at < stems.length; at += 1) {
    const telling = tellings[at] ?? 0;
    said += telling * (closeness.get(stems[at] ?? 0) ?? 0);
    all += telling;
  }
  return all === 0 ? 0 : said / all;
}
