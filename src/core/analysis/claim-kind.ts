import type { ClaimKind } from '../claim.ts';
import type { LanguageCode } from '../matching/language.ts';
import { type KindPhrases, kindPhrases } from './kind-phrases.ts';
import { holdsPhrase } from './phrases.ts';

const order = ['opinion', 'prediction', 'causal'] as const satisfies readonly (keyof KindPhrases)[];

const patterns = new Map(
  Object.entries(kindPhrases).map(([code, phrases]) => [
    code,
    order.map((kind) => ({ kind, holds: holdsPhrase(phrases[kind]) })),
  ]),
);

/**
 * What sort of assertion a text makes, by words of its language that show it; factual where none does.
 *
 * What somebody holds to be right comes first, then what is yet to come: neither can be checked, whatever its cause.
 */
export function claimKindOf(text: string, language: LanguageCode): ClaimKind {
  return patterns.get(language)?.find(({ holds }) => holds(text))?.kind ?? 'factual';
}
