import type { RankedClaim } from '../../../src/core/evaluation/run.ts';
import type { Text } from '../collections.ts';
import type { Engine } from './engine.ts';
import { plainWords, stemsIn } from './english-words.ts';

/** How soon a repeated word stops counting, and how much a long claim is held back: the values textbooks give. */
const K1 = 1.2;
const B = 0.75;

/** The claims that hold a word, and how often. */
type Posting = { readonly claim: number; readonly count: number };

/**
 * Okapi BM25 as it is taught (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009): stop words, Snowball's English
 * stemmer, text and title as one field, the inverse document frequency that is never negative.
 */
export function textbookBm25(claims: readonly Text[]): Engine {
  const postings = new Map<string, Posting[]>();
  const lengths = claims.map(({ text, title }, claim) => {
    const stems = stemsIn(`${text} ${title}`);
    for (const [stem, count] of countsOf(stems)) {
      const known = postings.get(stem);
      if (known === undefined) postings.set(stem, [{ claim, count }]);
      else known.push({ claim, count });
    }
    return stems.length;
  });
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const scores = new Float64Array(claims.length);

  const rank = (asked: readonly string[], limit: number): readonly RankedClaim[] => {
    scores.fill(0);
    for (const stem of asked) {
      const found = postings.get(stem) ?? [];
      const rarity = Math.log(1 + (claims.length - found.length + 0.5) / (found.length + 0.5));
      for (const { claim, count } of found) {
        const longer = 1 - B + B * ((lengths[claim] ?? 0) / meanLength);
        scores[claim] = (scores[claim] ?? 0) + (rarity * count * (K1 + 1)) / (count + K1 * longer);
      }
    }
    return best(scores, limit).map((claim) => ({
      claimId: claims[claim]?.id ?? '',
      score: scores[claim] ?? 0,
    }));
  };
  return {
    search: (text, limit) => rank(stemsIn(text), limit),
    complete(prefix, limit) {
      const last = plainWords(prefix).at(-1) ?? '';
      const begun = last === '' ? [] : Array.from(postings.keys()).filter((stem) => stem.startsWith(last));
      return rank(Array.from(new Set([...stemsIn(prefix), ...begun])), limit);
    },
    nativeBytes: () => 0,
    close: () => undefined,
  };
}

function countsOf(stems: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** The places of the highest scores above 0, highest first, equal ones by place. */
function best(scores: Float64Array, limit: number): readonly number[] {
  const places: number[] = [];
  const scoreAt = (place: number | undefined) => (place === undefined ? 0 : (scores[place] ?? 0));
  scores.forEach((score, place) => {
    if (score <= 0 || (places.length === limit && score <= scoreAt(places.at(-1)))) return;
    let at = places.length;
    while (at > 0 && scoreAt(places[at - 1]) < score) at -= 1;
    places.splice(at, 0, place);
    places.length = Math.min(places.length, limit);
  });
  return places;
}
