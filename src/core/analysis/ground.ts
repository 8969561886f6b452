import type { ModelProposal, ProposedClaim, SummarySentence } from './analysis.ts';
import { alignQuote, foldForQuotes } from './grounding/align-quote.ts';
import { faultsOf } from './grounding/check-sentence.ts';
import { complaintAbout } from './grounding/complaints.ts';
import type { FaultCode } from './grounding/fault.ts';
import { readSource } from './grounding/source.ts';

/** A part of a proposal that is left out: which one, by its place in the proposal, why, and the words it shows in. */
export type Dropped = {
  readonly part: 'summary' | 'quote' | 'gist';
  readonly at: number;
  readonly code: FaultCode;
  readonly words: readonly string[];
};

/** What of a proposal is faithful to the post. */
export type Grounded = {
  readonly summary: readonly SummarySentence[];
  /** Without a gist where only the quote is faithful. */
  readonly claims: readonly ProposedClaim[];
  readonly dropped: readonly Dropped[];
  /** What was wrong, in English sentences that ask the model to mend it; empty where nothing was dropped. */
  readonly complaints: readonly string[];
};

/** As many as an analysis holds. */
const MOST_CLAIMS = 20;
const MOST_SENTENCES = 8;

/** Below half of what was proposed the rest is no fair picture of the post. */
const LEAST_KEPT = 0.5;

/**
 * What of a model's proposal is faithful to a post: quotes that are in it, with offsets found here; sentences that attribute, and
 * whose names, numbers, negations, actors and strength are the post's. Never throws, whatever the texts.
 *
 * It looks at words, not at sense: what is wrong in other words than it knows gets by, so that a person looks at what is published.
 *
 * @param cited - texts of notes shown with the post, whose names and numbers the summary may use
 */
export function ground(post: string, proposal: ModelProposal, cited: readonly string[] = []): Grounded {
  const source = readSource(post, cited);
  const folded = foldForQuotes(post);
  const dropped: Dropped[] = [];
  const drop = (part: Dropped['part'], at: number, code: FaultCode, words: readonly string[]) =>
    dropped.push({ part, at, code, words });

  const passes = (part: 'summary' | 'gist', at: number, sentence: string) => {
    const faults = faultsOf(sentence, source);
    for (const { code, words } of faults) drop(part, at, code, words);
    return faults.length === 0;
  };
  const summary = proposal.summary
    .slice(0, MOST_SENTENCES)
    .filter((sentence, at) => passes('summary', at, sentence))
    .map((text) => ({ text: text.trim(), start: null, end: null }));

  const claims: ProposedClaim[] = [];
  const taken = new Set<string>();
  const proposed = proposal.claims.slice(0, MOST_CLAIMS);
  proposed.forEach(({ quote, gist, kind }, at) => {
    const place = alignQuote(post, folded, quote, taken);
    if (place === undefined) {
      drop('quote', at, quote.trim() === '' ? 'quote.empty' : 'quote.not-found', [quote]);
      return;
    }
    taken.add(`${place.start}:${place.end}`);
    claims.push({
      quote: place.text,
      start: place.start,
      end: place.end,
      kind,
      checkWorthiness: 1 - at / proposed.length,
      gist: passes('gist', at, gist) ? gist.trim() : null,
    });
  });
  return { summary, claims, dropped, complaints: complaintsOf(dropped, proposal) };
}

/** Whether so little of a proposal is left that the post's own sentences serve better: no summary, no claim, or less than half of either. */
export function isTooLittle(grounded: Grounded, proposal: ModelProposal): boolean {
  const { summary, claims } = grounded;
  if (summary.length === 0 || claims.length === 0) return true;
  return (
    summary.length < Math.min(MOST_SENTENCES, proposal.summary.length) * LEAST_KEPT ||
    claims.length < Math.min(MOST_CLAIMS, proposal.claims.length) * LEAST_KEPT
  );
}

function complaintsOf(dropped: readonly Dropped[], proposal: ModelProposal): readonly string[] {
  return dropped.map(({ part, at, code, words }) => {
    const claim = proposal.claims[at];
    const text = part === 'summary' ? proposal.summary[at] : part === 'gist' ? claim?.gist : claim?.quote;
    return complaintAbout(part, text ?? '', code, words);
  });
}
