import { FIELD_WEIGHTS, fieldsOf } from './fields.ts';
import { type LanguageCode, languageOf } from './languages.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';
import type { IndexedClaim, Lookup, Match } from './match.ts';
import { matchesOf, outcomeOf, plausible } from './outcome.ts';
import { type QueryWord, readQuery } from './query.ts';
import { rank } from './rank.ts';
import { readPrefix, sortWords } from './suggest.ts';
import { piecesOf } from './tokenise.ts';

export type { IndexedClaim, Lookup, LookupOutcome, Match } from './match.ts';

/** An index over a fixed set of claims. Any Unicode string is a valid text; nothing throws. */
export type ClaimIndex = {
  /** How many claims it holds. */
  readonly size: number;

  /**
   * The claims that a question or message is about.
   *
   * @param limit - matches at most; of an ambiguous result never more than five
   * @returns best first, equal ones by id. When answered, the others follow the answer; when ambiguous, only plausible ones
   *   are there; when unanswered, the nearest ones if any, with low confidence
   */
  lookUp(text: string, limit: number): Lookup;

  /**
   * The claims nearest to a text, however unsure, for measuring and for lists.
   *
   * @returns at most `limit`, best first, equal ones by id
   */
  rank(text: string, limit: number): readonly Match[];

  /**
   * Claims for a text that is still being typed: its last word may be the beginning of one.
   *
   * @returns at most `limit`, best first, equal ones by id; for a text without words the first claims as they were given
   */
  suggest(prefix: string, limit: number): readonly Match[];
};

/**
 * Builds an index. The order of the claims changes nothing but what `suggest` gives for a text without words.
 *
 * @param language - of the claims and the questions
 * @throws RangeError when two claims share an id
 */
export function buildClaimIndex(claims: Iterable<IndexedClaim>, language: LanguageCode = 'en'): ClaimIndex {
  const given = Array.from(claims);
  const sorted = given.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const ids = sorted.map((claim) => claim.id);
  const twice = ids.find((id, number) => id === ids[number + 1]);
  if (twice !== undefined) throw new RangeError(`two claims share the id ${twice}`);
  const rules = languageOf(language);
  return indexOver(
    ids,
    given.map((claim) => claim.id),
    buildLexicon(fieldsOf(sorted, rules), FIELD_WEIGHTS, rules),
  );
}

function indexOver(ids: readonly string[], idsAsGiven: readonly string[], lexicon: Lexicon): ClaimIndex {
  const scratch = { scores: new Float32Array(ids.length), best: new Float32Array(ids.length) };
  const sortedWords = sortWords(lexicon);
  const find = (query: readonly QueryWord[], limit: number) => rank(query, limit, lexicon, scratch);

  return {
    size: ids.length,

    lookUp(text, limit) {
      const candidates = find(readQuery(text, lexicon), limit);
      const outcome = outcomeOf(candidates);
      const matches = matchesOf(candidates, ids);
      const shown = outcome === 'ambiguous' ? plausible(matches) : matches;
      return { outcome, matches: shown.slice(0, Math.max(0, limit)) };
    },

    rank(text, limit) {
      const most = Math.max(0, limit);
      return matchesOf(find(readQuery(text, lexicon), most), ids).slice(0, most);
    },

    suggest(prefix, limit) {
      const most = Math.max(0, limit);
      const query = readPrefix(prefix, lexicon, sortedWords);
      if (query.length === 0 && piecesOf(prefix).length === 0) {
        return idsAsGiven.slice(0, most).map((id) => ({ id, score: 0, confidence: 0, words: [] }));
      }
      return matchesOf(find(query, limit), ids).slice(0, most);
    },
  };
}
