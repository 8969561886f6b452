/** A model that turns texts into vectors whose angles tell how alike they are in meaning, across languages. */
export type Embedder = {
  /** Its name; vectors of different models cannot be compared. */
  readonly model: string;
  /**
   * The vectors of texts, in their order, each of length 1; as many numbers in each as in the others.
   *
   * @param patience - `once` for whoever waits for an answer: no second try; `again` for what runs by itself
   * @param stop - ends the work; then rejects with its reason
   * @throws EmbedderError
   */
  embed(
    texts: readonly string[],
    patience: 'once' | 'again',
    stop: AbortSignal,
  ): Promise<readonly Float32Array[]>;
};

/** Why there are no vectors: the model is not to be reached, too slow, refuses, said nothing that can be read, or is left alone. */
export type EmbedderFailure = 'unreachable' | 'too-slow' | 'refused' | 'unreadable' | 'resting';

/** There are no vectors; matching goes on by words. Holds no text and no key. */
export class EmbedderError extends Error {
  override readonly name = 'EmbedderError';
  readonly failure: EmbedderFailure;
  /** The status that was answered with, if any. */
  readonly status: number | null;

  constructor(failure: EmbedderFailure, status: number | null = null) {
    super(`the model gave no vectors: ${failure}`);
    this.failure = failure;
    this.status = status;
  }
}
