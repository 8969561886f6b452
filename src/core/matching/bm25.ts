/**
 * BM25 with several fields (BM25F: Robertson, Zaragoza, Taylor, "Simple BM25 extension to multiple weighted fields",
 * CIKM 2004): the term frequencies of the fields are weighted and length-normalised first, then added, then saturated.
 */

/**
 * How soon further occurrences of a term stop counting. Robertson and Zaragoza, "The Probabilistic Relevance Framework:
 * BM25 and Beyond" (2009), section 3.5, recommend 1.2 to 2; 1.2 is the usual choice for short texts.
 */
export const K1 = 1.2;

/**
 * How much the length of a field counts, 0 (not at all) to 1 (fully). The same source recommends 0.5 to 0.8; 0.75 is
 * the value of Okapi at TREC-3 and of most engines since.
 */
export const B = 0.75;

/** Highest value of `saturate`, approached by a term that fills a claim. */
export const MAX_IMPACT = K1 + 1;

/** Occurrences in one field, made comparable between short and long ones: 1 for one occurrence in a field of average length. */
export function normalisedFrequency(count: number, length: number, averageLength: number): number {
  return count / (1 - B + (B * length) / averageLength);
}

/** The weight of a term within one claim, 0 to MAX_IMPACT, from its weighted frequency over the fields. */
export function saturate(frequency: number): number {
  return ((K1 + 1) * frequency) / (K1 + frequency);
}

/**
 * How much a term tells: the probabilistic inverse document frequency with 1 added, so that it is never negative
 * (as in Lucene).
 *
 * @param holders - claims that hold the term
 * @param claims - claims in all
 */
export function inverseFrequency(holders: number, claims: number): number {
  return Math.log(1 + (claims - holders + 0.5) / (holders + 0.5));
}

/**
 * The same over the claims and `priorClaims` imagined ones, of which `share` hold the term. With 17 claims on one subject the
 * counts alone say little about how telling a word is; with thousands the prior no longer matters (Dirichlet smoothing,
 * as Zhai and Lafferty, TOIS 2004, do for language models).
 */
export function smoothedInverseFrequency(
  holders: number,
  claims: number,
  share: number,
  priorClaims: number,
): number {
  return inverseFrequency(holders + share * priorClaims, claims + priorClaims);
}
