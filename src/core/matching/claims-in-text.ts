import { sentencesOf } from '../analysis/sentences.ts';
import type { ClaimIndex, Match } from './claim-index.ts';
import { piecesOf } from './tokenise.ts';

/** A claim that a text makes, and where in it. */
export type ClaimInText = {
  readonly id: string;
  /** The chance that the surest of `sentences` makes it, 0 to 1. */
  readonly confidence: number;
  /** The sentences that make it, as they stand in the text and in its order. */
  readonly sentences: readonly string[];
  /** The surest of them, and the words of it that the claim answers to. */
  readonly surest: { readonly sentence: string; readonly words: readonly string[] };
};

/** How much of a text is looked at, in UTF-16 code units and sentences, and how many claims are given. Each sentence is one look-up. */
export type ReadingLimits = { readonly chars: number; readonly sentences: number; readonly claims: number };

/** What a form shows must be found within three seconds, so that a long text is read from its beginning only. */
export const forForm: ReadingLimits = { chars: 2_000, sentences: 20, claims: 5 };

/** The longest message on Discord has 4,000 characters. */
export const wholeMessage: ReadingLimits = { chars: 4_000, sentences: 100, claims: 10 };

/** The sentences of a text that are looked up, as far as it is read. */
export function sentencesRead(text: string, most: Omit<ReadingLimits, 'claims'>): readonly string[] {
  const read = text.slice(0, most.chars);
  return sentencesOf(read)
    .slice(0, most.sentences)
    .map(({ start, end }) => read.slice(start, end));
}

/** What parts the clauses of a sentence: many a sentence makes two claims, and as a whole is like neither. */
const CLAUSE_END = /[;:]\s|,\s|\s[–—-]\s/u;

/** A clause of fewer words says too little to be sure of. */
const fewestClauseWords = 4;

/** The known claims that sentences of a text, or clauses of them, surely make: surest first, equal ones in the text's order. */
export function claimsInText(
  text: string,
  index: Pick<ClaimIndex, 'lookUp'>,
  most: ReadingLimits,
): readonly ClaimInText[] {
  const found = new Map<string, ClaimInText>();
  for (const sentence of sentencesRead(text, most))
    for (const { id, confidence, words } of sureMatches(sentence, index)) {
      const known = found.get(id);
      const isSurest = known === undefined || confidence > known.confidence;
      found.set(id, {
        id,
        confidence: isSurest ? confidence : known.confidence,
        sentences: [...(known?.sentences ?? []), sentence],
        surest: isSurest ? { sentence, words } : known.surest,
      });
    }
  return [...found.values()].toSorted((a, b) => b.confidence - a.confidence).slice(0, most.claims);
}

/** The claim that a sentence surely makes; where it makes none as a whole, those of its clauses, each once. */
function sureMatches(sentence: string, index: Pick<ClaimIndex, 'lookUp'>): readonly Match[] {
  const whole = sureMatch(sentence, index);
  if (whole !== null) return [whole];
  const clauses = sentence.split(CLAUSE_END);
  if (clauses.length === 1) return [];
  const found = clauses
    .filter((clause) => piecesOf(clause).length >= fewestClauseWords)
    .flatMap((clause) => sureMatch(clause, index) ?? []);
  return found.filter(({ id }, at) => found.findIndex((other) => other.id === id) === at);
}

function sureMatch(text: string, index: Pick<ClaimIndex, 'lookUp'>): Match | null {
  const { outcome, matches } = index.lookUp(text, 1);
  return outcome === 'answered' ? (matches[0] ?? null) : null;
}
