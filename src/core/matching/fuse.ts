import { ANSWERED_FROM, KNOWN_FROM } from './confidence.ts';
import type { Lookup, Match } from './match.ts';

/** A claim and how near in meaning it is to the text, 0 to 1: see `closenessOf`. */
export type CloseClaim = { readonly id: string; readonly closeness: number };

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

/** A list to choose from holds at most this many, and so many close claims are needed. */
export const MOST_LISTED = 5;

/**
 * What a search by words and one by meaning come to together.
 *
 * An answer by words stays the answer, and claims that say the same word for word stay a choice. Otherwise a claim is the answer when
 * words come near to it and meaning clearly points to it, too; or when meaning alone does, strongly, and words to no other.
 * Meaning brings claims into the list that words do not find, above all across languages.
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
  const listed = close.filter(({ closeness }) => closeness >= listedFrom);
  const [closest] = listed;
  const [first] = words.matches;
  if (closest === undefined || words.outcome === 'answered') return words;

  const known = new Map([...ranked, ...words.matches].map((match) => [match.id, match]));
  const isClear = closest.closeness - (close[1]?.closeness ?? 0) >= clearLead;
  const isChoice = words.outcome === 'ambiguous' && (first?.confidence ?? 0) >= ANSWERED_FROM;
  const answer = isClear && !isChoice ? answerOf(closest, first ?? null, numbers) : null;

  const offered = words.outcome === 'ambiguous' ? words.matches : [];
  const near = listed.filter(({ closeness }) => closeness > closest.closeness - clearLead);
  const fused = [...new Set([...offered.map(({ id }) => id), ...near.map(({ id }) => id)])].map((id) => {
    const closeness = listed.find((one) => one.id === id)?.closeness;
    const byMeaning = closeness === undefined ? 0 : Math.min(UNSURE, chanceByMeaning(closeness, numbers));
    return fusedMatch(id, known.get(id) ?? null, byMeaning, isChoice);
  });
  const confidence = answer === null ? 0 : Math.max(ANSWERED_FROM, answer);
  const matches = fused
    .map((match) => (answer !== null && match.id === closest.id ? { ...match, confidence } : match))
    .sort((a, b) => b.confidence - a.confidence || b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, Math.max(0, Math.min(limit, MOST_LISTED)));
  return { outcome: answer === null ? 'ambiguous' : 'answered', matches };
}

/** The chance that the clearly closest claim is the answer, where it is high enough for one; null where it is not. */
function answerOf({ id, closeness }: CloseClaim, first: Match | null, numbers: FusionNumbers): number | null {
  const isFirst = first?.id === id;
  const supported = isFirst ? withAgreement(first.confidence, numbers) : 0;
  if (supported >= ANSWERED_FROM) return supported;
  const isAlone = isFirst || (first?.confidence ?? 0) < KNOWN_FROM;
  return closeness >= numbers.aloneFrom && isAlone ? chanceByMeaning(closeness, numbers) : null;
}

function withAgreement(chance: number, { agreement }: FusionNumbers): number {
  if (chance <= 0 || chance >= 1) return chance;
  return 1 / (1 + Math.exp(-(Math.log(chance / (1 - chance)) + agreement)));
}

/** A straight line from "on the subject" where a claim is listed to "the answer" where it may be alone. */
function chanceByMeaning(closeness: number, { listedFrom, aloneFrom }: FusionNumbers): number {
  const share = (closeness - listedFrom) / (aloneFrom - listedFrom);
  return Math.min(0.95, KNOWN_FROM + share * (ANSWERED_FROM - KNOWN_FROM));
}

/** Just below what is shown as the answer. */
const UNSURE = ANSWERED_FROM - 0.01;

function fusedMatch(id: string, byWords: Match | null, byMeaning: number, isChoice: boolean): Match {
  const chance = byWords?.confidence ?? 0;
  return {
    id,
    // Of claims with the same chance the one that both point to comes first.
    score: chance + byMeaning,
    confidence: Math.max(isChoice ? chance : Math.min(UNSURE, chance), byMeaning),
    words: byWords?.words ?? [],
  };
}
