/** A model that turns texts into vectors whose angles tell how alike they are in meaning, across languages. */
export type Embedder = {
  /** Its name; vectors of different models cannot be compared. */
  readonly model: string;
  /**
   * The vectors of texts, in their order, each of length 1.
   *
   * @param stop - ends the work; then rejects with its reason
   * @throws EmbedderError when it is not to be reached, too slow, or what it says cannot be read
   */
  embed(texts: readonly string[], stop: AbortSignal): Promise<readonly Float32Array[]>;
};

/** There are no vectors; matching goes on by words. */
export class EmbedderError extends Error {
  override readonly name = 'EmbedderError';
}
