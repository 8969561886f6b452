import { ANSWERED_FROM, confidenceOf, KNOWN_FROM, knownness, NO_SIGNS, type Signs } from './confidence.ts';
import type { Evidence } from './evidence.ts';
import type { LookupOutcome, Match } from './match.ts';
import type { Candidate, Ranked } from './rank.ts';

/** A list to choose from holds at most this many. */
const MOST_PLAUSIBLE = 5;

/** A plausible match has at least this share of the best one's score. */
const PLAUSIBLE_SHARE = 0.55;

/** What ranked candidates amount to: two that say the same word for word are a choice, however sure what they say is meant. */
export function outcomeOf({ best, others }: Ranked): LookupOutcome {
  if (best.length === 0) return 'unanswered';
  const isOneOfTwo = best.some(({ isCopy }) => isCopy);
  if (!isOneOfTwo && confidenceOf(signsOf(best, 0)) >= ANSWERED_FROM) return 'answered';
  const isKnown = (evidence: Evidence) => knownness(evidence) >= KNOWN_FROM;
  return best.some(isKnown) || others.some(isKnown) ? 'ambiguous' : 'unanswered';
}

/** The matches that may be what was meant, the first always among them. */
export function plausible(matches: readonly Match[]): readonly Match[] {
  const floor = PLAUSIBLE_SHARE * (matches[0]?.score ?? 0);
  return matches.filter(({ score }) => score >= floor).slice(0, MOST_PLAUSIBLE);
}

/** Ranked candidates as the index hands them out; none is surer than the first. */
export function matchesOf(
  candidates: readonly Candidate[],
  claims: readonly { readonly id: string }[],
): readonly Match[] {
  const best = candidates.length === 0 ? 0 : confidenceOf(signsOf(candidates, 0));
  return candidates.map(({ claim, score, words }, place) => ({
    id: claims[claim]?.id ?? '',
    score,
    confidence: Math.min(best, confidenceOf(signsOf(candidates, place))),
    words,
  }));
}

/** What tells how sure the candidate at a place is. */
export function signsOf(candidates: readonly Candidate[], place: number): Signs {
  const candidate = candidates[place];
  if (candidate === undefined) return NO_SIGNS;
  const { coverage, mass, heaviest, score, sentence, said, contradicts, isCopy } = candidate;
  const next = candidates.find((other, at) => at > 0 && !other.isCopy)?.score ?? 0;
  return {
    coverage,
    mass,
    sentence,
    said,
    contradicts,
    lead:
      (place === 0 || isCopy) && score > 0 && mass > 0
        ? Math.max(0, 1 - Math.max(next / score, heaviest / mass))
        : 0,
  };
}
