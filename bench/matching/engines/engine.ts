import type { RankedClaim } from '../../../src/core/evaluation/run.ts';
import type { Text } from '../collections.ts';

/** One search engine over a set of claims. */
export type Engine = {
  /** The claims nearest to a text, however far, best first. Ours gives chances as scores, the others what they have. */
  search(text: string, limit: number): readonly RankedClaim[];
  /** What a member sees while typing. */
  complete(prefix: string, limit: number): readonly RankedClaim[];
  /** Memory it holds outside the JavaScript heap, in bytes. */
  nativeBytes(): number;
  /** What it keeps on disk, for an engine that can. */
  saved?(): Saved;
  close(): void;
};

/** An index as bytes. */
export type Saved = {
  readonly bytes: number;
  /** Reads it back, ready to be asked. */
  load(): unknown;
};

export type OpenEngine = (claims: readonly Text[]) => Engine;
