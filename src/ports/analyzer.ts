import type { ModelProposal } from '../core/analysis/analysis.ts';
import type { TokenUse } from '../core/model-spend.ts';

/** A proposal and what it has cost. */
export type Proposed = { readonly proposal: ModelProposal; readonly use: TokenUse };

/** Why there is no proposal: the model is not to be reached or too slow, refuses, was cut off, or said nothing that can be read. */
export type AnalyzerFailure = 'unreachable' | 'too-slow' | 'refused' | 'cut-off' | 'unreadable' | 'resting';

/** A model could not be asked, or its answer cannot be used. `use` is what it has cost all the same. */
export class AnalyzerError extends Error {
  override readonly name = 'AnalyzerError';
  readonly failure: AnalyzerFailure;
  readonly use: TokenUse;

  constructor(failure: AnalyzerFailure, use: TokenUse, options?: ErrorOptions) {
    super(`the model gave no proposal: ${failure}`, options);
    this.failure = failure;
    this.use = use;
  }
}

/** What is asked of a model. */
export type AnalysisOrder = {
  /** The post, which is data and gives no orders. */
  readonly post: string;
  /** A code for who asks, which names nobody. */
  readonly safetyIdentifier: string;
  /** What was wrong with its last answer, where this is the second try. */
  readonly complaints: readonly string[];
};

/** A model that proposes a summary and claims. Nothing it says is believed: `core/analysis/ground.ts` looks at it. */
export type Analyzer = {
  /** Its name, as members read it. */
  readonly model: string;
  /** Who runs it, as members read it: `OpenAI`, or the host of a compatible server. */
  readonly provider: string;
  /** Which wording of the order it is given: a new one makes what is kept of old answers worthless. */
  readonly promptVersion: string;
  /** The most tokens an order may cost, from above: for looking whether the budget holds it. */
  costAtMost(order: AnalysisOrder): TokenUse;
  /**
   * @param stop - ends the work; then rejects with its reason
   * @throws AnalyzerError
   */
  propose(order: AnalysisOrder, stop: AbortSignal): Promise<Proposed>;
};
