import type { ClaimIndex } from './claim-index.ts';

/** A claim that a text makes, and where in it. */
export type ClaimInText = {
  readonly id: string;
  /** The chance that the surest of `sentences` makes it, 0 to 1. */
  readonly confidence: number;
  /** The sentences that make it, as they stand in the text and in its order. */
  readonly sentences: readonly string[];
};

/**
 * How much of a text is looked at, and how many claims are given. Each sentence is one look-up, and a form that shows
 * what was found must be open within three seconds, so that a long text is read from its beginning only.
 */
const most = { chars: 2_000, sentences: 20, claims: 5 } as const;

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
export function claimsInText(text: string, index: Pick<ClaimIndex, 'lookUp'>): readonly ClaimInText[] {
  const found = new Map<string, ClaimInText>();
  for (const sentence of sentencesOf(text.slice(0, most.chars)).slice(0, most.sentences)) {
    const { outcome, matches } = index.lookUp(sentence, 1);
    const [match] = matches;
    if (outcome !== 'answered' || match === undefined) continue;
    const known = found.get(match.id);
    found.set(match.id, {
      id: match.id,
      confidence: Math.max(match.confidence, known?.confidence ?? 0),
      sentences: [...(known?.sentences ?? []), sentence],
    });
  }
  return [...found.values()].toSorted((a, b) => b.confidence - a.confidence).slice(0, most.claims);
}
