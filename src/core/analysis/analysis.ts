import { z } from 'zod';
import { type ClaimKind, claimKinds } from '../claim.ts';

/** A stretch of a post: `text` is exactly `post.slice(start, end)`, in UTF-16 code units. */
export type Passage = { readonly text: string; readonly start: number; readonly end: number };

/** An assertion found in a post, for a person to look at. */
export type ProposedClaim = {
  /** Exactly `post.slice(start, end)`, in UTF-16 code units. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly kind: ClaimKind;
  /** How much it is worth checking, 0 to 1: comparable within and between posts. */
  readonly checkWorthiness: number;
  /** What it says in a sentence that attributes it; null where only the quote itself says it. */
  readonly gist: string | null;
};

/** Who made an analysis: rules that take sentences of the post, or the named model. */
export type Analyst = { readonly by: 'extractive' } | { readonly by: 'model'; readonly model: string };

/** One sentence of a summary: a passage of the post, or words of a model, which stand nowhere in it. */
export type SummarySentence = {
  readonly text: string;
  readonly start: number | null;
  readonly end: number | null;
};

/** What a post says, as found by rules or proposed by a model and grounded in the post. */
export type Analysis = {
  readonly analyst: Analyst;
  /** In the post's order. */
  readonly summary: readonly SummarySentence[];
  /** Most worth checking first; at most 20, no two nearly the same. */
  readonly claims: readonly ProposedClaim[];
};

/** The form in which a model proposes. */
export const ModelProposal = z.object({
  summary: z.array(z.string()),
  claims: z.array(z.object({ quote: z.string(), gist: z.string(), kind: z.enum(claimKinds) })),
});

/** What a model says of a post, before anything of it is believed. */
export type ModelProposal = {
  /** The summary, a sentence each. */
  readonly summary: readonly string[];
  readonly claims: readonly { readonly quote: string; readonly gist: string; readonly kind: ClaimKind }[];
};
