import MiniSearch from 'minisearch';
import type { Text } from '../collections.ts';
import type { Engine } from './engine.ts';
import { stemOf } from './english-words.ts';

/** MiniSearch with the stop words and the stemmer of the textbook. */
export function miniSearch(claims: readonly Text[]): Engine {
  const options = { fields: ['text', 'title'], processTerm: stemOf };
  const index = new MiniSearch<Text>(options);
  index.addAll(claims);
  const hits = (found: readonly { id: string; score: number }[], limit: number) =>
    found.slice(0, limit).map(({ id, score }) => ({ claimId: id, score }));
  return {
    search: (text, limit) => hits(index.search(text), limit),
    complete: (prefix, limit) =>
      hits(index.search(prefix, { prefix: (_term, at, terms) => at === terms.length - 1 }), limit),
    nativeBytes: () => 0,
    saved() {
      const json = JSON.stringify(index);
      return { bytes: Buffer.byteLength(json), load: () => MiniSearch.loadJSON<Text>(json, options) };
    },
    close: () => undefined,
  };
}
