import { ANSWERED_FROM, KNOWN_FROM } from './confidence.ts';
import type { Lookup, Match } from './match.ts';
import { MOST_LISTED, RARELY } from './standing-out.ts';

/** A claim that is among the closest in meaning to a text. */
export type CloseClaim = {
  readonly id: string;
  /** How near it is, 0 to 1: see `closenessOf`. */
  readonly closeness: number;
  /** How rarely a claim stands out so by accident, 0 to 1; 1 for one that does not stand out: see `standingOut`. */
  readonly accident: number;
};

/** What a close claim must have for what is made of it. */
export type FusionNumbers = {
  /** From this closeness on a claim is offered in a list, whatever its words. */
  readonly listedFrom: number;
  /** From this closeness on a claim may be the answer without words: what a faithful translation has, a text on its subject has not. */
  readonly aloneFrom: number;
  /** How much closer than every other claim one must be to count as the one meant. */
  readonly clearLead: number;
  /** What it adds to the chance by words, in nats of the odds, that the same claim is clearly the closest. */
  readonly agreement: number;
};

/**
 * Chosen, not fitted: no embedding model was at hand (`node bench/matching/fusion.ts --fit` fits them to one). They lean on closeness
 * being the same for every model at its ends (0 for what has nothing to do with the text, 1 for the same), and are set so that
 * meaning alone seldom answers: a list with a wrong claim costs a look, a wrong answer costs trust.
 */
export const chosenNumbers: FusionNumbers = {
  listedFrom: 0.4,
  aloneFrom: 0.75,
  clearLead: 0.15,
  agreement: 1,
};

/** Meaning answers without words only where a claim stands out as far as one in a hundred does by accident. */
const SELDOM = 0.01;

/** Just below what is shown as the answer. */
const UNSURE = ANSWERED_FROM - 0.01;

/**
 * What a search by words and one by meaning come to together.
 *
 * What words find is measured, what a model finds is not: therefore an answer by words stays the answer, claims that say the same word
 * for word stay a choice, and of a list by words those come first that meaning points to, too. What only meaning points to
 * comes last, or makes a list where words find nothing, above all across languages. A claim is the answer when words come near
 * to it and meaning clearly points to it, too; or when meaning alone does, strongly, and words to no other. Meaning points to
 * claims that are close and stand out from the others: some claim is always the closest.
 *
 * @param words - by words
 * @param ranked - the best claims by words, however unsure, best first
 * @param close - the closest claims, closest first; at least two where there are as many, so that a lead can be seen
 * @param limit - matches at most
 * @param numbers - others than those chosen, to fit them
 */
export function fuse(
  words: Lookup,
  ranked: readonly Match[],
  close: readonly CloseClaim[],
  limit: number,
  numbers: FusionNumbers = chosenNumbers,
): Lookup {
  const { listedFrom, clearLead } = numbers;
  const [closest] = close;
  if (words.outcome === 'answered' || closest === undefined) return words;
  const meant = close.filter(
    ({ closeness, accident }) =>
      closeness >= listedFrom && accident <= RARELY && closeness > closest.closeness - clearLead,
  );
  if (meant.length === 0) return words;

  const [first] = words.matches;
  const isClear = closest.closeness - (close[1]?.closeness ?? 0) >= clearLead;
  const isChoice = words.outcome === 'ambiguous' && (first?.confidence ?? 0) >= ANSWERED_FROM;
  const answer = isClear && !isChoice ? answerOf(closest, words, numbers) : null;

  const listed = listOf(words, ranked, meant, { isChoice, numbers });
  const matches =
    answer === null
      ? listed
      : [
          ...listed.filter(({ id }) => id === closest.id).map((match) => ({ ...match, confidence: answer })),
          ...listed.filter(({ id }) => id !== closest.id),
        ];
  return {
    outcome: answer === null ? 'ambiguous' : 'answered',
    matches: matches.slice(0, Math.max(0, Math.min(limit, MOST_LISTED))),
  };
}

/** What words and meaning offer, best first, none surer than the one before it. */
function listOf(
  { outcome, matches }: Lookup,
  ranked: readonly Match[],
  meant: readonly CloseClaim[],
  { isChoice, numbers }: { readonly isChoice: boolean; readonly numbers: FusionNumbers },
): readonly Match[] {
  const isMeant = new Set(meant.map(({ id }) => id));
  const offered = outcome === 'ambiguous' ? matches : [];
  const isOffered = new Set(offered.map(({ id }) => id));
  const byWords = new Map([...ranked, ...matches].map((match) => [match.id, match]));
  const byBoth = offered
    .filter(({ id }) => isMeant.has(id))
    .map((match) => ({ ...match, confidence: withAgreement(match.confidence, numbers) }));
  const byMeaning = meant
    .filter(({ id }) => !isOffered.has(id))
    .map(({ id }): Match => ({ id, score: 0, words: byWords.get(id)?.words ?? [], confidence: KNOWN_FROM }));
  const list = isChoice
    ? offered
    : [...byBoth, ...offered.filter(({ id }) => !isMeant.has(id)), ...byMeaning].map((match) => ({
        ...match,
        confidence: Math.min(UNSURE, match.confidence),
      }));
  return list.map((match, at) => ({
    ...match,
    confidence: Math.max(...list.slice(at).map(({ confidence }) => confidence)),
  }));
}

/** The chance that the clearly closest claim is the answer, where it is high enough for one; null where it is not. */
function answerOf(
  { id, closeness, accident }: CloseClaim,
  { outcome, matches: [first] }: Lookup,
  numbers: FusionNumbers,
): number | null {
  const isFirst = first?.id === id;
  const supported = isFirst ? withAgreement(first.confidence, numbers) : 0;
  if (supported >= ANSWERED_FROM) return supported;
  const isAlone = isFirst || outcome === 'unanswered';
  return closeness >= numbers.aloneFrom && accident <= SELDOM && isAlone ? ANSWERED_FROM : null;
}

function withAgreement(chance: number, { agreement }: FusionNumbers): number {
  if (chance <= 0 || chance >= 1) return chance;
  return 1 / (1 + Math.exp(-(Math.log(chance / (1 - chance)) + agreement)));
}
