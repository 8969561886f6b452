import type { Claim } from '../core/claim.ts';
import type { Words } from '../words/words.ts';
import { quoteLine, standingSmall } from './attribution.ts';
import { smallPrint } from './markdown.ts';

/**
 * Claims as a list shows them: the key with the beginning of the quote, and the standing with its counts below. Where a quote is cut,
 * the last text says what "…" means and where the whole stands: the card has a menu that opens each claim.
 *
 * @param quoteChars - how much of a quote is shown, in UTF-16 code units
 */
export function claimEntries(claims: readonly Claim[], quoteChars: number, words: Words): readonly string[] {
  const entries = claims.map(
    (claim) =>
      `**${claim.key}** ${quoteLine(claim.quote, quoteChars, words)}\n${standingSmall(claim, words)}`,
  );
  const isCut = claims.some(
    ({ quote }) => quoteLine(quote, quoteChars, words) !== quoteLine(quote, Number.POSITIVE_INFINITY, words),
  );
  return isCut ? [...entries, smallPrint(words.say('list.shortened'))] : entries;
}
