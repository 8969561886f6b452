/** The vectors of texts, in their order, each of length 1, and what they have cost in tokens. */
export type Embedded = { readonly vectors: readonly Float32Array[]; readonly tokens: number };

/** A model that turns texts into vectors whose angles tell how alike they are in meaning, across languages. */
export type Embedder = {
  /** Its name; vectors of different models cannot be compared. */
  readonly model: string;
  /** Who runs it, as members read it: `OpenAI`, or the host of a compatible server. */
  readonly provider: string;
  /** The most tokens the vectors of these texts may cost, from above: for looking whether the budget holds them. */
  costAtMost(texts: readonly string[]): number;
  /**
   * The vectors of texts; as many numbers in each as in the others.
   *
   * @param patience - `once` for whoever waits for an answer: no second try; `again` for what runs by itself
   * @param stop - ends the work; then rejects with its reason
   * @throws EmbedderError
   */
  embed(texts: readonly string[], patience: 'once' | 'again', stop: AbortSignal): Promise<Embedded>;
};

/** Why there are no vectors: the model is not to be reached, too slow, refuses, said nothing that can be read, or is left alone. */
export type EmbedderFailure = 'unreachable' | 'too-slow' | 'refused' | 'unreadable' | 'resting';

/** There are no vectors; matching goes on by words. Holds no text and no key. */
export class EmbedderError extends Error {
  override readonly name = 'EmbedderError';
  readonly failure: EmbedderFailure;
  /** The status that was answered with, if any. */
  readonly status: number | null;
  /** What it has cost all the same. */
  readonly tokens: number;

  constructor(failure: EmbedderFailure, status: number | null = null, tokens = 0) {
    super(`the model gave no vectors: ${failure}`);
    this.failure = failure;
    this.status = status;
    this.tokens = tokens;
  }
}
