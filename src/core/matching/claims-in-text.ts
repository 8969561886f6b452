import type { ClaimIndex } from './claim-index.ts';

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

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text, without the space around them; a line's end ends one, too. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/[\n\r\u2028\u2029]+/)
    .flatMap((line) =>
      Array.from(segmenter.segment(line), ({ segment }) => segment.trim()).filter(
        (sentence) => sentence !== '',
      ),
    );
}

/** The known claims that sentences of a text surely make: surest first, equal ones in the text's order. */
export function claimsInText(
  text: string,
  index: Pick<ClaimIndex, 'lookUp'>,
  most: ReadingLimits,
): readonly ClaimInText[] {
  const found = new Map<string, ClaimInText>();
  for (const sentence of sentencesOf(text.slice(0, most.chars)).slice(0, most.sentences)) {
    const { outcome, matches } = index.lookUp(sentence, 1);
    const [match] = matches;
    if (outcome !== 'answered' || match === undefined) continue;
    const known = found.get(match.id);
    const { id, confidence, words } = match;
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
