/** A claim as the index reads it. */
export type IndexedClaim = {
  /** Unlike that of any other claim in the index, such as `slug/c01`. */
  readonly id: string;
  readonly quote: string;
  readonly gist: string;
  /** The title of the claim's dossier; claims with the same title are taken to be of one dossier. */
  readonly title: string;
  /** Texts about the claim, such as its notes: a weak field, for names that only they hold. */
  readonly context?: string;
};

/** A claim found for a text. */
export type Match = {
  readonly id: string;
  /** Comparable within one result only. */
  readonly score: number;
  /** The chance that this is the claim asked for, 0 to 1. */
  readonly confidence: number;
  /** The words of the text that this claim answers to, as they were typed. */
  readonly words: readonly string[];
};

/** answered: the first match is it; ambiguous: it is among the matches; unanswered: no claim is known. */
export type LookupOutcome = 'answered' | 'ambiguous' | 'unanswered';

export type Lookup = { readonly outcome: LookupOutcome; readonly matches: readonly Match[] };
