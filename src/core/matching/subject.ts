import { readWords } from './read-words.ts';

/** The own text of a claim, and all its texts with its context. */
export type ClaimText = { readonly own: string; readonly all: string };

/** Fewer claims than this have no subject apart from what each says. */
const LEAST_CLAIMS = 4;

/** A word of the subject is in this share of the claims or more, their contexts counted in... */
const SHARE_OF_ALL = 0.75;

/** ...and in this share of them themselves: what only notes keep naming is a source, or a party to one claim. */
const SHARE_OF_OWN = 1 / 3;

/**
 * The words that a group of claims is about as a whole. A question that names them ("who pays the militias") means any claim of the
 * group, also one whose quote says "they".
 *
 * @returns normalised words in the order of their first appearance; none for a small group
 */
export function subjectWords(claims: readonly ClaimText[]): readonly string[] {
  if (claims.length < LEAST_CLAIMS) return [];
  const own = holdersOfStems(claims.map((claim) => claim.own));
  const all = holdersOfStems(claims.map((claim) => claim.all));
  return Array.from(all).flatMap(([stem, { word, count }]) => {
    const named = own.get(stem)?.count ?? 0;
    return count >= claims.length * SHARE_OF_ALL && named >= claims.length * SHARE_OF_OWN ? word : [];
  });
}

function holdersOfStems(texts: readonly string[]) {
  const holders = new Map<string, { readonly word: string; count: number }>();
  for (const text of texts) {
    const wordOfStem = new Map(readWords(text).map(({ stem, word }) => [stem, word]));
    for (const [stem, word] of wordOfStem) {
      const seen = holders.get(stem);
      if (seen === undefined) holders.set(stem, { word, count: 1 });
      else seen.count += 1;
    }
  }
  return holders;
}
