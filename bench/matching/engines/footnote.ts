import { asRanked } from '../../../src/core/evaluation/chances.ts';
import { buildClaimIndex, indexFromSnapshot } from '../../../src/core/matching/claim-index.ts';
import type { Text } from '../collections.ts';
import type { Engine } from './engine.ts';

/** The matcher of `src/core/matching`, as the bot uses it. */
export function footnote(claims: readonly Text[]): Engine {
  const indexed = claims.map(({ id, text, title }) => ({ id, quote: text, gist: '', title }));
  const index = buildClaimIndex(indexed);
  return {
    search: (text, limit) => asRanked(index.rank(text, limit)),
    complete: (prefix, limit) => asRanked(index.suggest(prefix, limit)),
    nativeBytes: () => 0,
    saved() {
      const bytes = index.snapshot();
      return { bytes: bytes.byteLength, load: () => indexFromSnapshot(bytes, indexed) };
    },
    close: () => undefined,
  };
}
