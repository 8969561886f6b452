import type { Analysis, ProposedClaim } from './analysis.ts';
import { isAssertion } from './assertions.ts';
import { checkWorthiness, WORTH_CHECKING_FROM } from './check-worthiness.ts';
import { sentencesOf } from './sentences.ts';

/** What says no more than this is read as fast as a summary of it, in sentences that assert something. */
const shortSentences = 2;

/** Whether a message says enough for a summary of it to be of use, and something that is worth checking. */
export function isWorthDescribing(message: string): boolean {
  const asserted = sentencesOf(message).filter(({ text }) => isAssertion(text));
  return asserted.length > shortSentences && asserted.some(({ text }) => isWorth(checkWorthiness(text)));
}

/** The claims of an analysis that are worth checking, as it orders them: all of a model's, which proposes no others. */
export function worthChecking({ analyst, claims }: Analysis): readonly ProposedClaim[] {
  return analyst.by === 'model' ? claims : claims.filter((claim) => isWorth(claim.checkWorthiness));
}

function isWorth(chance: number): boolean {
  return chance >= WORTH_CHECKING_FROM;
}
